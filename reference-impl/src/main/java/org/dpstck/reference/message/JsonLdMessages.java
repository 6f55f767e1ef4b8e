package org.dpstck.reference.message;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of the EDC's own interface, which are JSON-LD.
 *
 * <p>What is read is expanded, so that any form of a message means the same, and then loses the vocabulary of its names.
 * What is written looks like the examples of the document. No context is ever fetched.
 */
public final class JsonLdMessages {

    /** The vocabulary of the interface. */
    public static final String EDC = "https://w3id.org/edc/v0.0.1/ns/";

    /** The vocabulary of data addresses. */
    public static final String DSPACE = "https://w3id.org/dspace/v0.8/";

    private static final String ADDRESS = "dataAddress";
    private static final String PREFIX = "dspace:";
    private static final Set<String> ADDRESS_NAMES =
            Set.of("endpoint", "endpointType", "endpointProperties", "name", "value");

    private static final DocumentLoader NOTHING_FETCHED = (url, options) -> JsonDocument.of(new StringReader("{}"));

    private JsonLdMessages() {}

    /**
     * Reads a message; its members of the interface's vocabulary stand under their plain names.
     *
     * @param mayBeEmpty whether no body stands for a message without members
     * @throws Refusal if the body is no JSON-LD document with one node
     */
    public static ObjectNode object(Request request, boolean mayBeEmpty) throws Refusal {
        JsonNode json = Bodies.json(request, mayBeEmpty);
        if (!json.isObject() && !json.isArray()) {
            throw new Refusal(Kind.NOT_AN_OBJECT, "the body is JSON but no JSON-LD document");
        }
        try {
            JsonArray nodes = expanded(json);
            if (nodes.isEmpty() && mayBeEmpty) {
                return Json.object();
            }
            if (nodes.size() == 1 && nodes.get(0) instanceof JsonObject node) {
                return members(node);
            }
        } catch (JsonLdError malformed) {
            throw new Refusal(Kind.MALFORMED_JSON, "the body is no JSON-LD: " + malformed.getMessage());
        }
        throw new Refusal(Kind.NOT_AN_OBJECT, "the body holds no message, or more than one");
    }

    private static JsonArray expanded(JsonNode json) throws JsonLdError {
        return JsonLd.expand(JsonDocument.of(new StringReader(Json.write(json))))
                .loader(NOTHING_FETCHED)
                .get();
    }

    /** Reads the message of an answer; empty if it is no JSON-LD document with one node. */
    public static Optional<ObjectNode> read(String text) {
        try {
            JsonArray nodes = expanded(Json.tree(text));
            return nodes.size() == 1 && nodes.get(0) instanceof JsonObject node
                    ? Optional.of(members(node))
                    : Optional.empty();
        } catch (JsonLdError | JacksonException noMessage) {
            return Optional.empty();
        }
    }

    /** The id of the node that a request holds, if it has one. */
    public static Optional<String> id(Request request) {
        try {
            JsonArray nodes = expanded(Json.tree(request.text()));
            return nodes.size() == 1 && nodes.get(0) instanceof JsonObject node && node.containsKey("@id")
                    ? Optional.of(node.getString("@id"))
                    : Optional.empty();
        } catch (JsonLdError | JacksonException noMessage) {
            return Optional.empty();
        }
    }

    private static ObjectNode members(JsonObject node) {
        ObjectNode members = Json.object();
        for (Map.Entry<String, JsonValue> member : node.entrySet()) {
            if (!member.getKey().startsWith("@")) {
                members.set(local(member.getKey()), value(member.getValue()));
            }
        }
        return members;
    }

    private static String local(String iri) {
        return iri.startsWith(EDC) ? iri.substring(EDC.length()) : iri;
    }

    private static JsonNode value(JsonValue value) {
        if (value instanceof JsonArray array) {
            ArrayNode all = Json.array();
            array.forEach(each -> all.add(value(each)));
            return all.size() == 1 ? all.get(0) : all;
        }
        if (value instanceof JsonObject object) {
            if (object.containsKey("@value")) {
                return Json.tree(object.get("@value").toString());
            }
            return object.containsKey("@list") ? value(object.get("@list")) : members(object);
        }
        return Json.tree(value.toString());
    }

    /** A DataFlowResponseMessage without a data address. */
    public static ObjectNode response() {
        return typed("DataFlowResponseMessage");
    }

    /** A data address as the example in the section "Access Token Generation" has it. */
    public static ObjectNode address(DataAddress address) {
        ObjectNode node = Json.object()
                .put("@type", "dspace:DataAddress")
                .put("dspace:endpointType", DataAddresses.HTTP_TYPE)
                .put("dspace:endpoint", address.endpoint());
        ArrayNode properties = node.putArray("dspace:endpointProperties");
        for (List<String> each : List.of(List.of("authorization", address.token()), List.of("authType", "bearer"))) {
            properties
                    .addObject()
                    .put("@type", "dspace:EndpointProperty")
                    .put("dspace:name", EDC + each.get(0))
                    .put("dspace:value", each.get(1));
        }
        return node;
    }

    /** Changes a message whose data address has plain names while that is done, whatever it has before and afterwards. */
    public static ObjectNode inPlainForm(ObjectNode message, UnaryOperator<ObjectNode> change) {
        return message.has("@context") ? prefixed(change.apply(unprefixed(message))) : change.apply(message);
    }

    /** Every name that the vocabulary of data addresses defines has its prefix. */
    private static ObjectNode prefixed(ObjectNode message) {
        return readdressed(message, name -> ADDRESS_NAMES.contains(name) ? PREFIX + name : name);
    }

    /** No name has it. */
    private static ObjectNode unprefixed(ObjectNode message) {
        return readdressed(message, name -> name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
    }

    private static ObjectNode readdressed(ObjectNode message, UnaryOperator<String> names) {
        if (message.path(ADDRESS) instanceof ObjectNode address) {
            message.set(ADDRESS, renamed(address, names));
        }
        return message;
    }

    private static JsonNode renamed(JsonNode node, UnaryOperator<String> names) {
        if (node instanceof ArrayNode list) {
            ArrayNode renamed = Json.array();
            list.forEach(each -> renamed.add(renamed(each, names)));
            return renamed;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode renamed = Json.object();
        object.properties()
                .forEach(member -> renamed.set(names.apply(member.getKey()), renamed(member.getValue(), names)));
        return renamed;
    }

    /** The answer to a question for the state. */
    public static ObjectNode state(String name) {
        return typed("DataFlowState").put("state", name);
    }

    private static ObjectNode typed(String type) {
        ObjectNode message = Json.object();
        message.putObject("@context").put("@vocab", EDC).put("edc", EDC).put("dspace", DSPACE);
        return message.put("@type", type);
    }
}
