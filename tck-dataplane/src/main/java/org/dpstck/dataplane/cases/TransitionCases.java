package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Cell.Open;
import org.dpstck.core.edition.Cell.Refused;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.State;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** §State Machine Definition: every state × every signal that does not make a flow. */
public final class TransitionCases {

    private static final String ILLEGAL = "TRANSITION-ILLEGAL";
    private static final String SYNCHRONOUS = "TRANSITION-SYNCHRONOUS";

    @Case(
            value = "STATE-MOVES",
            title = "A legal signal moves the flow, at once: {0}",
            stimulus = "A flow is brought into the state; then the signal is sent.",
            expected = "A success, and the status names the next state as soon as the answer has arrived.",
            fix =
                    "Support the edge of the state diagram, and make the transition before answering: only prepare and start"
                            + " may be asynchronous.")
    @Verifies({"{requirement}", SYNCHRONOUS})
    @Rows("moving")
    void legalSignalMovesTheFlow(Cell cell, DataFlows flows) {
        var flow = flows.in(cell.given());
        var edge = (Moves) cell.expectation();
        var reception = flow.receives(cell.signal()).isAccepted(edge.requirement(), "in " + place(cell));
        if (cell.signal()
                .asynchronousAnswer()
                .filter(answer -> answer.status() == reception.reply().status())
                .isPresent()) {
            flows.settle(flow, cell.signal());
        }
        flow.status().isAtOnce(edge.to(), edge.requirement(), SYNCHRONOUS, after(cell));
    }

    @Case(
            value = "STATE-REFUSES",
            title = "A signal without an edge is refused and moves nothing: {0}",
            stimulus =
                    "The signal was accepted once where it is legal. Now a flow is brought into the state, and the signal"
                            + " is sent.",
            expected = "HTTP 4xx, and the status still names the state.",
            fix = "Check the state before acting on a signal; answer 4xx (409 is usual) and leave the flow alone.")
    @Verifies({"{requirement}", ILLEGAL})
    @Rows("refusing")
    void illegalSignalIsRefused(Cell cell, DataFlows flows) {
        flows.requireTwin(cell.signal(), cell.kind());
        var flow = flows.in(cell.given());
        var reception = flow.receives(cell.signal());
        if (reception.succeeded()) {
            flows.requireStill(flow, cell.state());
        }
        reception.isRefused(ILLEGAL, "in " + place(cell));
        stays(flow, cell, cell.expectation().requirement());
    }

    @Case(
            value = "STATE-OPEN",
            title = "A signal that the document leaves open does no harm: {0}",
            stimulus =
                    "The signal was accepted once where it is legal. Now a flow is brought into the state, and the signal"
                            + " is sent.",
            expected =
                    "HTTP 4xx and an unchanged state; a success with a harmless effect is accepted, with a warning where"
                            + " it is the less likely reading.",
            fix = "Refuse the signal with a 4xx, or at least let it change nothing.")
    @Verifies("{requirement}")
    @Rows("open")
    void openSignalDoesNoHarm(Cell cell, DataFlows flows, Judge judge, Edition edition) {
        flows.requireTwin(cell.signal(), cell.kind());
        var flow = flows.in(cell.given());
        var open = (Open) cell.expectation();
        var reception = flow.receives(cell.signal()).isAnswered(open.requirement());
        if (!reception.succeeded()) {
            reception.isRefused(open.requirement(), "in " + place(cell));
            stays(flow, cell, open.requirement());
            return;
        }
        var status = flow.status();
        var now = status.state();
        if (!accepts(open, edition, cell.state(), now)) {
            status.isStill(cell.state(), now);
            judge.violated(
                    open.requirement(),
                    cell.state() + " unchanged, whether or not " + cell.signal() + " is refused",
                    "HTTP " + reception.reply().status() + ", then the status says "
                            + now.map(State::name).orElse("that there is no such flow"),
                    status.exchange());
        } else if (!open.silent()) {
            judge.warned(
                    open.requirement(),
                    open.position(),
                    cell.signal() + " in " + place(cell) + " is refused with HTTP 4xx",
                    "HTTP " + reception.reply().status() + ", then the status says "
                            + now.map(State::name).orElse("that there is no such flow"),
                    reception.exchange());
        }
    }

    static Stream<Row> moving(Edition edition) {
        return rows(Kinds.cells(edition, Moves.class));
    }

    static Stream<Row> refusing(Edition edition) {
        return rows(Kinds.cells(edition, Refused.class));
    }

    static Stream<Row> open(Edition edition) {
        return rows(Kinds.cells(edition, Open.class));
    }

    private static Stream<Row> rows(Stream<Cell> cells) {
        return cells.map(cell -> Row.of(cell).verifying(cell.expectation().requirement()));
    }

    private static void stays(DataFlow flow, Cell cell, String requirement) {
        flow.status().is(cell.state(), requirement, "unchanged " + after(cell));
    }

    private static String after(Cell cell) {
        return "after " + cell.signal() + " in " + place(cell);
    }

    /** Which flow, in which state: that a signal came to the wrong side shows in no other word of a finding. */
    private static String place(Cell cell) {
        return cell.state() + " of a " + cell.kind() + " flow";
    }

    private static boolean accepts(Open open, Edition edition, State before, Optional<State> now) {
        if (now.isEmpty()) {
            return before.terminal() && open.accepts().contains("unchanged") || leadsToAnEnd(open, edition);
        }
        return now.get().equals(before)
                ? open.accepts().contains("unchanged")
                : open.accepts().contains(now.get().name());
    }

    /** A flow that may have ended may also be forgotten. */
    private static boolean leadsToAnEnd(Open open, Edition edition) {
        return edition.machine().states().stream()
                .anyMatch(state -> state.terminal() && open.accepts().contains(state.name()));
    }
}
