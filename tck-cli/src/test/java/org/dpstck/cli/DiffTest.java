package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two runs compared, and failures that are known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffTest {

    private static final String FAULT = "START-DUPLICATE-NEW-FLOW";

    private Path dir;
    private Path good;
    private Path bad;

    @BeforeAll
    void judge(@TempDir Path temporary) {
        dir = temporary;
        good = dir.resolve("good");
        bad = dir.resolve("bad");
        assertThat(run("--out", good.toString()).code()).isZero();
        assertThat(run("--out", bad.toString(), "--reference-fault", FAULT).code())
                .isEqualTo(1);
    }

    @Test
    void whatFailsNowIsARegression() {
        var diff = Shell.plain().run("report", "diff", good.toString(), bad.toString());
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out())
                .contains("Newly failing: ", "START-DUPLICATE.provider-pull.STARTED  passed → failed")
                .contains("REGRESSION: PARTIAL before, NOT CONFORMANT now");
    }

    @Test
    void whatPassesNowIsNone() {
        var diff = Shell.plain().run("report", "diff", bad.toString(), good.toString(), "--format", "json");
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).contains("\"newlyPassing\": [", "\"newlyFailing\": []", "\"messages\": []");
    }

    @Test
    void anotherRunOfTheSameSystemChangesNothing() {
        var again = dir.resolve("again");
        run("--out", again.toString(), "--reference-fault", FAULT);
        var diff = Shell.plain().run("report", "diff", bad.toString(), again.toString());
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).contains("Nothing has changed.", "No regression");
    }

    @Test
    void anotherEditionCannotBeCompared() {
        var other = dir.resolve("other");
        run("--out", other.toString(), "--edition", "1.0-RC3");
        var diff = Shell.plain().run("report", "diff", good.toString(), other.toString());
        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.err()).contains("cannot be compared", "2026-02", "1.0-RC3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{case: START-DUPLICATE, reason: ticket 17} | 1 | not known: START-REDELIVERY",
                "{requirement: START-DUPLICATE, reason: ticket 17, until: 2999-01-31} | 0 | cases are known.",
                "{case: START-DUPLICATE.provider-pull.STARTED, reason: r} | 1 | not known: START-DUPLICATE.provider-push",
                "{case: START-DUPLICATE, reason: r, until: 2020-01-31} | 1 | expired on 2020-01-31",
                "{case: START-DUPLICATE} | 2 | needs a reason",
                "{reason: r} | 2 | needs either case or requirement",
                "{case: START-DUPLICATE, reason: r, until: soon} | 2 | until is a day like",
                "{case: START-DUPLICATE, why: r} | 2 | has to be a list of entries"
            })
    void knownFailuresDoNotFailThePipeline(String entry, int code, String said) throws IOException {
        var ran = run("--reference-fault", FAULT, "--known-failures", file("- " + entry));
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out() + ran.err()).contains(said);
        if (code != 2) {
            assertThat(ran.out()).contains("NOT CONFORMANT: ");
        }
    }

    @Test
    void anEntryThatPassesHasToGo() throws IOException {
        var ran = run("--known-failures", file("- {case: START-DUPLICATE, reason: ticket 17}"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("no longer fails: START-DUPLICATE; remove the entry");
    }

    @Test
    void anEntryThatIsAMatterOfMomentsMayPass() throws IOException {
        var ran = run("--known-failures", file("- {case: START-DUPLICATE, reason: a race, sometimes: true}"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).doesNotContain("no longer fails");
    }

    private String file(String yaml) throws IOException {
        var file = Files.createTempFile(dir, "known", ".yaml");
        return Files.writeString(file, yaml).toString();
    }

    private Shell.Result run(String... more) {
        var args = new ArrayList<>(List.of(
                "run", "--only", "START-DUPLICATE", "--out", dir.resolve("any").toString()));
        args.addAll(List.of(more));
        if (List.of(more).contains("--out")) {
            args.remove("--out");
            args.remove(dir.resolve("any").toString());
        }
        return Shell.plain().run(args.toArray(String[]::new));
    }
}
