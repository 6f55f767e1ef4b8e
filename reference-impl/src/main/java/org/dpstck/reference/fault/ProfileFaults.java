package org.dpstck.reference.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.hook.AddressHook;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.DataAddresses;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules of the HTTP profile, of token renewal and of the retrieval of agreements that are broken one by one. */
final class ProfileFaults {

    private static final String PROPERTIES = "endpointProperties";

    private ProfileFaults() {}

    static void addTo(FaultTable table) {
        rules().forEach((id, rule) -> {
            RuleHook hook = asked -> asked != rule;
            table.add(id, () -> hook);
        });
        addresses().forEach((id, hook) -> table.add(id, () -> hook));
    }

    /** Which fault breaks which rule. */
    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("HTTP-WIRE-PLAIN", Rule.WIRE_TLS);
        rules.put("HTTP-WIRE-REFUSES-BEARER", Rule.WIRE_BEARER);
        rules.put("TOKEN-OUTLIVES-SUSPENSION", Rule.WIRE_PAUSES);
        rules.put("TOKEN-OUTLIVES-FLOW", Rule.WIRE_ENDS);
        rules.put("HTTP-PLAIN-ENDPOINT-ACCEPTED", Rule.ADDRESS_HTTPS);
        rules.put("HTTP-OTHER-DIRECTION-ACCEPTED", Rule.ADDRESS_TYPE);
        rules.put("HTTP-UNKNOWN-PROPERTY-REFUSED", Rule.ADDRESS_UNKNOWN_PROPERTIES);
        rules.put("HTTP-TOKEN-REQUIRED", Rule.ADDRESS_TOKEN_OPTIONAL);
        rules.put("HTTP-RENEWAL-PROPERTIES-REFUSED", Rule.ADDRESS_RENEWAL);
        rules.put("HTTP-BEARER-ADDRESS-REFUSED", Rule.ADDRESS_BEARER);
        rules.put("HTTP-METADATA-REQUIRED", Rule.METADATA_OPTIONAL);
        rules.put("REFRESH-BY-GET", Rule.REFRESH_POST);
        rules.put("REFRESH-ANY-GRANT", Rule.REFRESH_GRANT);
        rules.put("REFRESH-UNKNOWN-TOKEN-ACCEPTED", Rule.REFRESH_TOKEN);
        rules.put("REFRESH-CLIENT-UNAUTHENTICATED", Rule.REFRESH_CLIENT);
        rules.put("REFRESH-SIGNATURE-UNCHECKED", Rule.REFRESH_SIGNATURE);
        rules.put("REFRESH-EXPIRED-JWT-ACCEPTED", Rule.REFRESH_EXPIRY);
        rules.put("REFRESH-AUDIENCE-UNCHECKED", Rule.REFRESH_AUDIENCE);
        rules.put("REFRESH-SUBJECT-UNCHECKED", Rule.REFRESH_SUBJECT);
        rules.put("REFRESH-ACCESS-TOKEN-UNCHECKED", Rule.REFRESH_ACCESS_TOKEN);
        rules.put("REFRESH-TOKEN-UNBOUND", Rule.REFRESH_BOUND);
        rules.put("REFRESH-ROTATED-TOKEN-BAD", Rule.REFRESH_ROTATION);
        rules.put("REFRESH-TOKEN-TYPE-MISSING", Rule.REFRESH_TOKEN_TYPE);
        rules.put("REFRESH-CACHEABLE", Rule.REFRESH_NO_STORE);
        rules.put("REFRESH-ERROR-WITHOUT-CODE", Rule.REFRESH_ERROR);
        rules.put("REFRESH-BAD-JWT-500", Rule.REFRESH_NO_SERVER_ERROR);
        rules.put("REFRESH-NOT-IMPLEMENTED", Rule.REFRESH_AT_ALL);
        rules.put("CONSUMER-NEVER-RENEWS", Rule.RENEWS);
        rules.put("CONSUMER-KEEPS-OLD-TOKEN", Rule.RENEWS_AND_USES);
        rules.put("CONSUMER-REUSES-REFRESH-TOKEN", Rule.RENEWS_ROTATED);
        rules.put("CONSUMER-REFRESH-WITHOUT-TOKEN", Rule.RENEWS_WITH_TOKEN);
        rules.put("CONSUMER-REFRESH-WITHOUT-JWT", Rule.RENEWS_WITH_BEARER);
        rules.put("CONSUMER-JWT-OTHER-KEY", Rule.RENEWS_SIGNED);
        rules.put("CONSUMER-JWT-OTHER-AUDIENCE", Rule.RENEWS_AUDIENCE);
        rules.put("CONSUMER-JWT-WITHOUT-TOKEN", Rule.RENEWS_ACCESS_TOKEN);
        rules.put("CONSUMER-JWT-OTHER-SUBJECT", Rule.RENEWS_SUBJECT);
        rules.put("CONSUMER-REFRESH-ENDPOINT-GUESSED", Rule.RENEWS_AT_ENDPOINT);
        rules.put("CONSUMER-REFRESH-PLAIN", Rule.RENEWS_OVER_TLS);
        rules.put("AGREEMENT-BY-POST", Rule.AGREEMENT_GET);
        rules.put("AGREEMENT-OTHER-PATH", Rule.AGREEMENT_PATH);
        rules.put("AGREEMENT-OTHER-TRANSFER", Rule.AGREEMENT_TRANSFER);
        rules.put("AGREEMENT-WITH-MESSAGE", Rule.AGREEMENT_NO_MESSAGE);
        rules.put("AGREEMENT-UNREADABLE", Rule.AGREEMENT_READABLE);
        return rules;
    }

    /** What a fault makes of the addresses that the plane grants. */
    private static Map<String, AddressHook> addresses() {
        Map<String, AddressHook> changes = new LinkedHashMap<>();
        changes.put("HTTP-ENDPOINT-MISSING", address -> MessageFaults.without(address, "endpoint"));
        changes.put("HTTP-ENDPOINT-TYPE-OF-EXAMPLES", address -> address.put("endpointType", DataAddresses.HTTP_TYPE));
        changes.put("HTTP-ENDPOINT-TYPE-SWAPPED", ProfileFaults::swapped);
        changes.put("HTTP-ENDPOINT-PLAIN", ProfileFaults::plain);
        changes.put("HTTP-AUTH-TYPE-MISSING", address -> without(address, "authType"));
        changes.put("REFRESH-EXPIRES-IN-MISSING", address -> without(address, "expiresIn"));
        changes.put("REFRESH-EXPIRES-IN-TEXT", address -> with(address, "expiresIn", "5 minutes"));
        changes.put("REFRESH-ENDPOINT-PLAIN", ProfileFaults::plainRefresh);
        changes.put("REFRESH-ACCESS-TOKEN-MISSING", address -> without(address, "authorization"));
        changes.put("REFRESH-TOKEN-TYPE-USED", address -> with(address, "refreshTokenType", "opaque"));
        return changes;
    }

    private static ObjectNode swapped(ObjectNode address) {
        String type = address.path("endpointType").asString("");
        return address.put(
                "endpointType",
                type.endsWith("-push") ? type.replace("-push", "-pull") : type.replace("-pull", "-push"));
    }

    private static ObjectNode plain(ObjectNode address) {
        return address.put("endpoint", address.path("endpoint").asString("").replaceFirst("^https:", "http:"));
    }

    private static ObjectNode plainRefresh(ObjectNode address) {
        address.path(PROPERTIES).forEach(each -> {
            if (each.path("name").asString("").equals("refreshEndpoint")) {
                ((ObjectNode) each).put("value", each.path("value").asString("").replaceFirst("^https:", "http:"));
            }
        });
        return address;
    }

    private static ObjectNode without(ObjectNode address, String name) {
        ArrayNode kept = Json.array();
        address.path(PROPERTIES).forEach(each -> {
            if (!each.path("name").asString("").equals(name)) {
                kept.add(each);
            }
        });
        address.set(PROPERTIES, kept);
        return address;
    }

    /** Only beside a refresh token, so that other addresses stay as they are. */
    private static ObjectNode with(ObjectNode address, String name, String value) {
        boolean renewable = address.path(PROPERTIES).toString().contains("refreshToken");
        if (renewable) {
            without(address, name);
            DataAddresses.add(address, name, value);
        }
        return address;
    }
}
