package org.dpstck.reference.edition;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** How the message that answers prepare and start, and that callbacks carry, says where it comes from. */
public enum StatusForm {

    /** With the id of the data plane, the same in every message. */
    DATAPLANE_ID {
        @Override
        public ObjectNode identify(ObjectNode message, String dataplaneId) {
            return message.put("dataplaneId", dataplaneId);
        }
    },

    /** With an id of its own. */
    MESSAGE_ID {
        @Override
        public ObjectNode identify(ObjectNode message, String dataplaneId) {
            return message.put("messageId", UUID.randomUUID().toString());
        }
    };

    /** Puts the identifying property into a message. */
    public abstract ObjectNode identify(ObjectNode message, String dataplaneId);
}
