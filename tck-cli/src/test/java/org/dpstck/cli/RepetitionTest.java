package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dpstck.reports.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepetitionTest {

    @TempDir
    private Path folder;

    @Test
    void aCaseWhoseOutcomeChangesIsNamedWithItsSeeds() throws IOException {
        var result = toy("TOY-PASS,TOY-ONCE", "--repeat", "3", "--seed", "40");

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.out())
                .contains("seeds 40 to 42", "round 3 of 3, seed 42", "TOY-ONCE: passed 1× (seeds 40), failed 2×")
                .doesNotContain("TOY-PASS:");
        assertThat(RunRecords.read(folder.resolve("2")).seed()).isEqualTo(41);
    }

    @Test
    void nothingChangesWhereEverythingPasses() {
        var result = toy("TOY-PASS", "--repeat", "2");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("No outcome changed in 2 rounds.");
    }

    @Test
    void aSeedDecidesTheOrderAndIsOnRecord() throws IOException {
        var first = order("7");
        var again = order("7");

        assertThat(first).isEqualTo(again);
        assertThat(List.of(order("1"), order("2"), order("3"), order("4")))
                .as("orders of other seeds")
                .anyMatch(other -> !other.equals(first));
        assertThat(RunRecords.read(folder).seed()).isEqualTo(4);
    }

    @Test
    void aNumberOfRoundsIsOneOrMore() {
        assertThat(toy("TOY-PASS", "--repeat", "0").code()).isEqualTo(2);
    }

    /** One at a time, the order of the cases is that of their lines. */
    private List<String> order(String seed) {
        var out = toy("TOY-PASS,TOY-FAIL,TOY-ONCE", "--seed", seed, "--parallel", "1", "--verbose")
                .out();
        assertThat(out).contains("in the order of seed " + seed);
        return out.lines()
                .filter(line -> line.matches("(passed|failed) +TOY-.*"))
                .map(line -> line.replaceAll(".*?(TOY-[A-Z]+).*", "$1"))
                .toList();
    }

    private Shell.Result toy(String only, String... more) {
        var args = new ArrayList<>(
                List.of("run", "--url", "http://127.0.0.1:1", "--only", only, "--out", folder.toString()));
        args.addAll(List.of(more));
        return Shell.judgingWith(ToySuite.usable()).run(args.toArray(String[]::new));
    }
}
