package org.dpstck.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.Variant;
import org.dpstck.reference.Variants;
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

    /** What it says of each is as old as its date; that it leaves nothing out is held to the data. */
    @Test
    void thePageForReadersNamesEveryFaultAndVariant() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "trust.md"));

        assertThat(Stream.concat(
                        Faults.all().stream().map(Fault::id),
                        Variants.all().stream().map(Variant::id)))
                .as("docs/trust.md is out of date: run ./dps-tck self-test --trust docs/trust.md and commit it")
                .allMatch(id -> page.contains("`" + id + "`"));
    }
}
