package org.dpstck.dataplane.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dpstck.core.verdict.Revocation;
import org.junit.jupiter.api.Test;

class RevocationsTest {

    @Test
    void nothingMeasuredIsNoValue() {
        assertThat(new Revocations().measured()).isEmpty();
    }

    @Test
    void theLongestOfAllTrialsCounts() {
        var revocations = new Revocations();
        revocations.add("terminate", Duration.ofMillis(3));
        revocations.add("suspend", Duration.ofMillis(40));
        revocations.add("suspend", Duration.ZERO);

        var measured = revocations.measured().orElseThrow();

        assertThat(measured.longestMillis()).isEqualTo(40);
        assertThat(measured.by())
                .containsExactly(new Revocation.Trials("suspend", 40, 2), new Revocation.Trials("terminate", 3, 1));
        assertThat(measured.text()).isEqualTo("40 ms (max of 3 trials)");
    }
}
