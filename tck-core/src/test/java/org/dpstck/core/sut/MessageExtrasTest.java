package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageExtrasTest {

    private static final Map<String, Object> MESSAGE =
            Map.of("processId", "p-1", "sourceDataAddress", Map.of("type", "HttpData", "baseUrl", "http://a.example"));

    @Test
    void mapsAreMergedAndPlaceholdersFilled() {
        var extras = new MessageExtras(
                Map.of("flowType", "{flowType}", "sourceDataAddress", Map.of("kind", List.of("{{flowType}}"))),
                Map.of(),
                List.of());
        assertThat(extras.over(MESSAGE, Map.of("flowType", "PULL")))
                .containsEntry("flowType", "PULL")
                .containsEntry("processId", "p-1")
                .containsEntry(
                        "sourceDataAddress",
                        Map.of("type", "HttpData", "baseUrl", "http://a.example", "kind", List.of("{flowType}")));
    }

    @Test
    void metadataAndLabelsReplace() {
        var extras = new MessageExtras(Map.of(), Map.of("size", 3), List.of("gold"));
        var merged = extras.over(Map.of("metadata", Map.of("old", true), "labels", List.of("old")), Map.of());
        assertThat(merged).containsEntry("metadata", Map.of("size", 3)).containsEntry("labels", List.of("gold"));
    }

    @Test
    void nothingOnTopChangesNothing() {
        assertThat(MessageExtras.none().over(MESSAGE, Map.of())).isEqualTo(MESSAGE);
    }
}
