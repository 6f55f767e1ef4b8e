package org.dpstck.reports.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    @Test
    void findsEveryValueInOrder() {
        assertThat(in(
                        "{\"processId\":\"process-1\",\"flow\":\"flow-17\",\"again\":\"process-1\"}",
                        "process-1",
                        "flow-17"))
                .containsExactly("process-1", "flow-17", "process-1");
    }

    @Test
    void takesTheFirstOfTheListWhereSeveralBegin() {
        assertThat(in("http://localhost:1/x/flows/1", "http://localhost:1/x", "http://localhost:1"))
                .containsExactly("http://localhost:1/x");
    }

    @Test
    void findsNoPartOfAWord() {
        assertThat(in("process-12 xprocess-1 process-1x", "process-1")).isEmpty();
        assertThat(in("process-12 process-1", "process-1")).containsExactly("process-1");
    }

    @Test
    void findsWhatStandsBehindAPercentEscape() {
        assertThat(in("http%3A%2F%2Flocalhost", "localhost")).containsExactly("localhost");
    }

    @Test
    void findsAShortValueOnlyAsASegmentOrAString() {
        assertThat(in("/flows/7/start", "7")).containsExactly("7");
        assertThat(in("{\"id\":\"7\"}", "7")).containsExactly("7");
        assertThat(in("/flows/7", "7")).containsExactly("7");
        assertThat(in("/flows/7?x", "7")).containsExactly("7");
        assertThat(in("7 of 7, port 8087", "7")).isEmpty();
    }

    @Test
    void findsWordsOfOtherScriptsAndOddCharacters() {
        assertThat(in("\"id\":\"übung ☃\"", "übung ☃")).containsExactly("übung ☃");
        assertThat(in("a../../b", "../../b")).containsExactly("../../b");
    }

    private static List<String> in(String text, String... values) {
        return Occurrences.of(List.of(values), text).stream()
                .map(Occurrences.Found::value)
                .toList();
    }
}
