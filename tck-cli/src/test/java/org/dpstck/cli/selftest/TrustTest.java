package org.dpstck.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceRole;
import org.dpstck.reference.Variant;
import org.dpstck.reference.Variants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the self-test, for every build; {@code ./dps-tck self-test} is all of it. */
class TrustTest {

    /** A control plane has fewer faults, and each of them takes longer. */
    private static final Map<String, Integer> SHARES = Map.of("data-plane", 48, "control-plane", 40);

    private static final int LANES = 6;

    /** Steps through the lists of faults and variants, so that something of every sort is among them. */
    @ParameterizedTest
    @ValueSource(strings = {"data-plane", "control-plane"})
    void theSuiteFindsFaultsAndFlagsNoVariant(String role) {
        var share = SHARES.get(role);
        var request = new SelfTestRequest(
                List.of(), List.of(), List.of(), role, SelfTestRequest.Depth.NORMAL, share, 7, LANES);

        var report = new SelfTest(request, Suites.installed(), new TrialProgress(null)).execute();

        assertThat(report.problemLines()).isEmpty();
        assertThat(report.faults()).hasSizeGreaterThan(15).allMatch(FaultReport::caught);
        assertThat(report.variants()).isNotEmpty().noneMatch(VariantReport::flagged);
        assertThat(report.useless()).as("a part says nothing of useless cases").isEmpty();
        assertThat(report.complete()).isFalse();
    }

    /** What it says of each is as old as its date; that it leaves nothing out is held to the data. */
    @ParameterizedTest
    @CsvSource({"DATA_PLANE, trust.md", "CONTROL_PLANE, trust-control-plane.md"})
    void thePageForReadersNamesEveryFaultAndVariant(ReferenceRole role, String name) throws IOException {
        var page = Files.readString(Path.of("..", "docs", name));

        assertThat(Stream.concat(
                        Faults.of(role).stream().map(Fault::id),
                        Variants.of(role).stream().map(Variant::id)))
                .as(
                        "docs/%s is out of date: run ./dps-tck self-test --role %s --trust docs/%s and commit it",
                        name, role.word(), name)
                .allMatch(id -> page.contains("`" + id + "`"));
    }
}
