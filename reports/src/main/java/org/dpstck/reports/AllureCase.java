package org.dpstck.reports;

import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dpstck.core.edition.Level;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reports.base.Printable;

/** One case in Allure's words: the test result, and the text of its attachments by file name. */
final class AllureCase {

    /** What every result names as the program that it comes from. */
    static final String FRAMEWORK = "dps-tck";

    private final AllureResults.Subject subject;
    private final CaseResult result;
    private final String thread;
    private final Map<String, String> attachments = new LinkedHashMap<>();

    AllureCase(AllureResults.Subject subject, CaseResult result, String thread) {
        this.thread = thread;
        this.subject = subject;
        this.result = result;
    }

    /** The attachments that {@link #test()} refers to, in the order of the exchanges. */
    Map<String, String> attachments() {
        return attachments;
    }

    TestResult test() {
        var name = String.join("/", "dps-tck", subject.edition(), subject.role(), result.id());
        var began = result.startedAt() == null ? null : result.startedAt().toEpochMilli();
        return new TestResult()
                .setUuid(UUID.randomUUID().toString())
                // Of the edition too: the same case judged by two editions is two tests, not a test and its retry.
                .setHistoryId(stableId(name))
                .setTestCaseId(stableId(result.id()))
                .setTestCaseName(result.id())
                .setFullName(name)
                .setTitlePath(List.of(subject.edition(), Printable.line(result.section())))
                .setName(result.id())
                .setDescription(description())
                .setLabels(labels())
                .setStage(Stage.FINISHED)
                .setStatus(status(result.outcome()))
                .setStatusDetails(details())
                .setSteps(steps())
                .setStart(began)
                .setStop(began == null ? null : Long.valueOf(began + result.durationMs()));
    }

    /** Why a case was skipped, in one line that begins with the outcome. */
    static String skippedMessage(CaseResult result) {
        return result.outcome() + ": " + Printable.line(result.message());
    }

    private static String stableId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** Markdown to Allure, so what could be read as markup is escaped. */
    private String description() {
        return Printable.line(result.title())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("[\\\\`*_\\[\\]#]", "\\\\$0");
    }

    private List<Label> labels() {
        var labels = new ArrayList<Label>();
        var section = Printable.line(result.section());
        label(labels, "epic", subject.edition());
        label(labels, "feature", section);
        result.requirements().forEach(it -> label(labels, "story", it));
        label(labels, "severity", severity(result.level()));
        label(labels, "parentSuite", subject.role() + " " + subject.edition());
        label(labels, "suite", section);
        label(labels, "subSuite", result.requirements().get(0));
        label(labels, "tag", result.outcome().name());
        label(labels, "framework", FRAMEWORK);
        label(labels, "thread", thread);
        return labels;
    }

    private static void label(List<Label> labels, String name, String value) {
        labels.add(new Label().setName(name).setValue(Printable.line(value)));
    }

    private static String severity(Level level) {
        return switch (level) {
            case MUST -> "critical";
            case IMPLIED -> "normal";
            case SHOULD -> "minor";
            case MAY -> "trivial";
        };
    }

    private static Status status(Outcome outcome) {
        return switch (outcome) {
            case PASSED, WARNED -> Status.PASSED;
            case FAILED -> Status.FAILED;
            case NOT_APPLICABLE, UNTESTED -> Status.SKIPPED;
            case INCONCLUSIVE -> Status.BROKEN;
        };
    }

    private StatusDetails details() {
        return switch (result.outcome()) {
            case PASSED -> null;
            case NOT_APPLICABLE, UNTESTED -> new StatusDetails().setMessage(skippedMessage(result));
            case FAILED, WARNED, INCONCLUSIVE -> judged();
        };
    }

    private StatusDetails judged() {
        var details =
                new StatusDetails().setMessage(Printable.text(result.message())).setTrace(trace());
        result.findings().stream().findFirst().ifPresent(it -> details.setExpected(Printable.text(it.expected()))
                .setActual(Printable.text(it.observed())));
        return details;
    }

    /** What Allure shows folded below the message: the findings in full, then what was on the wire. */
    private String trace() {
        var findings = result.findings().stream().map(Finding::text).collect(Collectors.joining("\n\n"));
        var wire = result.exchanges().stream()
                .map(it -> it.id() + " " + it.summary())
                .collect(Collectors.joining("\n"));
        return Printable.text((findings + "\n\n" + wire).strip());
    }

    /** The exchanges as they happened, each followed by what was found in it; at the end what has no exchange. */
    private List<StepResult> steps() {
        var steps = new ArrayList<StepResult>();
        var open = new ArrayList<>(result.findings());
        for (var exchange : result.exchanges()) {
            var found = open.stream()
                    .filter(it -> exchange.id().equals(it.exchange()))
                    .toList();
            steps.add(step(exchange, found));
            found.forEach(it -> steps.add(AllureFinding.step(it)));
            open.removeAll(found);
        }
        open.forEach(it -> steps.add(AllureFinding.step(it)));
        return steps;
    }

    private StepResult step(Exchange exchange, List<Finding> found) {
        var began = exchange.at().toEpochMilli();
        return new StepResult()
                .setName(HttpText.step(exchange))
                .setStage(Stage.FINISHED)
                .setStatus(status(exchange, found))
                .setStart(began)
                .setStop(began + exchange.millis())
                .setAttachments(List.of(attach(exchange)));
    }

    private static Status status(Exchange exchange, List<Finding> found) {
        if (!found.isEmpty()) {
            return AllureFinding.status(found.get(0));
        }
        return exchange.answer() == null ? Status.BROKEN : Status.PASSED;
    }

    private Attachment attach(Exchange exchange) {
        var file = UUID.randomUUID() + "-attachment.txt";
        var text = HttpText.of(exchange);
        attachments.put(file, text);
        return new Attachment()
                .setName(Printable.line(exchange.id() + " " + exchange.purpose()))
                .setSource(file)
                .setType("text/plain")
                .setSize((long) text.getBytes(StandardCharsets.UTF_8).length);
    }
}
