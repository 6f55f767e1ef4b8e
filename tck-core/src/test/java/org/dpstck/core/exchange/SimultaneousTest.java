package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes at the same time is marked as such, whatever its moments are. */
@Timeout(60)
class SimultaneousTest {

    private final Journal journal = new Journal();

    @Test
    void whatGoesTogetherIsMarkedAndNothingElse() throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var wire = Wires.patient()) {
            Supplier<Reply> request =
                    () -> wire.send(journal, "stimulus", new Outgoing("GET", server.url("/x"), null, null));

            request.get();
            var first = Simultaneous.replies(journal, List.of(request, request));
            var second = Simultaneous.replies(journal.about("twin"), List.of(request, request));
            request.get();

            var marks = journal.exchanges().stream().map(Exchange::together).toList();
            assertThat(marks).containsExactly(null, "t1", "t1", "t2", "t2", null);
            assertThat(first.get(0).exchange().isTogetherWith(first.get(1).exchange()))
                    .isTrue();
            assertThat(first.get(0).exchange().isTogetherWith(second.get(0).exchange()))
                    .isFalse();
        }
    }

    @Test
    void allOfThemAreOnTheirWayBeforeOneIsAnswered() {
        var all = new CountDownLatch(4);
        Supplier<Reply> request = () -> {
            all.countDown();
            try {
                assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Reply(null, 200, List.of(), new byte[0], null);
        };

        assertThat(Simultaneous.replies(journal, List.of(request, request, request, request)))
                .hasSize(4);
    }
}
