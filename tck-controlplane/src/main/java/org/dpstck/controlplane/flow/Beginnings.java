package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Trigger;
import org.dpstck.core.sut.TriggerFailedException;
import org.dpstck.core.sut.TriggerOutcome;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.sut.TriggerUnavailableException;
import org.dpstck.core.verdict.Unjudgeable;

/** Begins transfers: as the consumer that asks a provider, or by the trigger that makes a consumer ask. */
final class Beginnings {

    /**
     * How long a consumer is waited for.
     *
     * @param request its message to the provider
     * @param signal what comes before that: the trigger, and the first signal to its data plane
     */
    private record Patience(Duration request, Duration signal) {}

    private final Shared shared;
    private final Transfers transfers;

    Beginnings(Shared shared, Transfers transfers) {
        this.shared = shared;
        this.transfers = transfers;
    }

    /** Begins; the case is inconclusive if that does not work. */
    void begin(Transfer transfer) {
        if (transfer.kind().side() == Side.PROVIDER) {
            transfers.acknowledged(transfer.request(), shared.protocol().message("request"));
            return;
        }
        due(transfer);
        // It tells REQUESTED before it has read the acknowledgement, too.
        new Settling(shared).rests(transfer, "REQUESTED");
    }

    /** The request of a consumer that a case begins with; after many that did not come it is not waited for as long. */
    private void due(Transfer transfer) {
        var timeouts = shared.system().timeouts();
        var drought = shared.drought();
        var kind = transfer.kind();
        var began = new AtomicLong();
        var request = Optional.<Arrival>empty();
        try {
            request = ask(transfer, () -> {
                began.set(System.nanoTime());
                var patience = drought.patience(kind, timeouts.callback(), timeouts.quiet());
                return new Patience(patience, patience);
            });
        } finally {
            request.ifPresentOrElse(
                    any -> drought.came(kind, Duration.ofNanos(System.nanoTime() - began.get())),
                    () -> drought.stayedAway(kind));
        }
        if (request.isEmpty() && drought.lasts(kind)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the TransferRequestMessage did not arrive, like those of"
                            + " many transfers before it; see the cases TP-SENDS-REQUEST");
        }
        transfers.require(request, "the TransferRequestMessage", "TP-SENDS-REQUEST");
    }

    /** Makes the consumer ask, and takes whatever comes of it: its request at the counter-party. */
    Optional<Arrival> ask(Transfer transfer) {
        return ask(transfer, shared.system().timeouts().callback());
    }

    Optional<Arrival> ask(Transfer transfer, Duration patience) {
        return ask(
                transfer,
                () -> new Patience(patience, shared.system().timeouts().callback()));
    }

    /** The same, with a patience that is known when it is the turn of this transfer. */
    private Optional<Arrival> ask(Transfer transfer, Supplier<Patience> limits) {
        var turns = shared.turns();
        var message = shared.protocol().message("request");
        turns.take();
        try {
            var patience = limits.get();
            var held = new AtomicReference<DataFlow>();
            shared.dataPlane().expect(Side.CONSUMER, flow -> {
                transfer.takes(flow);
                held.set(flow);
            });
            var told = fire(transfer, patience.signal());
            var request = first(transfer, message, held, patience);
            if (request.isEmpty()) {
                Optional.ofNullable(told).ifPresent(id -> transfer.isKnownAs(id));
                return request;
            }
            var body = Bodies.object(request.get().body()).map(it -> DspMessage.of(it, shared.protocol()));
            var pid = body.flatMap(it -> it.pid(Side.CONSUMER)).orElse(told == null ? "" : told);
            var address = body.flatMap(it -> it.text("callbackAddress"))
                    .orElse(shared.system().controlPlane().dsp().toString());
            // Without a prepare, which an edition may leave out for a pull, the flow begins with a later signal.
            var flow = held.get() == null
                    ? shared.dataPlane().claim(pid, transfer.kind(), transfer.script(), transfer.journal())
                    : held.get();
            transfer.isCalled(pid, flow, address);
            transfer.isKnownAs(told == null ? pid : told);
            return request;
        } finally {
            leave();
        }
    }

    private void leave() {
        if (shared.turns().taken()) {
            shared.dataPlane().expect(Side.CONSUMER, null);
            shared.turns().leave();
        }
    }

    /** Where the data plane is prepared first, the patience with the request begins when the signal is there. */
    private Optional<Arrival> first(
            Transfer transfer, TransferMessage message, AtomicReference<DataFlow> held, Patience patience) {
        if (patience.request().compareTo(patience.signal()) < 0) {
            Polling.until(transfer.journal(), () -> held.get() != null, seen -> seen, patience.signal());
            // Most likely nothing comes now; who waits to see that need not keep others from beginning.
            leave();
        }
        return transfer.counterParty().inbox().await(transfer.is(message), patience.request());
    }

    private String fire(Transfer transfer, Duration patience) {
        return fire(TriggerPoint.REQUEST_TRANSFER, transfer, patience);
    }

    String fire(TriggerPoint point, Transfer transfer) {
        return fire(point, transfer, shared.system().timeouts().callback());
    }

    /** Fires, for a while again if that is in conflict with something else; without patience just once. */
    String fire(TriggerPoint point, Transfer transfer, Duration patience) {
        var trigger = shared.system()
                .trigger(point)
                .orElseThrow(() -> Unjudgeable.untested("no trigger for " + point.id() + " is configured (triggers."
                        + point.id() + "), and no request of the protocol asks for it"));
        try {
            return settling(point, trigger, transfer, patience).transferId();
        } catch (TriggerFailedException e) {
            throw Unjudgeable.inconclusive("the trigger " + point.id() + " did not work: " + e.getMessage());
        } catch (TriggerUnavailableException e) {
            throw Unjudgeable.untested("the trigger " + point.id() + " was not fired: " + e.getMessage());
        }
    }

    /** Fires; once more for as long as the owner's API says that this is in conflict with what the system is about. */
    private TriggerOutcome settling(TriggerPoint point, Trigger trigger, Transfer transfer, Duration patience) {
        var conflict = new AtomicReference<TriggerFailedException>();
        var outcome = Polling.until(
                transfers.journal(), () -> attempt(point, trigger, transfer, conflict), Optional::isPresent, patience);
        return outcome.orElseThrow(conflict::get);
    }

    private Optional<TriggerOutcome> attempt(
            TriggerPoint point, Trigger trigger, Transfer transfer, AtomicReference<TriggerFailedException> conflict) {
        try {
            return Optional.of(shared.triggers()
                    .fire(point, trigger, TriggerValues.of(transfer), shared.signaling(), transfers.journal()));
        } catch (TriggerFailedException e) {
            if (!e.conflict()) {
                throw e;
            }
            conflict.set(e);
            return Optional.empty();
        }
    }
}
