package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private final Journal journal = new Journal();

    @Test
    void exchangesAreInTheOrderTheyBegan() {
        journal.add(exchange("x2", 2));
        journal.add(exchange("x1", 1));

        assertThat(journal.exchanges()).extracting(Exchange::id).containsExactly("x1", "x2");
    }

    @Test
    void aFloodCostsACounter() {
        for (int i = 0; i < 5_000; i++) {
            journal.add(exchange("x" + i, i));
        }
        assertThat(journal.exchanges()).hasSize(200);
        assertThat(journal.dropped()).isEqualTo(4_800);
    }

    @Test
    void summaries() {
        assertThat(exchange("x1", 0).summary()).isEqualTo("GET http://h/ → no answer (why)");
        assertThat(Durations.text(Duration.ofMillis(700))).isEqualTo("700 ms");
        assertThat(Durations.text(Duration.ofSeconds(5))).isEqualTo("5 s");
    }

    @Test
    void foreignTextIsTamed() {
        assertThat(Texts.oneLine("a\r\n\tb\u0000c\u001b[0m ", 100)).isEqualTo("a b\ufffdc\ufffd[0m");
        assertThat(Texts.cut("abcdef", 3)).isEqualTo("abc… (6 characters)");
        assertThat(Texts.cut("abc", 3)).isEqualTo("abc");
        assertThat(Texts.cut(null, 3)).isNull();
    }

    private static Exchange exchange(String id, int second) {
        var request = new Exchange.Request("GET", "http://h/", List.of(), null);
        return new Exchange(
                id, Exchange.Direction.TO_SYSTEM, "test", START.plusSeconds(second), 1, request, null, "why");
    }
}
