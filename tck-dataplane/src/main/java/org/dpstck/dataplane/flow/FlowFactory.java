package org.dpstck.dataplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.verdict.Judge;

/** Makes the flows of one case: each with its own transfer process id and its own callback address. */
public final class FlowFactory {

    private final Shared shared;
    private final Journal journal;
    private final Judge judge;
    private final List<Inbox> opened = new ArrayList<>();
    private boolean addressless;
    private Supplier<Map<String, String>> headers = Map::of;

    /** A factory whose flows record in a journal and report to a judge. */
    public FlowFactory(Shared shared, Journal journal, Judge judge) {
        this.shared = shared;
        this.journal = journal;
        this.judge = judge;
    }

    /** A flow that the system does not know yet; its callbacks are listened for from now on. */
    public DataFlow fresh(FlowKind kind) {
        return named(kind, "tck-" + UUID.randomUUID());
    }

    /** The same, with a transfer process id of the case's own choosing. */
    public DataFlow named(FlowKind kind, String processId) {
        var random = UUID.randomUUID().toString();
        var inbox = shared.standIn().open(random.substring(random.length() - 12), processId, journal);
        opened.add(inbox);
        var flow = new DataFlow(shared, journal, judge, kind, processId, inbox, !addressless);
        flow.bears(headers);
        return flow;
    }

    /** From now on, messages about new flows say nothing of where callbacks go. */
    void tellNoAddress() {
        addressless = true;
    }

    /** A flow that exists, as this edition sees it: what is sent about it has the form of this factory's edition. */
    public DataFlow view(DataFlow flow) {
        var view =
                new DataFlow(shared, journal, judge, flow.kind(), flow.processId(), flow.inbox(), flow.tellsAddress());
        flow.dataFlowId().ifPresent(view::isCalled);
        return view;
    }

    /** From now on, requests about new flows bear these headers. */
    void bear(Supplier<Map<String, String>> credentials) {
        headers = credentials;
    }

    /** Stops listening for all of them. */
    public void release() {
        opened.forEach(inbox -> {
            inbox.all().forEach(arrival -> shared.identities().came(arrival.body(), arrival.exchange()));
            shared.standIn().release(inbox);
        });
        opened.clear();
    }
}
