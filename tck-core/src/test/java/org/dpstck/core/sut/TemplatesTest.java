package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Map<String, String> VALUES =
            Map.of("processId", "a/b ?\"ü", "url", "http://h:1/x", "dataFlowId", "$1\\");

    @Test
    void textsTakeValuesAsTheyAre() {
        assertThat(Templates.fill("<{processId}|{dataFlowId}>", VALUES)).isEqualTo("<a/b ?\"ü|$1\\>");
        assertThat(Templates.fill("{} {{processId}} {a b} {", VALUES)).isEqualTo("{} {processId} {a b} {");
    }

    @Test
    void urlsTakeEncodedValuesExceptAtTheStart() {
        assertThat(Templates.fillUrl("{url}/{processId}?u={url}", VALUES))
                .isEqualTo("http://h:1/x/a%2Fb%20%3F%22%C3%BC?u=http%3A%2F%2Fh%3A1%2Fx");
        assertThat(Templates.fillUrl("http://h/{dataFlowId}", VALUES)).isEqualTo("http://h/%241%5C");
    }

    @Test
    void jsonTakesEscapedValues() {
        assertThat(Templates.fillJson("{\"a\":{\"b\":\"{processId}\"}}", VALUES))
                .isEqualTo("{\"a\":{\"b\":\"a/b ?\\\"ü\"}}");
    }

    @Test
    void treesKeepTheirShape() {
        var tree = Map.<String, Object>of("{url}", List.of("{url}", 1, true, Map.of("x", "{url}")));

        assertThat(Templates.fillTree(tree, VALUES))
                .isEqualTo(Map.of("{url}", List.of("http://h:1/x", 1, true, Map.of("x", "http://h:1/x"))));
    }

    @Test
    void aPlaceholderWithoutValueIsNamed() {
        assertThatThrownBy(() -> Templates.fill("{datasetId}", Map.of("url", "u", "processId", "p")))
                .isInstanceOf(TriggerFailedException.class)
                .hasMessage("the placeholder {datasetId} has no value at this point;"
                        + " those that have one are {processId}, {url}");
    }

    @Test
    void aMessageTriggerIsMergedMapByMap() {
        var message = Map.<String, Object>of("processId", "p", "metadata", Map.of("a", 1, "b", List.of(1)));
        var trigger = new MessageTrigger(Map.of(
                "metadata",
                Map.of("b", List.of(2), "flow", "{processId}"),
                "labels",
                List.of("async"),
                "processId",
                5));

        assertThat(trigger.mergeInto(message, Map.of("processId", "p")))
                .isEqualTo(Map.of(
                        "processId", 5,
                        "metadata", Map.of("a", 1, "b", List.of(2), "flow", "p"),
                        "labels", List.of("async")));
        assertThat(message).hasSize(2);
    }
}
