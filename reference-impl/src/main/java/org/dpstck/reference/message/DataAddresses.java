package org.dpstck.reference.message;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.Renewal;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DataAddress to and from JSON (section "Data Address").
 *
 * <p>Written in the form of the Dataspace Protocol. Read in that form and in the flat form that the examples of the
 * start and started messages show. An empty object counts as absent, because an example carries one.
 */
public final class DataAddresses {

    /** The endpoint type of the example in the specification. */
    public static final String HTTP_TYPE = "https://w3id.org/idsa/v4.1/HTTP";

    private static final String MEMBER = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";

    private DataAddresses() {}

    /** Writes an address with a bearer token in the form of the Dataspace Protocol. */
    public static ObjectNode write(DataAddress address) {
        return write(address, HTTP_TYPE);
    }

    /** Writes an address of this end point type. */
    public static ObjectNode write(DataAddress address, String endpointType) {
        ObjectNode node = Json.object()
                .put("@type", "DataAddress")
                .put("endpointType", endpointType)
                .put("endpoint", address.endpoint());
        node.putArray(PROPERTIES)
                .add(property("authorization", address.token()))
                .add(property("authType", "bearer"));
        return node;
    }

    /** Adds an end point property to an address that has been written. */
    public static void add(ObjectNode address, String name, String value) {
        address.withArray(PROPERTIES).add(property(name, value));
    }

    private static ObjectNode property(String name, String value) {
        return Json.object().put("@type", "EndpointProperty").put("name", name).put("value", value);
    }

    /**
     * Reads the member {@code dataAddress} of a message.
     *
     * @throws Refusal if it is there and is not an address
     */
    public static Optional<DataAddress> read(ObjectNode message) throws Refusal {
        JsonNode node = message.path(MEMBER);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, MEMBER, "dataAddress must be an object");
        }
        if (node.isEmpty()) {
            return Optional.empty();
        }
        for (String name : List.of("@type", "endpointType", "endpoint")) {
            if (node.has(name) && !node.get(name).isString()) {
                throw new Refusal(Kind.MISTYPED_OPTIONAL, MEMBER, "dataAddress." + name + " must be a string");
            }
        }
        Map<String, String> properties = properties(node);
        return Optional.of(new DataAddress(
                node.path("endpointType").stringValue(null),
                node.path("endpoint").stringValue(null),
                properties.get("authorization"),
                renewal(properties),
                ResponseProperties.read(properties)));
    }

    private static Optional<Renewal> renewal(Map<String, String> properties) {
        return Optional.ofNullable(properties.get("refreshToken"))
                .map(token -> Renewal.by(
                        token,
                        Optional.ofNullable(properties.get("expiresIn"))
                                .filter(seconds -> seconds.matches("\\d{1,9}"))
                                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))),
                        Optional.ofNullable(properties.get("refreshEndpoint"))));
    }

    /** The names of the end point properties of an address, as far as it is one. */
    public static Set<String> names(ObjectNode message) {
        Set<String> names = new TreeSet<>();
        message.path(MEMBER)
                .path(PROPERTIES)
                .forEach(property -> names.add(property.path("name").asString("")));
        return names;
    }

    private static Map<String, String> properties(JsonNode address) throws Refusal {
        Map<String, String> values = new HashMap<>();
        JsonNode properties = address.path(PROPERTIES);
        if (properties.isMissingNode() || properties.isNull()) {
            values.put("authorization", address.path("authorization").stringValue(null));
            ResponseProperties.members(address).forEach(values::put);
            return values;
        }
        if (!properties.isArray()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, MEMBER, "dataAddress.endpointProperties must be an array");
        }
        for (JsonNode property : properties) {
            values.putIfAbsent(
                    property.path("name").asString(""), property.path("value").stringValue(null));
        }
        return values;
    }
}
