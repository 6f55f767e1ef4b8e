package org.dpstck.dataplane.cases;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.Grants;

/** §Data Flow State Machine, §Data Flow Suspension/Resumption: data flows while the flow is STARTED and not after. */
public final class DataAccessCases {

    private static final FlowKind PULLED = new FlowKind(Side.PROVIDER, Direction.PULL);
    private static final String ENDED = "ENDED-NO-DATA";
    private static final String SUSPENDED = "SUSPEND-NO-DATA";
    private static final String STARTED = "STARTED";
    private static final Duration BEAT = Duration.ofMillis(25);

    @Case(
            value = "DATA-ACCESS",
            title = "After {0}, the data of a pull can no longer be had with its token",
            stimulus = "The endpoint of the data address gave data for the token that it names. After the signal, which"
                    + " was accepted, the same request is sent again.",
            expected = "No data: a refusal, or an answer without content.",
            fix = "Look at the state of the flow at each request for data, or revoke its token with the transition.")
    @Verifies("{requirement}")
    @Rows("leaving")
    void dataIsClosed(
            Operation signal, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var flow = Profiles.has(edition) ? flows.fresh(PULLED).under(Profiles.http(edition)) : flows.fresh(PULLED);
        var data = new PublicData(flow, new Grants(edition, system).of(flow), ends).thatOpens(edition);
        var moved = flow.receives(signal);
        if (!moved.succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: " + signal + " of a STARTED flow gave " + Replies.observed(moved.reply())
                            + "; see the case " + signal.requirement("ANSWER") + "." + PULLED);
        }
        var since = System.nanoTime();
        var open = lastOpen(data, ends);
        ends.outlived(signal.name(), Duration.ofNanos(System.nanoTime() - since));
        open.ifPresent(reply -> judge.violated(
                requirement(edition, signal),
                "no data with the token of the flow, "
                        + system.timeouts().quiet().toMillis() + " ms after " + signal + " was accepted",
                "HTTP " + reply.status() + " with " + reply.body().length + " bytes of data",
                reply.exchange()));
    }

    /** What leads a started pull out of STARTED. */
    static Stream<Row> leaving(Edition edition) {
        return Profiles.has(edition) || edition.asks("TOKEN-OPENS")
                ? edition.operations().values().stream()
                        .filter(operation -> !operation.creates())
                        .filter(operation -> target(edition, operation)
                                .filter(state -> !state.name().equals(STARTED))
                                .isPresent())
                        .map(operation -> row(edition, operation).verifying(requirement(edition, operation)))
                : Stream.empty();
    }

    /** Where a profile says how data is had, it is a capability; where the document itself does, it is not. */
    private static Row row(Edition edition, Operation operation) {
        return Profiles.has(edition) ? Row.of(operation).needing(Capability.HTTP_PROFILE) : Row.of(operation);
    }

    /** The answer that still gives data when the time for closing is over. */
    private static Optional<Reply> lastOpen(PublicData data, FarEnds ends) {
        var last = new AtomicReference<Reply>();
        var closed = ends.until(BEAT, ends.quiet().plus(BEAT), () -> {
            last.set(data.get());
            return !PublicData.gives(last.get());
        });
        // A slow system may have closed by an answer that came after the time.
        return closed ? Optional.empty() : Optional.of(last.get()).filter(PublicData::gives);
    }

    private static Optional<State> target(Edition edition, Operation operation) {
        var machine = edition.machine();
        return machine.transition(PULLED, machine.state(STARTED), operation).map(it -> machine.state(it.to()));
    }

    private static String requirement(Edition edition, Operation operation) {
        return target(edition, operation).filter(State::terminal).isPresent() ? ENDED : SUSPENDED;
    }
}
