package org.dpstck.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML lists that lie beside this class. */
final class Catalog {

    private Catalog() {}

    static <T> List<T> read(String resource, String member, Class<T> type) {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = Catalog.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from this build");
            }
            List<T> entries = new ArrayList<>();
            for (JsonNode node : mapper.readTree(in).path(member)) {
                entries.add(mapper.treeToValue(node, type));
            }
            return List.copyOf(entries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " cannot be read", unreadable);
        }
    }
}
