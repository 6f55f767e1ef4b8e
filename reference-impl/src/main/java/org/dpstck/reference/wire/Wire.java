package org.dpstck.reference.wire;

import java.io.IOException;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.Period;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.renewal.RefreshClient;

/** The active half of the HTTP wire: the pull consumer that fetches and the push provider that sends. */
public final class Wire {

    private final Outbound outbound;
    private final WireEvents events;
    private final RefreshClient refresher;
    private final Storage storage;
    private final Responder responder;
    private final Hooks hooks;
    /** The latest push that hands on what it reads. */
    private volatile DataFlow latest;

    /** Works on the threads of {@code outbound}: moves data of or to {@code storage}, responds, reports to {@code events}. */
    public Wire(
            Outbound outbound,
            RefreshClient refresher,
            Storage storage,
            Responder responder,
            Hooks hooks,
            WireEvents events) {
        this.hooks = hooks;
        this.storage = storage;
        this.responder = responder;
        this.outbound = outbound;
        this.refresher = refresher;
        this.events = events;
    }

    /** Begins the transfer of a flow that has just been started, if its message asked for a real one. */
    public void begin(DataFlow flow) {
        if (flow.responds()) {
            // Data may have come before the address to which responses go.
            outbound.workers().execute(() -> responder.flush(flow));
        }
        if (flow.is(Side.CONSUMER, Direction.PULL) && flow.request().wishes().fetch()) {
            flow.beginTransfer().ifPresent(period -> outbound.workers()
                    .execute(() -> run(flow, period, new Fetcher(outbound, refresher, storage, flow, period))));
        }
        if (flow.is(Side.PROVIDER, Direction.PUSH) && flow.request().source().isPresent()) {
            latest = flow;
            flow.beginTransfer().ifPresent(period -> outbound.workers()
                    .execute(() -> run(flow, period, new Relay(outbound, flow, period, this::destination))));
        } else if (flow.is(Side.PROVIDER, Direction.PUSH)
                && flow.request().wishes().push()) {
            flow.beginTransfer().ifPresent(period -> outbound.workers()
                    .execute(() -> run(flow, period, new Pusher(outbound, storage, flow, period))));
        }
    }

    /** Where data goes that has been read for a flow. */
    private DataAddress destination(DataAddress own) {
        return hooks.keeps(Rule.PUSH_OWN_DESTINATION) ? own : latest.peer().orElse(own);
    }

    private void run(DataFlow flow, Period period, Transfer transfer) {
        try {
            DataAddress peer =
                    flow.peer().orElseThrow(() -> new IOException("no data address names the other end of the wire"));
            if (transfer.run(peer)) {
                responder.answer(flow);
                events.completed(flow);
            }
        } catch (IOException | IllegalArgumentException broken) {
            // A suspended or terminated flow closes its wire itself; only a started one has failed.
            if (!period.isOver()) {
                events.failed(flow, "the transfer failed: " + broken.getMessage());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** One transfer from its beginning to its end. */
    interface Transfer {

        /**
         * Transfers everything, or until the flow is no longer started.
         *
         * @return whether everything was transferred
         * @throws IOException if the wire is broken for good
         * @throws InterruptedException if the data plane is being closed
         */
        boolean run(DataAddress peer) throws IOException, InterruptedException;
    }
}
