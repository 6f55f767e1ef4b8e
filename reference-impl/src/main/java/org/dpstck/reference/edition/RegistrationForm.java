package org.dpstck.reference.edition;

import tools.jackson.databind.JsonNode;

/** The form of a control plane's registration. */
public enum RegistrationForm {

    /** The data plane may choose the id; {@code authorization} is an array of one or more objects. */
    LIST_OF_AUTHORIZATIONS(false) {
        @Override
        public boolean isAuthorization(JsonNode node) {
            boolean valid = node.isArray() && !node.isEmpty();
            for (JsonNode entry : node) {
                valid &= isEntry(entry);
            }
            return valid;
        }
    },

    /** The control plane brings its id; {@code authorization} is one object. */
    ONE_AUTHORIZATION(true) {
        @Override
        public boolean isAuthorization(JsonNode node) {
            return isEntry(node);
        }
    };

    private final boolean idRequired;

    RegistrationForm(boolean idRequired) {
        this.idRequired = idRequired;
    }

    /** Whether the message must name the control plane. */
    public boolean idRequired() {
        return idRequired;
    }

    /** Whether this is an {@code authorization} of this form, each object with its mandatory {@code type}. */
    public abstract boolean isAuthorization(JsonNode node);

    private static boolean isEntry(JsonNode node) {
        return node.isObject() && node.path("type").isString();
    }
}
