package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Cell.Moves;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** A creating message for a process that has a flow, where the edition wants it acknowledged: delivered twice, or to go on. */
public final class StartAgainCases {

    private static final String AGAIN = "START-AGAIN";
    private static final String FLOW = "FLOW-ID";
    private static final String SYNCHRONOUS = "TRANSITION-SYNCHRONOUS";

    @Case(
            value = "{0}-REPEATED",
            title = "{0} for a process that has a flow is acknowledged: {1}",
            stimulus = "A flow is brought into the state; then the message of its creation is sent again.",
            expected = "A success, and the flow is STARTED as soon as the answer has arrived.",
            fix = "Look the process up: go on with its flow where it rests, and acknowledge once more where it runs.")
    @Verifies({"{requirement}", SYNCHRONOUS})
    @Rows("repeated")
    void repetitionIsAcknowledged(Operation operation, Given given, DataFlows flows, Edition edition) {
        var flow = flows.in(given);
        var edge = (Moves) edition.machine().expectation(given.kind(), given.state(), operation);
        flow.receives(operation).isAccepted(edge.requirement(), "for a process whose flow is " + given.state());
        flow.status()
                .isAtOnce(
                        edge.to(),
                        edge.requirement(),
                        SYNCHRONOUS,
                        "after another " + operation + " of a " + given.state() + " flow");
    }

    @Case(
            value = "{0}-REPEATED-ADDRESS",
            title = "The answer to another {0} of a flow carries a data address: {1}",
            stimulus = "A flow is brought into the state; then the message of its creation is sent again.",
            expected = "A dataAddress: the control plane may know no other answer.",
            fix = "Return where the data is with every answer to a start that succeeds, not with the first alone.")
    @Verifies("{requirement}")
    @Rows("granting")
    void repetitionTellsTheAddress(Operation operation, Given given, DataFlows flows, Edition edition) {
        var reception = flows.in(given).receives(operation);
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " of a " + given.state()
                    + " flow gave " + Replies.observed(reception.reply()) + "; see the case "
                    + operation.requirement("REPEATED") + "." + given.kind() + "." + given.state());
        }
        var body = reception.body().orElseThrow(() -> unread(operation, reception));
        reception
                .addresses()
                .isGranted(
                        body,
                        due(edition, given.kind()).orElseThrow(),
                        "the answer to another " + operation + " of a " + given.state() + " flow",
                        reception.exchange());
    }

    @Case(
            value = "START-AGAIN-TWICE",
            title = "A {0} flow can be suspended and started again more than once",
            stimulus = "start, then suspend and start, twice.",
            expected = "Each is accepted, and the flow is STARTED at last.",
            fix = "Treat every suspension alike: nothing limits how often a flow rests.")
    @Verifies(AGAIN)
    @Rows("resting")
    void flowRestsMoreThanOnce(FlowKind kind, DataFlows flows, Edition edition) {
        var start = edition.operation("start");
        var flow = flows.created(kind);
        for (var time : new String[] {"first", "second"}) {
            succeeds(flow, edition.operation("suspend"));
            flow.receives(start).isAccepted(AGAIN, "after the " + time + " suspension");
        }
        flow.status().is(flows.after(start), AGAIN, "after the second suspension and start");
    }

    @Case(
            value = "FLOWS-APART",
            title = "What ends one {0} flow leaves the flow of another process alone",
            stimulus = "Two flows are started, their processIds alike but for the end; the first is terminated.",
            expected = "The first is TERMINATED and the second is STARTED.",
            fix = "Keep a flow for each process, and find it by the id in the path.")
    @Verifies(FLOW)
    @Rows("apart")
    void flowsAreKeptApart(FlowKind kind, DataFlows flows, Edition edition) {
        var terminate = edition.operation("terminate");
        var stem = "tck-" + UUID.randomUUID();
        var first = started(flows.named(kind, stem + "-1"), edition);
        var second = started(flows.named(kind, stem + "-2"), edition);
        succeeds(first, terminate);
        first.status().is(flows.after(terminate), FLOW, "of the flow that was terminated");
        second.status()
                .is(flows.after(edition.creating(kind)), FLOW, "of the other flow, after the first was terminated");
    }

    static Stream<Row> repeated(Edition edition) {
        return edition.cells().stream()
                .filter(cell -> cell.signal().creates() && cell.expectation() instanceof Moves)
                .map(cell -> Row.of(cell.signal(), cell.given()).verifying(requirement(cell)));
    }

    static Stream<Row> granting(Edition edition) {
        return edition.cells().stream()
                .filter(cell -> cell.signal().creates() && cell.expectation() instanceof Moves)
                .flatMap(cell -> due(edition, cell.given().kind())
                        .map(requirement -> Row.of(cell.signal(), cell.given()).verifying(requirement))
                        .stream());
    }

    /** The clause by which the answer to a creation carries an address. */
    private static Optional<String> due(Edition edition, FlowKind kind) {
        return edition.message(edition.creating(kind).answer().message())
                .addressDue(kind)
                .map(Message.AddressDue::requirement);
    }

    private static Unjudgeable unread(Operation operation, Reception reception) {
        return Unjudgeable.inconclusive("a prerequisite failed: the answer to " + operation + " is no message: "
                + Replies.observed(reception.reply()));
    }

    static Stream<Row> resting(Edition edition) {
        return edition.asks(AGAIN)
                ? edition.kinds().stream().map(kind -> Row.of(kind).needing(Capability.SUSPEND))
                : Stream.empty();
    }

    static Stream<Row> apart(Edition edition) {
        return edition.conventions().flowsAreProcesses()
                ? edition.kinds().stream().map(Row::of)
                : Stream.empty();
    }

    private static String requirement(Cell cell) {
        return cell.expectation().requirement();
    }

    private static DataFlow started(DataFlow flow, Edition edition) {
        succeeds(flow, edition.creating(flow.kind()));
        return flow;
    }

    private static void succeeds(DataFlow flow, Operation operation) {
        if (!flow.receives(operation).succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation
                    + " was refused; see the cases STATE-MOVES." + flow.kind() + ".*." + operation);
        }
    }
}
