package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.TransferCell;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;

/** Every state of a transfer process, with every message of the other side and every callback of the data plane. */
public final class StateCases {

    private static final int BAD_REQUEST = 400;

    @Case(
            value = "TP-STATE",
            title = "{0}: the message does to the process what the state machine says",
            stimulus =
                    "A process is brought into the state; then the counter-party sends the message in its plain form.",
            expected =
                    "Along an edge HTTP 2xx and the new state; elsewhere HTTP 400 with a TransferError, and no transition.",
            fix = "Decide by the table of states and messages before anything else happens.")
    @Verifies({"{requirement}", "TP-ILLEGAL-400?", "TP-ERROR-BODY"})
    @Rows("messages")
    void message(TransferCell cell, Transfers transfers) {
        var transfer = transfers.in(cell.kind(), cell.state());
        var before = transfer.state().orElse(cell.state().name());
        var reply = cell.expectation() instanceof Cell.Moves
                ? transfers.settling(transfer, cell.message())
                : transfer.sends(cell.message());
        judge(cell, before, transfer, reply, transfers);
        if (Replies.refused(reply)) {
            refusal(cell, reply, transfers);
        }
    }

    static Stream<Row> messages(Edition edition) {
        return edition.transfers().cells(edition).stream()
                .filter(cell -> cell.message() != null)
                .map(cell -> Row.of(cell).verifying(cell.expectation().requirement()));
    }

    @Case(
            value = "TAKES-STATE",
            title = "{0}: the callback does to the process what the state machine says",
            stimulus = "A process is brought into the state; then the data plane sends the callback in its plain form.",
            expected = "Where it fits HTTP 200 and what the callback says; elsewhere HTTP 4xx, and no transition.",
            fix = "Decide by the state of the process what a callback may still change.")
    @Verifies("{requirement}")
    @Rows("callbacks")
    void callback(TransferCell cell, Transfers transfers) {
        var transfer = transfers.in(cell.kind(), cell.state());
        judge(cell, cell.state().name(), transfer, transfer.dataPlane().callsBack(cell.callback()), transfers);
    }

    static Stream<Row> callbacks(Edition edition) {
        return edition.transfers().cells(edition).stream()
                .filter(cell -> cell.callback() != null)
                .map(cell -> Row.of(cell).verifying(cell.expectation().requirement()));
    }

    private static void judge(TransferCell cell, String before, Transfer transfer, Reply reply, Transfers transfers) {
        var expectation = cell.expectation();
        if (expectation instanceof Cell.Moves moves) {
            moves(cell, moves, transfer, reply, transfers);
        } else if (expectation instanceof Cell.Open open && Replies.succeeded(reply)) {
            accepted(cell, open, transfer, reply, transfers);
        } else if (transfers.content().refused(reply, expectation.requirement(), words(cell))) {
            stays(cell, before, transfer, reply, transfers);
        }
    }

    private static void moves(
            TransferCell cell, Cell.Moves moves, Transfer transfer, Reply reply, Transfers transfers) {
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    moves.requirement(), "HTTP 2xx " + words(cell), Replies.observed(reply), reply.exchange());
            return;
        }
        var to = moves.to().name();
        // What should move nothing may do so a moment later.
        var state = moves.to().equals(cell.state()) ? transfers.leaves(transfer, to) : transfers.settled(transfer, to);
        state.filter(told -> !told.equals(to))
                .ifPresent(told -> transfers.violated(
                        moves.requirement(),
                        "state " + moves.to() + " after " + cell.signal() + " in " + cell.state(),
                        "state is " + told,
                        reply.exchange()));
    }

    private static void accepted(
            TransferCell cell, Cell.Open open, Transfer transfer, Reply reply, Transfers transfers) {
        var state = transfer.state().orElse(cell.state().name());
        var unchanged = state.equals(cell.state().name());
        var fine = unchanged
                ? open.accepts().contains("unchanged")
                : open.accepts().contains(state);
        if (!fine && unchanged && !open.accepts().isEmpty()) {
            // An accepted message may take a moment to move the process.
            state = transfers
                    .settled(transfer, open.accepts().iterator().next())
                    .orElse(state);
            fine = open.accepts().contains(state);
        }
        if (!fine) {
            transfers.violated(
                    open.requirement(),
                    "HTTP 4xx " + words(cell) + ", and the state stays " + cell.state(),
                    Replies.observed(reply) + "; state is " + state,
                    reply.exchange());
        } else if (!open.silent()) {
            transfers.warned(
                    open.requirement(),
                    open.position(),
                    "HTTP 4xx " + words(cell),
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    private static void stays(TransferCell cell, String before, Transfer transfer, Reply reply, Transfers transfers) {
        transfer.state()
                .filter(told -> !told.equals(before))
                .ifPresent(told -> transfers.violated(
                        cell.expectation().requirement(),
                        "state " + before + " as before the refused " + cell.signal(),
                        "state is " + told,
                        reply.exchange()));
    }

    private static void refusal(TransferCell cell, Reply reply, Transfers transfers) {
        if (cell.expectation() instanceof Cell.Refused
                && reply.status() != BAD_REQUEST
                && transfers.judge().covers("TP-ILLEGAL-400")) {
            transfers.violated("TP-ILLEGAL-400", "HTTP 400 " + words(cell), Replies.observed(reply), reply.exchange());
        }
        if (reply.body().length > 0) {
            transfers
                    .content()
                    .dataspace(transfers.protocol().error(), reply.text(), "TP-ERROR-BODY", reply.exchange());
        }
    }

    private static String words(TransferCell cell) {
        return "for " + cell.signal() + " in " + cell.state();
    }
}
