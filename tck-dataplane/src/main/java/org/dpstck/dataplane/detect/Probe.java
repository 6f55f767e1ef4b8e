package org.dpstck.dataplane.detect;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.StateMachine.Transition;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.Capability;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.Twins;

/**
 * Tries an operation of one edition on a flow that another one, or the same, brings to where the operation is legal.
 *
 * @param owner the edition that has the operation
 * @param operation tried
 * @param worker speaks the edition in which flows can be made
 * @param kind of flow
 */
record Probe(Speaker owner, Operation operation, Speaker worker, FlowKind kind) {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final String SUSPEND = "suspend";

    /**
     * What came of it.
     *
     * @param reply of the system to the operation; null if it could not be sent
     * @param absent whether the operation is not there
     * @param obstacle why it could not be sent; null if it was
     */
    record Outcome(Reply reply, boolean absent, String obstacle) {

        static Outcome unsent(String obstacle) {
            return new Outcome(null, false, obstacle);
        }
    }

    /** The way to where the operation is legal; empty if there is none, or the system does not declare what it takes. */
    Optional<List<Transition>> way() {
        return Twins.source(owner.edition(), operation, kind)
                .flatMap(given -> worker.edition()
                        .machine()
                        .find(given.state().name())
                        .flatMap(state -> worker.edition().path(new Given(kind, state))))
                .filter(way -> worker.shared().system().can(Capability.SUSPEND)
                        || way.stream().noneMatch(edge -> edge.signal().equals(SUSPEND)));
    }

    /** Goes the way, tries the operation, and ends the flow. */
    Outcome tryIt() {
        var way = way();
        if (way.isEmpty()) {
            return Outcome.unsent("no signals that the system declares lead to where it is legal");
        }
        var flow = worker.flows().fresh(kind);
        for (var edge : way.get()) {
            var obstacle = advance(flow, worker.edition().operation(edge.signal()));
            if (obstacle.isPresent()) {
                end(flow);
                return Outcome.unsent(obstacle.get());
            }
        }
        var view = owner.view(flow);
        var reply = view.send(operation, Creations.PURPOSE);
        var absent = Absence.of(operation, view, reply);
        end(flow);
        return new Outcome(reply, absent, null);
    }

    private Optional<String> advance(DataFlow flow, Operation signal) {
        var reply = flow.send(signal, Creations.PURPOSE);
        if (signal.creates()) {
            flow.isIdentifiedBy(reply);
        }
        if (!Replies.succeeded(reply)) {
            return Optional.of(signal.line() + " on the way to it gave " + Replies.observed(reply));
        }
        if (flow.dataFlowId().isEmpty()) {
            return Optional.of("the answer to " + signal.line() + " on the way to it names no dataFlowId");
        }
        var asynchronous = signal.asynchronousAnswer()
                .filter(answer -> answer.status() == reply.status())
                .isPresent();
        return asynchronous && !becomes(flow, signal.answer().state())
                ? Optional.of("the flow did not become " + signal.answer().state() + " in time")
                : Optional.empty();
    }

    private boolean becomes(DataFlow flow, String state) {
        var status = worker.status();
        if (status.isEmpty()) {
            return false;
        }
        try {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(worker.shared().system().timeouts().callback().plus(POLL))
                    .until(() -> state.equalsIgnoreCase(
                            state(flow.send(status.get(), Creations.PURPOSE)).orElse("")));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static Optional<String> state(Reply reply) {
        return Bodies.object(reply.text()).flatMap(body -> Bodies.string(body, "state"));
    }

    private void end(DataFlow flow) {
        if (flow.dataFlowId().isPresent()) {
            worker.ending().ifPresent(ending -> flow.send(ending, Creations.PURPOSE));
        }
    }
}
