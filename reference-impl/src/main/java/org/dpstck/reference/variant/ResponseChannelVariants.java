package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.MessageHook;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.JsonLdMessages;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the document on response channels leaves to a data plane, chosen otherwise. */
final class ResponseChannelVariants {

    private static final String ADDRESS = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";
    private static final String FAMILY = ResponseProperties.VOCABULARY + ResponseProperties.FAMILY;

    private ResponseChannelVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("RESPONSE-CHANNEL-COMPACT-NAMES", renamed(ResponseProperties.FAMILY));
        table.put("RESPONSE-CHANNEL-PREFIXED-NAMES", renamed("edc:" + ResponseProperties.FAMILY));
        table.put("RESPONSE-CHANNEL-AS-MEMBERS", members());
        table.put("RESPONSE-CHANNEL-WITHOUT-TOKEN", new Open());
        table.put("RESPONSE-CHANNEL-OPEN-WHILE-SUSPENDED", (RuleHook) rule -> rule != Rule.RESPONSE_PAUSES);
        table.put("RESPONSE-CHANNEL-EARLY-DATA-SKIPPED", (RuleHook) rule -> rule != Rule.RESPONSE_STORED);
        return table;
    }

    private static MessageHook renamed(String family) {
        return (flow, message) -> JsonLdMessages.inPlainForm(message, plain -> renamed(plain, family));
    }

    private static ObjectNode renamed(ObjectNode message, String family) {
        message.path(ADDRESS).path(PROPERTIES).forEach(each -> {
            String name = each.path("name").asString("");
            if (name.startsWith(FAMILY) && each instanceof ObjectNode property) {
                property.put("name", family + name.substring(FAMILY.length()));
            }
        });
        return message;
    }

    /** The properties of the channel beside endpoint and endpointType. */
    private static MessageHook members() {
        return (flow, message) -> JsonLdMessages.inPlainForm(message, ResponseChannelVariants::moved);
    }

    private static ObjectNode moved(ObjectNode message) {
        if (message.path(ADDRESS) instanceof ObjectNode address && address.has(PROPERTIES)) {
            ArrayNode rest = Json.array();
            address.path(PROPERTIES).forEach(each -> {
                String name = each.path("name").asString("");
                if (name.startsWith(FAMILY)) {
                    address.put(name, each.path("value").asString(""));
                } else {
                    rest.add(each);
                }
            });
            if (rest.isEmpty()) {
                address.remove(PROPERTIES);
            } else {
                address.set(PROPERTIES, rest);
            }
        }
        return message;
    }

    /** Names no token and asks for none. */
    private record Open() implements RuleHook, MessageHook {

        @Override
        public boolean keeps(Rule rule) {
            return rule != Rule.RESPONSE_TOKEN;
        }

        @Override
        public ObjectNode rewritten(DataFlow flow, ObjectNode message) {
            return JsonLdMessages.inPlainForm(message, Open::tokenless);
        }

        private static ObjectNode tokenless(ObjectNode message) {
            if (message.path(ADDRESS) instanceof ObjectNode address && address.has(PROPERTIES)) {
                ArrayNode kept = Json.array();
                address.path(PROPERTIES).forEach(each -> {
                    String name = each.path("name").asString("");
                    if (!name.equals(FAMILY + "authorization") && !name.equals(FAMILY + "authType")) {
                        kept.add(each);
                    }
                });
                address.set(PROPERTIES, kept);
            }
            return message;
        }
    }
}
