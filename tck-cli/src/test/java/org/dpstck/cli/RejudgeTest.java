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
import java.util.stream.Stream;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Judging a record once more: the same rules give the same verdicts, and what was changed shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejudgeTest {

    private static final int SAMPLE = 12;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NOT = Pattern.compile("Not re-judged: (\\d+)");

    /** What a system signs is removed from the record as a secret, and streams side by side are a matter of moments. */
    private static final int MOST_NOT = 16;

    private Path dir;
    private Path part;

    @BeforeAll
    void judgeAPart(@TempDir Path temporary) {
        dir = temporary;
        part = dir.resolve("part");
        var ran = Shell.plain()
                .run("run", "--quiet", "--only", "START-RESPONSE,START-200,STATUS-STATE", "--out", part.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    static Stream<String> editions() {
        return ReferenceDataPlane.editions().stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aRecordLeadsToItsOwnOutcomes(String edition) {
        var run = dir.resolve("whole-" + edition);
        Shell.plain().run("run", "--quiet", "--edition", edition, "--out", run.toString());

        var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

        assertThat(again.out()).contains(" cases end as recorded, 0 otherwise.");
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        var not = NOT.matcher(again.out());
        assertThat(not.find() ? Integer.parseInt(not.group(1)) : 0)
                .as(again.out())
                .isLessThan(MOST_NOT);
    }

    static Stream<Fault> faults() {
        var all = Faults.of(ReferenceRole.DATA_PLANE);
        return Stream.iterate(0, it -> it + 1).limit(SAMPLE).map(it -> all.get(it * all.size() / SAMPLE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatFailedStillFails(Fault fault) throws IOException {
        var edition = fault.editions().iterator().next();
        var catalogue = Suites.installed().catalogue(null, edition, null);
        var verified = fault.requirements().stream()
                .filter(it -> !catalogue.verifying(it).isEmpty())
                .toList();
        var run = dir.resolve("fault-" + fault.id());
        Shell.plain()
                .run(
                        "run",
                        "--quiet",
                        "--edition",
                        edition,
                        "--only",
                        String.join(",", verified),
                        "--reference-fault",
                        fault.id(),
                        "--out",
                        run.toString());
        var failed = failed(run);
        assertThat(failed).as("what the fault makes fail").isNotEmpty();

        var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

        assertThat(again.code()).as(again.out() + again.err()).isIn(0, 3);
        assertThat(again.out()).contains(", 0 otherwise.");
        var not = again.out()
                .lines()
                .filter(it -> failed.stream().anyMatch(id -> it.contains("not re-judged: " + id + ":")))
                .toList();
        assertThat(not)
                .allMatch(it -> it.contains("the record does not hold whole") || it.contains("not in the record"));
    }

    @Test
    void anAnswerWithAnotherStatusIsDecidedOtherwise() throws IOException {
        var altered = altered("status", "START-ANSWER.", it -> it.replace("\"status\" : 200", "\"status\" : 500"));

        assertThat(altered.out()).contains("START-ANSWER.provider-pull: recorded PASSED, now FAILED under START-200");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void anAnswerThatLacksAMemberIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "member",
                "START-RESPONSE.",
                it -> it.replaceAll("\\\\\"state\\\\\":\\\\\"[A-Z]+\\\\\"", "\\\\\"x\\\\\":1"));

        assertThat(altered.out()).contains("START-RESPONSE.provider-pull: recorded PASSED, now FAILED");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void anotherStateIsDecidedOtherwise() throws IOException {
        var altered = altered(
                "state",
                "STATUS-STATE.provider-pull.SUSPENDED",
                it -> it.replace("\\\"state\\\":\\\"SUSPENDED\\\"", "\\\"state\\\":\\\"STARTED\\\""));

        assertThat(altered.out()).contains("STATUS-STATE.provider-pull.SUSPENDED: recorded PASSED, now ");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void anOutcomeThatTheExchangesDoNotLeadToIsFound() throws IOException {
        var altered = altered(
                "outcome", "START-ANSWER.", it -> it.replace("\"outcome\" : \"PASSED\"", "\"outcome\" : \"WARNED\""));

        assertThat(altered.out()).contains("START-ANSWER.provider-pull: recorded WARNED, now PASSED");
        assertThat(altered.code()).isEqualTo(1);
    }

    @Test
    void whatTheRecordDoesNotAnswerIsNotJudged() throws IOException {
        var altered = altered("request", "START-ANSWER.", it -> it.replace("/dataflows/start", "/dataflows/begin"));

        assertThat(altered.out()).contains("Not re-judged: ", "the suite sends what is not in the record");
        assertThat(altered.code()).isZero();
    }

    @Test
    void aRuleThatHasChangedShows() {
        var again = Shell.judgingWith(new StricterSuite()).run("rejudge", part.toString());

        assertThat(again.out())
                .contains("START-RESPONSE.provider-pull: recorded PASSED, now FAILED under START-RESPONSE");
        assertThat(again.out()).contains("required property 'receipt' not found");
        assertThat(again.code()).isEqualTo(1);
    }

    @Test
    void nothingIsSent() {
        // The reference of the run has ended; a request would be refused, and no case would pass.
        var again = Shell.plain().run("rejudge", part.toString());

        assertThat(again.out()).contains(", 0 otherwise.").doesNotContain("Not re-judged");
        assertThat(again.code()).isZero();
    }

    /** What a case has found out for all answers the others, even where the case itself is not judged again. */
    @Test
    void whatACaseOfBeforeFoundOutAnswersTheOthers() throws IOException {
        var run = dir.resolve("renewals");
        Shell.plain().run("run", "--quiet", "--edition", "1.0-RC3", "--only", "RENEWAL-*", "--out", run.toString());
        var record = (ObjectNode) JSON.readTree(Files.readString(run.resolve("run.json")));
        var gone = 0;
        for (var each : record.withArray("cases")) {
            if (each.path("exchanges").toString().contains("(once a run)")) {
                ((ObjectNode) each).put("id", "WAS-" + each.path("id").asString());
                gone++;
            }
        }
        assertThat(gone).isPositive();
        Files.writeString(run.resolve("run.json"), record.toString());

        var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(again.out().lines().filter(it -> it.contains("not re-judged: ")))
                .allMatch(it -> it.contains(": this kit has no such case") || it.contains("does not hold whole"));
    }

    /** Which of several threads came first is chance, in the record as well as now. */
    @Test
    void requestsThatWereSentAtTheSameTimeHaveNoOrder() throws IOException {
        var run = dir.resolve("simultaneous");
        Shell.plain().run("run", "--quiet", "--only", "FINAL-SIMULTANEOUS", "--out", run.toString());
        var text = Files.readString(run.resolve("run.json"));
        for (var first : List.of("terminate", "suspend")) {
            var record = (ObjectNode) JSON.readTree(text);
            record.withArray("cases").forEach(each -> comesFirst(first, simultaneous(each)));
            Files.writeString(run.resolve("run.json"), record.toString());

            var again = Shell.plain().run("rejudge", run.toString(), "--verbose");

            assertThat(again.out()).contains(", 0 otherwise.").doesNotContain("Not re-judged");
        }
    }

    /** Each two of them are of one round. */
    private static void comesFirst(String operation, List<ObjectNode> requests) {
        for (int at = 0; at + 1 < requests.size(); at += 2) {
            var began = Instant.parse(requests.get(at).path("at").asString());
            for (var request : requests.subList(at, at + 2)) {
                var first = request.path("request").path("url").asString().endsWith(operation);
                request.put("at", began.plusMillis(first ? 0 : 1).toString()).put("millis", 5);
            }
        }
    }

    private static List<ObjectNode> simultaneous(JsonNode result) {
        return result.path("exchanges")
                .valueStream()
                .filter(it -> it.path("purpose").asString().equals("at the same time"))
                .map(ObjectNode.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "no.json", "old"})
    void anUnusableRecordIsTold(String name) throws IOException {
        var place = dir.resolve(name);
        if (name.equals("no.json")) {
            Files.writeString(place, "{}");
        } else if (name.equals("old")) {
            var record = (ObjectNode) JSON.readTree(Files.readString(part.resolve("run.json")));
            record.remove("basis");
            Files.createDirectories(place);
            Files.writeString(place.resolve("run.json"), record.toString());
        }
        var again = Shell.plain().run("rejudge", place.toString());

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.errLines()).hasSize(1);
    }

    /** The record with the cases of a kind changed in their text. */
    private Shell.Result altered(String name, String cases, UnaryOperator<String> change) throws IOException {
        var record = (ObjectNode) JSON.readTree(Files.readString(part.resolve("run.json")));
        var changed = new ArrayList<>();
        for (var each : record.withArray("cases")) {
            var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(each);
            changed.add(JSON.readTree(each.path("id").asString().startsWith(cases) ? change.apply(text) : text));
        }
        record.set("cases", JSON.valueToTree(changed));
        var folder = dir.resolve("altered-" + name);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("run.json"), record.toString());
        return Shell.plain().run("rejudge", folder.toString(), "--verbose");
    }

    private static List<String> failed(Path run) throws IOException {
        return JSON.readTree(Files.readString(run.resolve("run.json")))
                .path("cases")
                .valueStream()
                .filter(it -> it.path("outcome").asString().equals("FAILED")
                        || it.path("outcome").asString().equals("WARNED"))
                .map(it -> it.path("id").asString())
                .toList();
    }
}
