package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records of control planes, of which the suite has answered requests as well as sent them, are judged once more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejudgeControlPlaneTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SAME = Pattern.compile("(\\d+) of (\\d+) cases end as recorded, 0 otherwise");
    private static final double LEAST = 0.95;

    private Path dir;
    private Path part;

    @BeforeAll
    void judgeAPart(@TempDir Path temporary) {
        dir = temporary;
        part = dir.resolve("part");
        var ran = Shell.plain()
                .run(
                        "run",
                        "--role",
                        "control-plane",
                        "--quiet",
                        "--only",
                        "TP-REQUEST,SENDS-START,TP-SENDS-START,TAKES-COMPLETED,TP-STATE,TP-GET-UNKNOWN",
                        "--out",
                        part.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-02, 2025-1", "2026-02, dsp-tp", "1.0-RC3, 2025-1", "edc-1, 2025-1"})
    void aRecordLeadsToItsOwnOutcomes(String edition, String form) {
        var run = dir.resolve("whole-" + edition + "-" + form);
        judged(edition, run, "--dsp-form", form);

        var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

        assertThat(again.code()).as(again.out() + again.err()).isZero();
        var same = SAME.matcher(again.out());
        assertThat(same.find()).as(again.out()).isTrue();
        assertThat(Integer.parseInt(same.group(1))).as(again.out()).isGreaterThan((int)
                (LEAST * Integer.parseInt(same.group(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02, SENDS-START-TWICE",
        "2026-02, EARLY-CALLBACK-LOST",
        "1.0-RC3, TELLS-START-OTHER-PID",
        "edc-1, SOURCED-REPEATS-ANOTHER",
    })
    void whatFailedStillFails(String edition, String fault) throws IOException {
        var catalogue = Suites.installed().catalogue("control-plane", edition, null);
        var cases = Faults.of(ReferenceRole.CONTROL_PLANE).stream()
                .filter(it -> it.id().equals(fault))
                .flatMap(it -> it.requirements().stream())
                .filter(it -> !catalogue.verifying(it).isEmpty())
                .collect(Collectors.joining(","));
        var run = dir.resolve("fault-" + fault);
        judged(edition, run, "--only", cases, "--reference-fault", fault);
        assertThat(Files.readString(run.resolve("run.json")).contains("\"FAILED\""))
                .as("whether the fault makes anything fail")
                .isTrue();

        var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(again.out()).contains(", 0 otherwise.");
        assertThat(again.out().lines().filter(it -> it.contains("not re-judged: ")))
                .allMatch(it -> it.contains("client-credentials"));
    }

    @Test
    void anAnswerWithAnotherStatusIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "status",
                "TP-REQUEST.provider-pull",
                "TransferRequestMessage",
                it -> it.replace("\"status\":201", "\"status\":500"));

        assertThat(altered.out())
                .contains("TP-REQUEST.provider-pull: recorded PASSED, now FAILED under TP-REQUEST-201");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void aSignalThatLacksAMemberIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "signal",
                "SENDS-START.provider-pull",
                "start",
                it -> it.replace("\\\"agreementId\\\"", "\\\"agreement\\\""));

        assertThat(altered.out())
                .contains("SENDS-START.provider-pull: recorded PASSED, now FAILED under SENDS-START-MESSAGE");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void aMessageToTheOtherSideThatLacksAMemberIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "message",
                "TP-SENDS-START.provider-pull",
                "TransferStartMessage",
                it -> it.replaceFirst("providerPid", "pid")); // of the message, and not of its answer

        assertThat(altered.out())
                .contains("TP-SENDS-START.provider-pull: recorded PASSED, now FAILED under TP-SENDS-START-MESSAGE");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void anAnswerToACallbackIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "callback",
                "TAKES-COMPLETED.provider-push",
                "completed",
                it -> it.replace("\"status\":200", "\"status\":400"));

        assertThat(altered.out())
                .contains("TAKES-COMPLETED.provider-push: recorded PASSED, now FAILED under TAKES-COMPLETED");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void anotherStateIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "state",
                "TP-STATE.provider-pull.STARTED.suspension",
                "state of the process",
                it -> it.replace("SUSPENDED", "STARTED"));

        assertThat(altered.out())
                .contains("TP-STATE.provider-pull.STARTED.suspension: recorded PASSED, now FAILED under TP-LEGAL");
        assertThat(altered.code()).isEqualTo(1);
    }

    /** The record has the moments of requests and not those of the waits between them. */
    @Test
    void whatCameAsADeadlinePassedDecidesNothing() throws IOException {
        var record = (ObjectNode) JSON.readTree(Files.readString(part.resolve("run.json")));
        for (var each : record.withArray("cases")) {
            if (each.path("id").asString().equals("SENDS-START.provider-pull")) {
                var requested =
                        Instant.parse(each.path("exchanges").path(0).path("at").asString());
                each.path("exchanges").valueStream().skip(1).forEach(it -> ((ObjectNode) it)
                        .put("at", requested.plusMillis(5200).toString()));
                ((ObjectNode) each).put("outcome", "INCONCLUSIVE");
            }
        }
        var folder = Files.createDirectories(dir.resolve("late"));
        Files.writeString(folder.resolve("run.json"), record.toString());

        var again = Shell.plain().run("rejudge", folder.toString(), "--verbose");

        assertThat(again.code()).as(again.out()).isZero();
        assertThat(again.out())
                .contains(
                        "not re-judged: SENDS-START.provider-pull: the outcome rests on what came as a deadline passed");
    }

    /** A slow machine leaves the counter-party of the look beforehand there for longer, and more of it in the record. */
    @Test
    void aMessageAfterTheLookBeforehandDisturbsNothing() throws IOException {
        var record = (ObjectNode) JSON.readTree(Files.readString(part.resolve("run.json")));
        var common = (ArrayNode) record.path("basis").path("exchanges");
        var looked = common.valueStream()
                .filter(it -> it.path("purpose").asString().equals("TransferRequestMessage"))
                .reduce((first, second) -> second)
                .orElseThrow();
        var process = record.path("cases")
                .valueStream()
                .filter(it -> it.path("id").asString().equals("TP-SENDS-START.provider-pull"))
                .findFirst()
                .orElseThrow()
                .path("exchanges");
        var message = process.valueStream()
                .filter(it -> it.path("purpose").asString().equals("TransferStartMessage"))
                .findFirst()
                .orElseThrow()
                .toString();
        for (var id : List.of("consumerPid", "providerPid", "callbackAddress")) {
            message = message.replace(told(process.get(0), id), told(looked, id));
        }
        var late = (ObjectNode) JSON.readTree(message);
        var started = common.valueStream()
                .filter(it -> it.path("purpose").asString().equals("start"))
                .map(it -> Instant.parse(it.path("at").asString()))
                .max(Instant::compareTo)
                .orElseThrow();
        common.add(late.put("at", started.plusMillis(1).toString()));
        var folder = Files.createDirectories(dir.resolve("look"));
        Files.writeString(folder.resolve("run.json"), record.toString());

        var again = Shell.plain().run("rejudge", folder.toString(), "--verbose");

        assertThat(again.code()).as(again.out()).isZero();
        assertThat(again.out()).contains(", 0 otherwise.").doesNotContain("not re-judged: TP-GET-UNKNOWN");
    }

    /** What a request for a transfer or its answer says about the process; ids without their URN, which a URL encodes. */
    private static String told(JsonNode exchange, String member) {
        return Stream.of("answer", "request")
                .map(it ->
                        JSON.readTree(exchange.path(it).path("body").asString()).path(member))
                .filter(JsonNode::isString)
                .map(it -> it.asString().replace("urn:uuid:", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsEscapedInARecordIsReadAsAnythingElse() {
        var run = dir.resolve("escaped");
        judged("2026-02", run, "--only", "TP-SENDS-*,TP-GET", "--reference-variant", "CONTROL-ESCAPED-JSON");

        var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

        assertThat(again.out()).contains(", 0 otherwise.");
        assertThat(again.code()).as(again.out()).isZero();
    }

    @Test
    void whatTheSuiteIsSaidToHaveAnsweredHasToBeWhatItAnswers() throws IOException {
        var altered = altered(
                "answer", "SENDS-START.provider-pull", "start", it -> it.replace("\"status\":200", "\"status\":500"));

        assertThat(altered.out())
                .contains("not re-judged: SENDS-START.provider-pull: the suite answers otherwise than it did");
    }

    /** The record with the exchanges of a purpose changed in one case. */
    private Shell.Result altered(String name, String id, String purpose, UnaryOperator<String> change)
            throws IOException {
        var record = (ObjectNode) JSON.readTree(Files.readString(part.resolve("run.json")));
        var changed = 0;
        for (var each : record.withArray("cases")) {
            var exchanges = ((ObjectNode) each).withArray("exchanges");
            for (int i = 0; i < exchanges.size() && each.path("id").asString().equals(id); i++) {
                var before = exchanges.get(i).toString();
                if (exchanges.get(i).path("purpose").asString().equals(purpose)
                        && !change.apply(before).equals(before)) {
                    exchanges.set(i, JSON.readTree(change.apply(before)));
                    changed++;
                }
            }
        }
        assertThat(changed).as("what was changed").isPositive();
        var folder = dir.resolve("altered-" + name);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("run.json"), record.toString());
        return Shell.plain().run("rejudge", folder.toString(), "--verbose");
    }

    private static void judged(String edition, Path run, String... options) {
        var all = new ArrayList<>(
                List.of("run", "--role", "control-plane", "--quiet", "--edition", edition, "--out", run.toString()));
        all.addAll(List.of(options));
        Shell.plain().run(all.toArray(String[]::new));
    }
}
