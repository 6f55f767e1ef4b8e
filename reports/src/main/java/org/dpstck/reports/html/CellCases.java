package org.dpstck.reports.html;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;

/** Finds the cases of a run that are about a cell of the state × signal table, an operation or a callback. */
public final class CellCases {

    private final List<CaseResult> cases;

    /** The cases of a run. */
    public CellCases(RunRecord run) {
        this.cases = run.cases();
    }

    /**
     * The cases of a cell: their row is the cell itself, or, where the signal makes a flow and its name stands in the id
     * already, kind and state.
     */
    public List<CaseResult> of(Cell cell) {
        var whole = "." + cell;
        var given = "." + cell.given();
        var signal = cell.signal().name().toUpperCase(Locale.ROOT) + "-";
        var requirement = cell.expectation().requirement();
        return cases.stream()
                .filter(result -> result.id().endsWith(whole)
                        || (cell.signal().creates()
                                && result.id().startsWith(signal)
                                && result.id().endsWith(given)
                                && result.requirements().contains(requirement)))
                .toList();
    }

    /** The outcomes of the cases that verify a requirement. */
    Stream<Outcome> verifying(String requirement) {
        return cases.stream()
                .filter(result -> result.requirements().contains(requirement))
                .map(CaseResult::outcome);
    }
}
