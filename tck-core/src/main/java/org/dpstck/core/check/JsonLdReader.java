package org.dpstck.core.check;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.edition.JsonLdForm;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON-LD messages, so that every form of a message is the same tree of plain names.
 *
 * <p>Nothing is fetched: a context that is named by its URL alone counts as empty, and what it would have explained is read
 * as the edition's own context explains it.
 */
public final class JsonLdReader {

    private static final String TYPE = "@type";
    private static final String ID = "@id";
    private static final String VALUE = "@value";
    private static final String LIST = "@list";
    private static final DocumentLoader NEVER_FETCHING =
            (url, options) -> JsonDocument.of(new StringReader("{\"@context\":{}}"));

    private final JsonLdForm form;

    /** A reader for the messages of an edition. */
    public JsonLdReader(JsonLdForm form) {
        this.form = form;
    }

    /**
     * A message with its members by their plain names, as it is read with the context of the edition beside its own.
     *
     * @return empty if the text is no JSON, no JSON-LD, or not one object
     */
    public Optional<Map<String, Object>> plain(String text) {
        return document(text).flatMap(it -> expanded(it, Json.text(form.reads())));
    }

    /** The same, read with nothing but the context that the text brings along. */
    public Optional<Map<String, Object>> byItself(String text) {
        return document(text).flatMap(it -> expanded(it, null));
    }

    /** Whether a text names a context by its URL: what that explains, nobody here knows. */
    public static boolean namesContext(String text) {
        return Bodies.object(text).filter(JsonLdReader::namesContext).isPresent();
    }

    private static boolean namesContext(JsonNode node) {
        var contexts = node.path("@context");
        var named = contexts.isString() || contexts.valueStream().anyMatch(JsonNode::isString) && contexts.isArray();
        return named || node.valueStream().anyMatch(JsonLdReader::namesContext);
    }

    /**
     * A message of the suite in the expanded form.
     *
     * @throws IllegalArgumentException if it is no JSON-LD
     */
    public String expandedForm(Map<String, Object> message) {
        try {
            return JsonLd.expand(
                            document(Json.text(message)).orElseThrow(() -> new IllegalArgumentException("no JSON")))
                    .loader(NEVER_FETCHING)
                    .get()
                    .toString();
        } catch (JsonLdError e) {
            throw new IllegalArgumentException("no JSON-LD: " + e.getMessage(), e);
        }
    }

    /**
     * A message of the suite, compacted with another context.
     *
     * @throws IllegalArgumentException if it is no JSON-LD
     */
    public String compactedForm(Map<String, Object> message, Map<String, Object> context) {
        try {
            var whole = document(Json.text(message)).orElseThrow(() -> new IllegalArgumentException("no JSON"));
            var with = document(Json.text(Map.of("@context", context))).orElseThrow();
            return JsonLd.compact(whole, with).loader(NEVER_FETCHING).get().toString();
        } catch (JsonLdError e) {
            throw new IllegalArgumentException("no JSON-LD: " + e.getMessage(), e);
        }
    }

    private static Optional<Document> document(String text) {
        try {
            return Optional.of(JsonDocument.of(new StringReader(text)));
        } catch (JsonLdError | JsonException notJson) {
            return Optional.empty();
        }
    }

    private Optional<Map<String, Object>> expanded(Document document, String context) {
        try {
            var expansion = JsonLd.expand(document).loader(NEVER_FETCHING);
            if (context != null) {
                expansion.context(JsonDocument.of(new StringReader(context)));
            }
            var nodes = expansion.get();
            return nodes.size() == 1 && nodes.get(0) instanceof JsonObject node
                    ? Optional.of(members(node))
                    : Optional.empty();
        } catch (JsonLdError notJsonLd) {
            return Optional.empty();
        }
    }

    private Map<String, Object> members(JsonObject node) {
        var members = new LinkedHashMap<String, Object>();
        node.forEach((key, value) -> {
            if (key.equals(TYPE)) {
                members.put(TYPE, type(value));
            } else if (key.equals(ID)) {
                members.put(ID, scalar(value));
            } else if (!key.startsWith("@")) {
                members.putIfAbsent(form.name(key), values(form.name(key), value));
            }
        });
        return members;
    }

    /** Of several types the first one that belongs to a vocabulary of the edition. */
    private String type(JsonValue value) {
        var names = new ArrayList<String>();
        if (value instanceof JsonArray types) {
            types.getValuesAs(JsonString.class).forEach(each -> names.add(each.getString()));
        } else if (value instanceof JsonString one) {
            names.add(one.getString());
        }
        return names.stream()
                .filter(iri -> !form.name(iri).equals(iri))
                .findFirst()
                .map(form::name)
                .orElse(names.isEmpty() ? "" : names.get(0));
    }

    private Object values(String name, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            return value(value);
        }
        var values = new ArrayList<Object>();
        for (var each : array) {
            if (each instanceof JsonObject object && object.get(LIST) instanceof JsonArray inner) {
                inner.forEach(item -> values.add(value(item)));
            } else {
                values.add(value(each));
            }
        }
        return values.size() == 1 && !form.lists().contains(name) ? values.get(0) : List.copyOf(values);
    }

    private Object value(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return scalar(value);
        }
        if (object.containsKey(VALUE)) {
            return scalar(object.get(VALUE));
        }
        return object.size() == 1 && object.get(ID) instanceof JsonString reference
                ? reference.getString()
                : members(object);
    }

    /** As the library of JSON trees knows it. */
    private static Object scalar(JsonValue value) {
        return Bodies.value(String.valueOf(value));
    }
}
