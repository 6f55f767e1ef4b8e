package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.State;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Place;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * Reads the state of a flow back.
 *
 * <p>Spelling, schema and code of the status answer are judged by the cases of the status operation; everybody else only
 * wants to know where the flow is, and finds the question unanswerable when the status is.
 */
public final class StatusReading {

    private static final Duration SECOND_LOOK = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Shared shared;
    private final Judge judge;
    private final DataFlow flow;
    private Exchange last;

    StatusReading(Shared shared, Judge judge, DataFlow flow) {
        this.shared = shared;
        this.judge = judge;
        this.flow = flow;
    }

    /**
     * The state the flow is in; empty if the system knows the flow no more.
     *
     * <p>Where the answer to a start tells no state, a flow that has not begun yet is given a while to do so: that it should
     * have begun by then is for the cases that look {@linkplain #isAtOnce at once}.
     *
     * @throws Unjudgeable if the status tells nothing
     */
    public Optional<State> state() {
        var found = new AtomicReference<>(stateNow());
        if (waits(found.get())) {
            Waiting.until(flow.journal(), POLL, patience(), () -> {
                found.set(stateNow());
                return !waits(found.get());
            });
        }
        return found.get();
    }

    private boolean waits(Optional<State> found) {
        return found.filter(state -> !state.observable()).isPresent() && !isToldByAnswers();
    }

    private Duration patience() {
        return shared.system().timeouts().callback();
    }

    private boolean isToldByAnswers() {
        var edition = shared.edition();
        return edition.message(edition.creating(flow.kind()).answer().message()).declares("state");
    }

    private Optional<State> stateNow() {
        shared.doubtOfStatus().ifPresent(doubt -> {
            throw Unjudgeable.inconclusive("the state cannot be read back: " + doubt);
        });
        var reply = reply();
        if (Replies.refused(reply) && reply.status() != 401 && reply.status() != 403) {
            return Optional.empty();
        }
        return Optional.of(named(reply)
                .flatMap(shared.edition().machine()::find)
                .orElseThrow(() -> Unjudgeable.inconclusive(
                        "the state cannot be read back: GET " + flow.url(operation()) + " gave "
                                + Replies.observed(reply) + "; see the cases STATUS-STATE and STATUS-RESPONSE")));
    }

    /** The flow has to be in a state, at once; a purged flow counts as still in a terminal one. */
    public void is(State wanted, String requirement, String after) {
        var found = state();
        if (found.isPresent() ? !found.get().equals(wanted) : !wanted.terminal()) {
            isStill(wanted, found);
            judge.violated(requirement, wanted + " " + after, observed(found), last, place(found, wanted));
        }
    }

    /**
     * The flow has not gone on by itself from a state in which a transition was pending.
     *
     * @throws Unjudgeable if it has, and nothing holds it back
     */
    public void isStill(State pending, Optional<State> found) {
        new PendingTransition(shared, flow).requireStill(pending, found);
    }

    /**
     * The flow has to be in a state at once: being there only later breaks one rule, never getting there another.
     *
     * @param synchronous the requirement that says at once
     */
    public void isAtOnce(State wanted, String requirement, String synchronous, String after) {
        var found = stateNow();
        if (found.isPresent() ? found.get().equals(wanted) : wanted.terminal()) {
            return;
        }
        var first = observed(found);
        var exchange = last;
        if (becomes(wanted, waits(found) ? patience() : SECOND_LOOK)) {
            judge.violated(
                    synchronous,
                    wanted + " " + after + ", when the answer arrives",
                    first + " when the answer arrived, " + wanted + " only later",
                    exchange,
                    place(found, wanted));
        } else {
            judge.violated(requirement, wanted + " " + after, first, exchange, place(found, wanted));
        }
    }

    /** Whether the flow gets into a state in time; a purged flow counts as in a terminal one. */
    public boolean becomes(State wanted, Duration deadline) {
        return Waiting.until(
                flow.journal(), POLL, deadline.compareTo(POLL) > 0 ? deadline : POLL.multipliedBy(2), () -> state().map(
                                wanted::equals)
                        .orElse(wanted.terminal()));
    }

    /** Waits until a push has begun whose start was acknowledged by an answer that tells no state. */
    void begins() {
        if (flow.kind().direction() == Direction.PUSH && !isToldByAnswers()) {
            Waiting.until(flow.journal(), POLL, patience(), () -> named(reply())
                    .flatMap(shared.edition().machine()::find)
                    .filter(state -> !state.observable())
                    .isEmpty());
        }
    }

    /** The exchange of the last reading. */
    public Exchange exchange() {
        return last;
    }

    private String observed(Optional<State> found) {
        return found.map(state -> "the status says " + state)
                .orElse("the status says that there is no such flow (HTTP "
                        + last.answer().status() + ")");
    }

    private static List<Place> place(Optional<State> found, State wanted) {
        return found.isPresent() ? Places.member("state", "not " + wanted) : List.of();
    }

    private Optional<String> named(Reply reply) {
        if (!Replies.succeeded(reply)) {
            return Optional.empty();
        }
        return Bodies.object(reply.text())
                .flatMap(body -> Bodies.string(body, "state"))
                .map(text -> text.toUpperCase(Locale.ROOT));
    }

    private Reply reply() {
        var reply = flow.send(operation(), "read back");
        last = reply.exchange();
        if (!reply.answered()) {
            throw Unjudgeable.inconclusive("the state cannot be read back: "
                    + reply.failure().text() + "; see the cases STATUS-STATE and STATUS-RESPONSE");
        }
        return reply;
    }

    private Operation operation() {
        return flow.statusOperation();
    }
}
