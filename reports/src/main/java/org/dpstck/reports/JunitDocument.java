package org.dpstck.reports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Printable;

/** One JUnit document on its way out; an element starts on its own line, text is never indented. */
final class JunitDocument {

    private final RunRecord run;
    private final XMLStreamWriter xml;

    JunitDocument(RunRecord run, XMLStreamWriter xml) {
        this.run = run;
        this.xml = xml;
    }

    void write(Map<String, List<CaseResult>> sections) throws XMLStreamException {
        newLine(0);
        xml.writeStartElement("testsuites");
        attribute("name", "dps-tck " + run.edition() + " " + run.role());
        counts(run.cases());
        for (var section : sections.entrySet()) {
            suite(section.getKey(), section.getValue());
        }
        end(0);
    }

    private void suite(String section, List<CaseResult> cases) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        attribute("name", section);
        counts(cases);
        attribute("timestamp", timestamp(cases));
        newLine(2);
        xml.writeStartElement("properties");
        property("edition", run.edition());
        property("role", run.role());
        property("strict", String.valueOf(run.strict()));
        property("verdict", run.verdict().name());
        end(2);
        for (var result : cases) {
            testcase(section, result);
        }
        end(1);
    }

    private void counts(Collection<CaseResult> cases) throws XMLStreamException {
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", count(cases, Outcome.FAILED));
        attribute("errors", count(cases, Outcome.INCONCLUSIVE));
        attribute("skipped", count(cases, Outcome.NOT_APPLICABLE, Outcome.UNTESTED));
        attribute(
                "time", seconds(cases.stream().mapToLong(CaseResult::durationMs).sum()));
    }

    private void property(String name, String value) throws XMLStreamException {
        newLine(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void testcase(String section, CaseResult result) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        attribute("name", result.id());
        attribute("classname", "dps-tck." + run.edition() + "." + section);
        attribute("time", seconds(result.durationMs()));
        outcome(result);
        newLine(3);
        xml.writeStartElement("system-out");
        text(output(result));
        xml.writeEndElement();
        end(2);
    }

    private void outcome(CaseResult result) throws XMLStreamException {
        switch (result.outcome()) {
            case FAILED -> problem("failure", violated(result), result);
            case INCONCLUSIVE -> problem("error", result.outcome().name(), result);
            case NOT_APPLICABLE, UNTESTED -> {
                newLine(3);
                xml.writeEmptyElement("skipped");
                attribute("message", AllureCase.skippedMessage(result));
            }
            default -> {
                // Passed, perhaps with a warning: that stands in the output, because the format has no place for it.
            }
        }
    }

    private void problem(String element, String type, CaseResult result) throws XMLStreamException {
        newLine(3);
        xml.writeStartElement(element);
        attribute("type", type);
        attribute("message", Printable.firstLine(result.message()));
        text(explanation(result));
        xml.writeEndElement();
    }

    /** The requirement that failed first; a case without findings failed on its first requirement. */
    private static String violated(CaseResult result) {
        return result.findings().stream()
                .filter(it -> it.kind() == Finding.Kind.VIOLATION)
                .map(Finding::requirement)
                .findFirst()
                .orElse(result.requirements().get(0));
    }

    private static String explanation(CaseResult result) {
        var text = new StringBuilder(result.message() == null ? "" : result.message());
        for (var finding : result.findings()) {
            text.append("\n\n").append(finding.kind() == Finding.Kind.VIOLATION ? "violation" : "warning");
            text.append('\n').append(finding.text());
        }
        return text.toString();
    }

    private static String output(CaseResult result) {
        var text = new StringBuilder(Printable.line(result.title())).append('\n');
        text.append(result.level()).append(": ").append(String.join(", ", result.requirements()));
        if (result.outcome() == Outcome.WARNED) {
            text.append("\n\nWARNED: ").append(explanation(result)).append('\n');
        }
        result.exchanges().forEach(it -> text.append('\n').append(Printable.line(it.summary())));
        return text.toString();
    }

    /** When the first case of the suite began, without a zone, as the format wants it; in UTC. */
    private String timestamp(List<CaseResult> cases) {
        var began = cases.stream()
                .map(CaseResult::startedAt)
                .filter(it -> it != null)
                .min(Instant::compareTo)
                .orElse(run.startedAt());
        return began.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    }

    private static String count(Collection<CaseResult> cases, Outcome... outcomes) {
        var wanted = List.of(outcomes);
        return String.valueOf(
                cases.stream().filter(it -> wanted.contains(it.outcome())).count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    private void text(String value) throws XMLStreamException {
        xml.writeCharacters(Printable.text(value));
    }

    private void end(int depth) throws XMLStreamException {
        newLine(depth);
        xml.writeEndElement();
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
