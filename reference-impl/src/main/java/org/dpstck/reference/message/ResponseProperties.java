package org.dpstck.reference.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.reference.flow.ResponseAddress;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The response channel in a data address (bidirectional data transfers, section "Response Endpoint in the DataAddress").
 *
 * <p>Written under the names that the document prints, as end point properties; read under these, with the prefix edc, or
 * without a vocabulary, and as members too.
 */
public final class ResponseProperties {

    /** What stands before the names. */
    public static final String VOCABULARY = "https://w3id.org/edc/v0.0.1/ns/";

    /** What all names begin with. */
    public static final String FAMILY = "responseChannel/";

    private static final String ADDRESS = "dataAddress";
    private static final String ENDPOINT = "endpoint";
    private static final String TYPE = "endpointType";
    private static final String TOKEN = "authorization";
    private static final List<String> PREFIXES = List.of(VOCABULARY + FAMILY, "edc:" + FAMILY, FAMILY);

    private ResponseProperties() {}

    /** Adds the channel to the data address of a message, or makes an address that has nothing else. */
    public static void addTo(ObjectNode message, ResponseAddress channel) {
        if (!message.has(ADDRESS)) {
            // The form of a data address demands a type, even of one that leads nowhere else.
            ObjectNode alone = Json.object().put("@type", "DataAddress").put(TYPE, channel.type());
            message.set(ADDRESS, alone);
        }
        if (message.get(ADDRESS) instanceof ObjectNode address) {
            DataAddresses.add(address, VOCABULARY + FAMILY + ENDPOINT, channel.endpoint());
            DataAddresses.add(address, VOCABULARY + FAMILY + TYPE, channel.type());
            DataAddresses.add(address, VOCABULARY + FAMILY + TOKEN, channel.token());
            DataAddresses.add(address, VOCABULARY + FAMILY + "authType", "bearer");
        }
    }

    /** Whether a data address tells of a channel. */
    public static boolean areIn(ObjectNode address) {
        boolean member = !members(address).isEmpty();
        boolean property = address.path("endpointProperties")
                .valueStream()
                .map(each -> each.path("name").asString(""))
                .anyMatch(name -> PREFIXES.stream().anyMatch(name::startsWith));
        return member || property;
    }

    /** The channel that the properties of an address tell of. */
    static Optional<ResponseAddress> read(Map<String, String> properties) {
        Optional<String> endpoint = value(properties, ENDPOINT);
        return endpoint.map(url -> new ResponseAddress(
                url,
                value(properties, TYPE).orElse(null),
                value(properties, TOKEN).orElse(null)));
    }

    /** The properties of a channel that are members of an address. */
    static Map<String, String> members(JsonNode address) {
        Map<String, String> members = new HashMap<>();
        address.properties().forEach(member -> {
            if (PREFIXES.stream().anyMatch(member.getKey()::startsWith)) {
                members.put(member.getKey(), member.getValue().stringValue(null));
            }
        });
        return members;
    }

    private static Optional<String> value(Map<String, String> properties, String name) {
        return PREFIXES.stream()
                .map(prefix -> properties.get(prefix + name))
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
