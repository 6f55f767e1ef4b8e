package org.dpstck.controlplane.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.junit.jupiter.api.Test;

class DroughtTest {

    private static final FlowKind PUSH = new FlowKind(Side.CONSUMER, Direction.PUSH);
    private static final FlowKind PULL = new FlowKind(Side.CONSUMER, Direction.PULL);
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofMillis(500);

    private final Drought drought = new Drought();

    @Test
    void fewThatDoNotComeAreNoDrought() {
        inVain(5);

        assertThat(drought.lasts(PUSH)).isFalse();
        assertThat(drought.patience(PUSH, USUAL, LEAST)).isEqualTo(USUAL);
    }

    @Test
    void afterManyTheNextOneIsWaitedForBriefly() {
        inVain(6);

        assertThat(drought.lasts(PUSH)).isTrue();
        assertThat(drought.patience(PUSH, USUAL, LEAST)).isEqualTo(LEAST);
    }

    @Test
    void anotherKindIsWaitedForAsUsual() {
        inVain(6);

        assertThat(drought.lasts(PULL)).isFalse();
        assertThat(drought.patience(PULL, USUAL, LEAST)).isEqualTo(USUAL);
    }

    @Test
    void aSlowSystemKeepsTheTimeThatItNeeds() {
        drought.came(PUSH, Duration.ofSeconds(1));
        inVain(6);
        assertThat(drought.patience(PUSH, USUAL, LEAST)).isEqualTo(Duration.ofSeconds(3));

        drought.came(PULL, Duration.ofSeconds(4));
        assertThat(drought.patience(PUSH, USUAL, LEAST)).isEqualTo(USUAL);
    }

    @Test
    void theFirstOneThatComesEndsIt() {
        inVain(60);
        drought.came(PUSH, LEAST);

        assertThat(drought.lasts(PUSH)).isFalse();
        inVain(5);
        assertThat(drought.lasts(PUSH)).isFalse();
    }

    private void inVain(int times) {
        IntStream.range(0, times).forEach(i -> drought.stayedAway(PUSH));
    }
}
