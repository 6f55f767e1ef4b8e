package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.reports.base.Printable;

/**
 * The state × signal table for one kind of flow, with what came of each cell.
 *
 * @param kind id of the kind of flow
 * @param signals the columns
 * @param rows one a state
 */
public record Matrix(String kind, List<String> signals, List<Line> rows) {

    /**
     * A row.
     *
     * @param state the flow is in
     * @param cells one a signal
     */
    public record Line(String state, List<Spot> cells) {}

    /**
     * A cell.
     *
     * @param mark what came of its cases
     * @param expected what has to happen, in a few words
     * @param link opens its case; empty if there is none
     * @param title for pointers: everything about it
     */
    public record Spot(Mark mark, String expected, String link, String title) {}

    /** The tables of an edition, one a kind of flow. */
    static List<Matrix> of(Edition edition, CellCases cases) {
        var matrices = new ArrayList<Matrix>();
        var signals = List.copyOf(edition.signals());
        for (var kind : FlowKind.all()) {
            var rows = edition.machine().observable(kind).stream()
                    .map(state -> new Line(
                            state.name(),
                            signals.stream()
                                    .map(signal -> spot(edition, kind, state, signal, cases))
                                    .toList()))
                    .toList();
            matrices.add(
                    new Matrix(kind.id(), signals.stream().map(Operation::name).toList(), rows));
        }
        return matrices;
    }

    private static Spot spot(Edition edition, FlowKind kind, State state, Operation signal, CellCases cases) {
        var cell = new Cell(kind, state, signal, edition.machine().expectation(kind, state, signal));
        var own = cases.of(cell);
        var mark = Mark.of(own.stream().map(CaseResult::outcome));
        var expected = expected(cell.expectation());
        return new Spot(
                mark,
                expected,
                own.isEmpty() ? "" : Link.toCase(decisive(own, mark).id()),
                "%s to a %s flow in %s: %s, %s"
                        .formatted(
                                signal,
                                kind,
                                state,
                                expected,
                                own.isEmpty() ? mark.label() : mark.label() + " (" + ids(own) + ")"));
    }

    private static String ids(List<CaseResult> cases) {
        return Printable.line(
                String.join(", ", cases.stream().map(CaseResult::id).toList()));
    }

    private static CaseResult decisive(List<CaseResult> cases, Mark mark) {
        return cases.stream()
                .filter(result -> Mark.of(result.outcome()) == mark)
                .findFirst()
                .orElseThrow();
    }

    private static String expected(Cell.Expectation expectation) {
        if (expectation instanceof Cell.Moves moves) {
            return "→ " + moves.to().name();
        }
        return expectation instanceof Cell.Open ? "open" : "refused";
    }
}
