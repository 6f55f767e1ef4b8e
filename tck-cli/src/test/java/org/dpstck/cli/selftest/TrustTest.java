package org.dpstck.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dpstck.cli.suite.Suites;
import org.junit.jupiter.api.Test;

/** A part of the self-test, for every build; {@code ./dps-tck self-test} is all of it. */
class TrustTest {

    private static final int SHARE = 48;
    private static final int LANES = 6;

    /** Steps through the lists of faults and variants, so that something of every sort is among them. */
    @Test
    void theSuiteFindsFaultsAndFlagsNoVariant() {
        var request = new SelfTestRequest(
                List.of(), List.of(), List.of(), "data-plane", SelfTestRequest.Depth.NORMAL, SHARE, 7, LANES);

        var report = new SelfTest(request, Suites.installed(), new TrialProgress(null)).execute();

        assertThat(report.problemLines()).isEmpty();
        assertThat(report.faults()).hasSizeGreaterThan(20).allMatch(FaultReport::caught);
        assertThat(report.variants()).hasSizeGreaterThan(2).noneMatch(VariantReport::flagged);
        assertThat(report.useless()).as("a part says nothing of useless cases").isEmpty();
        assertThat(report.complete()).isFalse();
    }
}
