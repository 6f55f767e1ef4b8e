package org.dpstck.core.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.JsonLdForm;
import org.dpstck.core.exchange.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Gives the answers of a system their plain form before anything is judged by them; the record keeps what came.
 *
 * <p>A data address is brought into the serialization of the Dataspace Protocol: properties that are its direct members,
 * members that are among its properties, and property names that are IRIs, mean the same (position 119).
 */
public final class JsonLdReplies {

    private static final List<String> ADDRESSES = List.of("dataAddress", "sourceDataAddress", "destinationDataAddress");
    private static final String PROPERTIES = "endpointProperties";
    private static final String TYPE = "type";
    private static final String ENDPOINT_TYPE = "endpointType";
    private static final String ENDPOINT = "endpoint";
    /** Members that the EDC lists among the properties. */
    private static final List<String> LISTED = List.of(ENDPOINT_TYPE, ENDPOINT);

    private static final Set<String> OWN = Set.of("@type", "@id", TYPE, ENDPOINT_TYPE, ENDPOINT);

    private final Optional<JsonLdForm> form;
    private final Optional<JsonLdReader> reader;

    /** For the answers of an edition; where its messages are plain JSON they stay as they are. */
    public JsonLdReplies(Edition edition) {
        this.form = edition.jsonLd();
        this.reader = form.map(JsonLdReader::new);
    }

    /** A reply whose message, if it is a success and has one, has its plain names. */
    public Reply plain(Reply reply) {
        if (reader.isEmpty() || !reply.answered() || !Replies.succeeded(reply)) {
            return reply;
        }
        return reader.get()
                .plain(reply.text())
                .map(this::withAddress)
                .map(message -> new Reply(
                        reply.exchange(),
                        reply.status(),
                        reply.headers(),
                        Json.text(message).getBytes(StandardCharsets.UTF_8),
                        reply.failure()))
                .orElse(reply);
    }

    /**
     * A message of the system that is no answer in its plain form.
     *
     * @return empty where messages are plain JSON, and for what is no JSON-LD
     */
    public Optional<String> plain(String body) {
        return reader.flatMap(it -> it.plain(body)).map(this::withAddress).map(Json::text);
    }

    private Map<String, Object> withAddress(Map<String, Object> message) {
        var changed = new LinkedHashMap<>(message);
        ADDRESSES.forEach(member -> {
            if (message.get(member) instanceof Map<?, ?> address) {
                changed.put(member, address(address));
            }
        });
        return changed;
    }

    private Map<String, Object> address(Map<?, ?> address) {
        var plain = new LinkedHashMap<String, Object>();
        var properties = new ArrayList<Object>();
        address.forEach((name, value) -> {
            if (OWN.contains(name) || !isText(value)) {
                plain.put(String.valueOf(name), value);
            } else {
                properties.add(Map.of("name", name, "value", value));
            }
        });
        if (address.get(PROPERTIES) instanceof List<?> listed) {
            listed.forEach(each -> properties.add(each instanceof Map<?, ?> property ? named(property) : each));
        }
        if (!properties.isEmpty()) {
            plain.put(PROPERTIES, properties);
        }
        if (!plain.containsKey(ENDPOINT_TYPE) && plain.containsKey(TYPE)) {
            plain.put(ENDPOINT_TYPE, plain.get(TYPE));
        }
        LISTED.forEach(member -> textOf(member, properties).ifPresent(value -> plain.putIfAbsent(member, value)));
        return plain;
    }

    /** The value of a property, if it is a text. */
    private static Optional<Object> textOf(String name, List<Object> properties) {
        return properties.stream()
                .filter(each -> each instanceof Map<?, ?> property
                        && name.equals(property.get("name"))
                        && isText(property.get("value")))
                .map(each -> (Object) ((Map<?, ?>) each).get("value"))
                .findFirst();
    }

    private Map<String, Object> named(Map<?, ?> property) {
        var plain = new LinkedHashMap<String, Object>();
        property.forEach((name, value) -> plain.put(
                String.valueOf(name),
                name.equals("name") && value instanceof JsonNode node && node.isString()
                        ? form.orElseThrow().name(node.asString())
                        : value));
        return plain;
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof JsonNode node && node.isString();
    }
}
