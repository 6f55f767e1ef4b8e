package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.repeat.RepeatScripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that repeat cases see what the suite saw, and nothing where there is nothing. */
class RepeatTest {

    private static final int TRIES = 20;

    @TempDir
    private Path folder;

    private record Ended(int code, String printed) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    START-DUPLICATE-NEW-FLOW              | START-DUPLICATE.provider-p*             | HTTP 200
                    START-201                             | START-200                               | HTTP 201
                    PREPARE-DATA-FLOW-ID-MISSING          | PREPARE-RESPONSE                        | as in the run
                    START-HTML                            | RESPONSE-JSON                           | as in the run
                    START-STATE-LOWER-CASE                | STATE-NAMES                             | as in the run
                    START-LOCATION-MISSING                | START-202-LOCATION                      | as in the run
                    SUSPEND-ACCEPTS-UNKNOWN-ID            | SUSPEND-UNKNOWN                         | HTTP 200
                    SUSPEND-500-ON-MALFORMED-JSON         | SUSPEND-BODY.*                          | HTTP 500
                    SUSPEND-IN-PREPARED                   | TRANSITION-ILLEGAL                      | ✗
                    SUSPEND-409-BUT-MOVES                 | TRANSITION-ILLEGAL                      | SUSPENDED
                    RESPONSE-CHANNEL-OFFERED-BY-CONSUMER  | RESPONSE-CHANNEL-NOT-THE-CONSUMERS.*    | as in the run
                    COMPLETED-CALLBACK-PUT                | CALLBACK-ADDRESS*                       | as in the run
                    CREATION-RACE                         | START-SIMULTANEOUS.*                    | were granted
                    SIGNAL-UNDOES-TERMINATE               | FINAL-SIMULTANEOUS.consumer-pull.STARTED.* | TERMINATED
                    """)
    void aFaultOfADataPlane(String fault, String only, String seen) throws Exception {
        var failed = failed("run", "--only", only, "--reference-fault", fault);

        try (var faulty = ReferenceDataPlane.start(
                        ReferenceOptions.defaults().withPort(0).withFaults(fault));
                var correct =
                        ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(0))) {
            check(
                    failed,
                    seen,
                    Map.of("BASE_URL", faulty.baseUrl().toString()),
                    Map.of("BASE_URL", correct.baseUrl().toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-02 | UNKNOWN-PROCESS-200            | TP-UNKNOWN.provider-pull.*              | HTTP 200
                    2026-02 | ANSWERS-REQUEST-200            | TP-REQUEST.*                            | HTTP 200
                    2026-02 | TELLS-START-NEVER              | TP-SENDS-START.*                        | nothing arrived
                    2026-02 | SENDS-START-WITHOUT-MESSAGE-ID | SENDS-START-MESSAGE                     | as in the run
                    2025-08 | SENDS-START-ELSEWHERE          | SENDS-START.provider-push               | nothing arrived
                    1.0-RC3 | TAKES-STARTED-204              | ASYNCHRONOUS-WAIT.provider-push         | HTTP 204
                    edc-1   | SOURCED-START-WITHOUT-CONTEXT  | SENDS-START-MESSAGE                     | as in the run
                    edc-1   | SOURCED-PUSH-ELSEWHERE         | SENDS-PUSH-ADDRESS                      | as in the run
                    edc-1   | SOURCED-CATALOG-ONE-TYPE       | CATALOG-DISTRIBUTIONS                   | does not have
                    """)
    void aFaultOfAControlPlane(String edition, String fault, String only, String seen) throws Exception {
        var failed = failed(
                "run", "--role", "control-plane", "--edition", edition, "--only", only, "--reference-fault", fault);

        try (var faulty = ReferenceControlPlane.start(
                        asInTheRun().withEdition(edition).withFaults(List.of(fault)));
                var correct = ReferenceControlPlane.start(asInTheRun().withEdition(edition))) {
            check(failed, seen, addresses(faulty), addresses(correct));
        }
    }

    @Test
    void aScriptThatStandsAlone() throws Exception {
        run(0, "run", "--only", "CALLBACK-COMPLETED", "--out", folder.toString());
        var script = folder.resolve("alone.sh");

        var result =
                run(0, "repeat", folder.toString(), "callback.completed.provider-push", "--out", script.toString());

        assertThat(result.out()).isEmpty();
        try (var correct = ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(0))) {
            var again = begin(script, Map.of("BASE_URL", correct.baseUrl().toString()))
                    .end();
            assertThat(again.code()).as(again.printed()).isZero();
            assertThat(again.printed()).contains("trigger complete", "/dataflow/completed", "OK");
        }
    }

    @Test
    void aSystemThatIsNotThereHasNoFault() throws Exception {
        run(0, "run", "--only", "START-200", "--out", folder.toString());

        var again = repeat(RunRecords.read(folder).cases().get(0), Map.of("BASE_URL", "http://127.0.0.1:1/signaling"));

        assertThat(again.code()).as(again.printed()).isEqualTo(2);
        assertThat(again.printed()).contains("nothing is reached", "is BASE_URL right?");
    }

    /** What a data address names may have a certificate of its own, and what a callback got is in the record. */
    @Test
    void theScriptsOfAnEditionWithDataEndpoints() throws Exception {
        run(
                0,
                "run",
                "--edition",
                "1.0-RC3",
                "--only",
                "HTTP-BEARER.provider-pull,AGREEMENT-READ.provider-push,CALLBACK-MESSAGE.started.provider-push",
                "--out",
                folder.toString());
        var cases = RunRecords.read(folder).cases();
        assertThat(cases).hasSize(3);

        try (var correct =
                ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(0).withEdition("1.0-RC3"))) {
            for (var result : cases) {
                var again = repeat(result, Map.of("BASE_URL", correct.baseUrl().toString()));
                assertThat(again.code())
                        .as(result.id() + "\n" + again.printed())
                        .isZero();
            }
        }
    }

    /** One after the other against a system that remembers the data planes of the ones before, which are gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    edc-1   | DATAPLANES-DELETE-EFFECT,FLOW-FAILED.provider-pull.array,RELAYS-NEW-ADDRESS.provider-pull,\
                    TP-SENDS-START.provider-pull,TP-STATE.provider-pull.REQUESTED.completion
                    1.0-RC3 | TAKES-EARLY.provider-push.started,TAKES-CROSSING.provider-push.suspend,\
                    SENDS-TERMINATE-SIMULTANEOUS.provider-pull
                    edc-1   | UNAVAILABLE-NOT-SELECTED.503
                    2025-08 | TP-SENDS-START.provider-push,TP-STATE.provider-pull.REQUESTED.start
                    """)
    void theScriptsOfAControlPlane(String edition, String only) throws Exception {
        run(0, "run", "--role", "control-plane", "--edition", edition, "--only", only, "--out", folder.toString());
        var cases = RunRecords.read(folder).cases();
        assertThat(cases).hasSize(only.split(",").length);

        try (var correct = ReferenceControlPlane.start(asInTheRun().withEdition(edition))) {
            for (var result : cases) {
                var again = repeat(result, addresses(correct));
                assertThat(again.code())
                        .as(result.id() + "\n" + again.printed())
                        .isIn(0, 3); // 3 where the moments of the run decide, and then with the reason
            }
        }
    }

    /** The data plane reads by itself what the suite, and then the script, has for it. */
    @Test
    void theDataThatASystemFetches() throws Exception {
        run(
                0,
                "run",
                "--edition",
                "edc-1",
                "--only",
                "DATA-ACCESS.suspend,STATUS-STATE.provider-push.SUSPENDED",
                "--out",
                folder.toString());
        var cases = RunRecords.read(folder).cases();
        assertThat(cases).hasSize(2);

        try (var correct =
                ReferenceDataPlane.start(ReferenceOptions.defaults().withPort(0).withEdition("edc-1"))) {
            for (var result : cases) {
                var again = repeat(result, Map.of("BASE_URL", correct.baseUrl().toString()));
                assertThat(again.code())
                        .as(result.id() + "\n" + again.printed())
                        .isZero();
            }
        }
    }

    @Test
    void whatCannotBeRepeated() {
        run(0, "run", "--only", "START-200,BASE-URL-HTTPS", "--out", folder.toString());

        assertThat(run(2, "repeat", folder.toString(), "START-200.provider-push.x")
                        .err())
                .contains("the run has no case 'START-200.provider-push.x'");
        assertThat(run(2, "repeat", folder.toString(), "BASE-URL-HTTPS").err()).contains("nothing of BASE-URL-HTTPS");
    }

    /** One case after the other, as one may disturb the next; each against both systems at a time. */
    private void check(List<CaseResult> failed, String seen, Map<String, String> faulty, Map<String, String> correct)
            throws IOException, InterruptedException {
        for (var result : failed) {
            var bad = begin(result, faulty);
            var good = begin(result, correct);
            var again = bad.end();
            for (int i = 0; i < TRIES && again.code() == 0; i++) {
                again = repeat(result, faulty); // A race that the suite hit may take a script some tries.
            }
            assertThat(again.code()).as(result.id() + "\n" + again.printed()).isEqualTo(1);
            assertThat(again.printed()).contains(seen, "FAILED");
            var fine = good.end();
            assertThat(fine.code()).as(result.id() + "\n" + fine.printed()).isZero();
        }
    }

    private List<CaseResult> failed(String... args) throws IOException {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--out", folder.toString()));
        var summary = run(1, all.toArray(String[]::new));
        var failed = RunRecords.read(folder).cases().stream()
                .filter(it -> it.outcome() == Outcome.FAILED)
                .limit(2)
                .toList();
        assertThat(failed).isNotEmpty();
        assertThat(summary.out())
                .contains("sh "
                        + folder.resolve("repeat")
                                .resolve(RepeatScripts.file(failed.get(0).id())));
        return failed;
    }

    /** The control plane that the run judged knows the participants and the agreement of its description. */
    private static ControlPlaneOptions asInTheRun() {
        return ControlPlaneOptions.defaults()
                .withPort(0)
                .withAgreement("dps-tck-agreement", "dps-tck-dataset")
                .withParticipants("dps-tck-counter-party", "dps-tck-participant");
    }

    private static Map<String, String> addresses(ReferenceControlPlane plane) {
        return Map.of(
                "BASE_URL",
                plane.signalingUrl().toString(),
                "DSP_URL",
                plane.dspUrl().toString());
    }

    private Ended repeat(CaseResult result, Map<String, String> variables) throws IOException, InterruptedException {
        return begin(result, variables).end();
    }

    private Begun begin(CaseResult result, Map<String, String> variables) throws IOException {
        return begin(folder.resolve("repeat").resolve(RepeatScripts.file(result.id())), variables);
    }

    private Begun begin(Path script, Map<String, String> variables) throws IOException {
        var output = Files.createTempFile(folder, "script", ".txt");
        var builder = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // A script needs nothing else than its header says.
        builder.environment().keySet().retainAll(Set.of("PATH"));
        builder.environment().putAll(variables);
        return new Begun(builder.start(), output);
    }

    /** A script that runs; most of them wait most of the time. */
    private record Begun(Process process, Path output) {

        Ended end() throws IOException, InterruptedException {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the script ends")
                    .isTrue();
            // What is shown of a body is cut by bytes, which may part a character.
            return new Ended(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        }
    }

    private static Shell.Result run(int code, String... args) {
        var result = Shell.plain().run(args);
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        return result;
    }
}
