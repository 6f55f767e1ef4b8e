package org.dpstck.dataplane.flow;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.edition.Answer;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * A transition that was answered with 202 and that nothing holds back: it may end at any time, by itself.
 *
 * <p>Where the system's description has the trigger {@code proceed}, the transition waits for that, and whatever moves the
 * flow before is a defect. Without it, the end of the transition explains what would be one otherwise.
 */
record PendingTransition(Shared shared, DataFlow flow) {

    /**
     * The flow has not simply gone on from a state in which it was pending.
     *
     * @param found the state that it is in now
     * @throws Unjudgeable if it has, as far as anybody can tell
     */
    void requireStill(State pending, Optional<State> found) {
        found.filter(now -> endsOf(pending).anyMatch(operation -> now.name()
                        .equals(operation.answer().state())))
                .ifPresent(now -> {
                    throw wentOn(pending, "the status says " + now);
                });
    }

    /**
     * A signal that was accepted while a transition was pending did not come after its end.
     *
     * @throws Unjudgeable if the callback about the end has come, or comes within the time for what is quiet
     */
    void requireStillAfterSuccess(State pending) {
        var quiet = shared.system().timeouts().quiet();
        endsOf(pending)
                .map(operation -> operation.asynchronousAnswer().map(Answer::callback))
                .flatMap(Optional::stream)
                .map(shared.edition()::callback)
                .filter(callback -> flow.inbox()
                        .await(arrival -> flow.isCallback(arrival, callback), quiet)
                        .isPresent())
                .findFirst()
                .ifPresent(callback -> {
                    throw wentOn(pending, "the callback " + callback + " came");
                });
    }

    /** Operations whose asynchronous answer leaves a flow in a state, where nothing holds it there. */
    private Stream<Operation> endsOf(State pending) {
        return shared.system().trigger(TriggerPoint.PROCEED).isPresent()
                ? Stream.empty()
                : shared.edition().operations().values().stream().filter(operation -> operation
                        .asynchronousAnswer()
                        .filter(answer -> pending.name().equals(answer.state()))
                        .isPresent());
    }

    private static Unjudgeable wentOn(State pending, String sign) {
        return Unjudgeable.untested("the system went on from " + pending + " by itself (" + sign
                + "), so that nothing shows what the signal did; the trigger proceed would hold it there");
    }
}
