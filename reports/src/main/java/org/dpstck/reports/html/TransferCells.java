package org.dpstck.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.TransferCell;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Printable;

/** The table and the ways of a transfer process, which is what a control plane is judged by. */
final class TransferCells {

    private static final String CALLBACK = "↩ ";

    private final List<TransferCell> cells;
    private final List<CaseResult> cases;

    TransferCells(RunRecord run, Edition edition) {
        this.cells = edition.transfers().cells(edition);
        this.cases = run.cases();
    }

    /** The tables, one a kind of transfer: the messages of the counter-party, then the callbacks of the data plane. */
    List<Matrix> matrices() {
        return cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.kind().id(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> matrix(it.getKey(), it.getValue()))
                .toList();
    }

    /** Every way from a state to another one, whatever kinds of transfer go it. */
    List<Edge> edges() {
        var ways = cells.stream()
                .filter(cell -> cell.expectation() instanceof Cell.Moves moves
                        && !moves.to().equals(cell.state()))
                .collect(Collectors.groupingBy(
                        cell -> cell.state() + " " + moves(cell).to() + " " + label(cell),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return ways.values().stream().map(this::edge).toList();
    }

    private Edge edge(List<TransferCell> ways) {
        var first = ways.get(0);
        var own = ways.stream().flatMap(cell -> of(cell).stream()).toList();
        var mark = Mark.of(own.stream().map(CaseResult::outcome));
        var about = ways.stream().map(cell -> cell.kind().id()).collect(Collectors.joining(", "));
        var link = decisive(own, mark).map(result -> Link.toCase(result.id())).orElse("");
        return new Edge(first.state(), moves(first).to(), label(first), mark, about, link);
    }

    private Matrix matrix(String kind, List<TransferCell> own) {
        var signals = own.stream().map(TransferCells::label).distinct().toList();
        var rows = new ArrayList<Matrix.Line>();
        own.stream()
                .collect(Collectors.groupingBy(cell -> cell.state().name(), LinkedHashMap::new, Collectors.toList()))
                .forEach((state, line) -> rows.add(
                        new Matrix.Line(state, line.stream().map(this::spot).toList())));
        return new Matrix(kind, signals, rows);
    }

    private Matrix.Spot spot(TransferCell cell) {
        var own = of(cell);
        var mark = Mark.of(own.stream().map(CaseResult::outcome));
        var expected = expected(cell.expectation());
        var title = "%s to a %s transfer in %s: %s, %s"
                .formatted(cell.signal(), cell.kind(), cell.state(), expected, mark.label());
        return new Matrix.Spot(
                mark,
                expected,
                decisive(own, mark).map(result -> Link.toCase(result.id())).orElse(""),
                Printable.line(title));
    }

    private List<CaseResult> of(TransferCell cell) {
        var row = "-STATE." + cell;
        return cases.stream().filter(result -> result.id().endsWith(row)).toList();
    }

    private static Optional<CaseResult> decisive(List<CaseResult> own, Mark mark) {
        Stream<CaseResult> those = own.stream().filter(result -> Mark.of(result.outcome()) == mark);
        return those.findFirst();
    }

    private static String expected(Cell.Expectation expectation) {
        if (expectation instanceof Cell.Moves moves) {
            return "→ " + moves.to().name();
        }
        return expectation instanceof Cell.Open ? "open" : "refused";
    }

    private static Cell.Moves moves(TransferCell cell) {
        return (Cell.Moves) cell.expectation();
    }

    private static String label(TransferCell cell) {
        return cell.callback() == null ? cell.signal() : CALLBACK + cell.signal();
    }
}
