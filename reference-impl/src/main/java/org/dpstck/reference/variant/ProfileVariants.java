package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.hook.AddressHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the HTTP profile and the token renewal profile leave to a data plane, chosen otherwise. */
final class ProfileVariants {

    private static final String PROPERTIES = "endpointProperties";

    private ProfileVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        AddressHook open = ProfileVariants::withoutProperties;
        table.put("HTTP-WITHOUT-TOKEN", open);
        table.put("REFRESH-AT-THE-DATA", new AtTheData());
        table.put("REFRESH-WITHOUT-ROTATION", (RuleHook) rule -> rule != Rule.REFRESH_ROTATES);
        table.put("REFRESH-DID-WEB-ONLY", (RuleHook) rule -> rule != Rule.REFRESH_DID_JWK);
        return table;
    }

    private static ObjectNode withoutProperties(ObjectNode address) {
        address.remove(PROPERTIES);
        return address;
    }

    /** Names no end point for renewal, and renews where the data is. */
    private record AtTheData() implements RuleHook, AddressHook {

        @Override
        public boolean keeps(Rule rule) {
            return rule != Rule.REFRESH_APART;
        }

        @Override
        public ObjectNode readdressed(ObjectNode address) {
            ArrayNode kept = Json.array();
            address.path(PROPERTIES).forEach(each -> {
                if (!each.path("name").asString("").equals("refreshEndpoint")) {
                    kept.add(each);
                }
            });
            address.set(PROPERTIES, kept);
            return address;
        }
    }
}
