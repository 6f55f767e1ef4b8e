package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Level;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.Printable;

/**
 * Everything that the report shows, ready for its template.
 *
 * @param run where it comes from
 * @param summary what stands at the top
 * @param tallies the bar of all cases
 * @param failures what failed, one entry a case
 * @param matrices the state × signal tables; empty if this kit does not have the edition
 * @param diagram the state machine; null in the same case
 * @param requirements the table
 * @param cases the list
 * @param assets style sheet and script
 */
public record ReportPage(
        RunRecord run,
        Summary summary,
        List<Tally> tallies,
        List<Failure> failures,
        List<Matrix> matrices,
        Diagram diagram,
        List<RequirementEntry> requirements,
        List<CaseEntry> cases,
        Assets assets) {

    private static final int LONGEST = 400;
    private static final String DATA_PLANE = "data-plane";

    /** A case that failed: what was expected, and what was observed. */
    public record Failure(String id, String link, String title, String requirement, String expected, String observed) {}

    /**
     * A page.
     *
     * @param edition judged by; null if this kit does not have it
     */
    static ReportPage of(RunRecord run, Edition edition) {
        var machine = machine(run, edition);
        return new ReportPage(
                run,
                Summary.of(run, edition),
                Tally.of(run.cases()),
                run.cases().stream()
                        .filter(result -> result.outcome() == Outcome.FAILED)
                        .map(ReportPage::failure)
                        .toList(),
                machine.matrices(),
                machine.diagram(),
                RequirementEntry.of(run, edition),
                entries(run.cases()),
                Assets.load());
    }

    /** What the party that is judged has as states, and what reaches it in them. */
    private record Machine(List<Matrix> matrices, Diagram diagram) {}

    private static Machine machine(RunRecord run, Edition edition) {
        if (edition != null && run.role().equals(DATA_PLANE)) {
            var cells = new CellCases(run);
            return new Machine(
                    Matrix.of(edition, cells), Diagram.of(edition.machine().states(), Edges.of(edition, cells)));
        }
        if (edition != null && edition.transfers() != null) {
            var cells = new TransferCells(run, edition);
            return new Machine(
                    cells.matrices(), Diagram.of(edition.transfers().machine().states(), cells.edges()));
        }
        return new Machine(List.of(), null);
    }

    /** What the tables show, in a sentence. */
    public String tables() {
        return run.role().equals(DATA_PLANE)
                ? "What each signal has to do to a flow in each state, and what came of it."
                : "What each message of the counter-party, and each callback (↩) of the data plane, has to do to a transfer"
                        + " process in each state, and what came of it.";
    }

    /** Headings that requirements or cases stand under, each once. */
    public List<String> sections() {
        return Stream.concat(
                        requirements.stream().map(RequirementEntry::section),
                        cases.stream().map(CaseEntry::section))
                .distinct()
                .toList();
    }

    /** Whom the requirements bind, each once. */
    public List<String> parties() {
        return requirements.stream()
                .map(RequirementEntry::party)
                .filter(party -> !party.isEmpty())
                .distinct()
                .toList();
    }

    /** The levels, the strongest first. */
    public List<Level> levels() {
        return Arrays.asList(Level.values());
    }

    /** How the cases of a level ended. */
    public Counts counts(Level level) {
        return run.levels().getOrDefault(level, new Counts(0, 0, 0, 0, 0, 0));
    }

    /** The outcomes, what needs attention first. */
    public List<Mark> marks() {
        return Arrays.asList(Mark.values());
    }

    /** What the script needs besides the cases, as JSON that cannot end its element. */
    public String context() {
        var clauses = new LinkedHashMap<String, Object>();
        for (var entry : requirements) {
            clauses.put(
                    entry.id(),
                    Map.of(
                            "clause", entry.clause(),
                            "level", entry.level(),
                            "section", entry.section(),
                            "anchor", entry.anchor()));
        }
        return Embedded.WRITER.writeValueAsString(Map.of(
                "requirements", clauses,
                "explanations", run.explanations(),
                "edition", run.edition(),
                "role", run.role()));
    }

    /** The effective settings as JSON. */
    public String settings() {
        return Printable.text(Json.RECORDS.writerWithDefaultPrettyPrinter().writeValueAsString(run.configuration()));
    }

    private static List<CaseEntry> entries(List<CaseResult> results) {
        var entries = new ArrayList<CaseEntry>(results.size());
        for (var result : results) {
            entries.add(new CaseEntry(entries.size(), Mark.of(result.outcome()), result));
        }
        return entries;
    }

    private static Failure failure(CaseResult result) {
        var finding = result.findings().stream()
                .filter(it -> it.kind() == Finding.Kind.VIOLATION)
                .findFirst();
        return new Failure(
                Printable.line(result.id()),
                Link.toCase(result.id()),
                Printable.line(result.title()),
                Printable.line(finding.map(Finding::requirement).orElse("")),
                Printable.text(finding.map(Finding::expected).orElse("")),
                shortened(Printable.text(finding.map(Finding::observed).orElse(result.message()))));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…"
                : text;
    }
}
