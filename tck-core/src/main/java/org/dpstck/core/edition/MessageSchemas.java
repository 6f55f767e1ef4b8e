package org.dpstck.core.edition;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Validates messages against the JSON Schemas of an edition; every schema is registered by its IRI, none is fetched. */
public final class MessageSchemas {

    private final Map<String, String> iris = new HashMap<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;

    /** The schemas of an edition. */
    public MessageSchemas(Edition edition) {
        ObjectMapper json = JsonMapper.builder().build();
        var texts = new HashMap<String, String>();
        edition.schemas().forEach((file, schema) -> {
            var iri = String.valueOf(schema.get("$id"));
            iris.put(file.replace(".schema.json", ""), iri);
            texts.put(iri, json.writeValueAsString(schema));
        });
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }

    /**
     * What is wrong with a message.
     *
     * @param name of the message or type, like {@code DataFlowResponseMessage}
     */
    public List<SchemaProblem> validate(String name, JsonNode message) {
        var iri = iris.get(name);
        if (iri == null) {
            throw new EditionException("no schema for " + name);
        }
        var schema = compiled.computeIfAbsent(name, it -> registry.getSchema(SchemaLocation.of(iri)));
        return schema.validate(message).stream()
                .map(error -> new SchemaProblem(
                        String.valueOf(error.getInstanceLocation()),
                        String.valueOf(error.getKeyword()),
                        error.getMessage()))
                .toList();
    }

    /**
     * One thing a schema objects to.
     *
     * @param pointer JSON pointer into the message
     * @param keyword of JSON Schema that objects
     * @param text for people
     */
    public record SchemaProblem(String pointer, String keyword, String text) {

        /** Pointer and text. */
        @Override
        public String toString() {
            return (pointer.isEmpty() ? "the message" : pointer) + ": " + text;
        }
    }
}
