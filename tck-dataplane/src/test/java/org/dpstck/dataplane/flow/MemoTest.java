package org.dpstck.dataplane.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.dpstck.core.verdict.Unjudgeable;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final Memo<String, Integer> memo = new Memo<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatWasFoundOutIsNotAskedAgain() {
        assertThat(memo.get("key", asked::incrementAndGet)).isEqualTo(1);
        assertThat(memo.get("key", asked::incrementAndGet)).isEqualTo(1);
        assertThat(memo.get("other key", asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatIsNullIsAskedAgain() {
        assertThat(memo.get("key", () -> null)).isNull();
        assertThat(memo.get("key", asked::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void aPrerequisiteThatFailsIsNoDefectOfTheSuite() {
        assertThatThrownBy(() -> memo.get("key", () -> {
                    throw Unjudgeable.inconclusive("a prerequisite failed");
                }))
                .isInstanceOf(Unjudgeable.class);
        assertThat(memo.get("key", asked::incrementAndGet))
                .as("the next one's luck")
                .isEqualTo(1);
    }
}
