package org.dpstck.dataplane.renewal;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.Reception;

/** A pull of the consumer under test from a provider that the suite plays. */
public final class Consumption {

    private static final FlowKind KIND = new FlowKind(Side.CONSUMER, Direction.PULL);
    private static final String COMES = "whether the consumer comes to fetch";

    private final DataFlows flows;
    private final FarEnds ends;
    private final Edition edition;
    private final SystemUnderTest system;

    /** The pulls of one case. */
    public Consumption(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system) {
        this.flows = flows;
        this.ends = ends;
        this.edition = edition;
        this.system = system;
    }

    /**
     * Lets the system pull from a provider; that it comes at all was seen before.
     *
     * @throws Unjudgeable if it does not come, or a step before fails
     */
    public TokenProvider pull(ProviderScript script) {
        comes().ifPresent(why -> {
            throw Unjudgeable.untested(why);
        });
        var provider = new TokenProvider(ends, script);
        var reception = started(provider);
        if (!reception.succeeded()) {
            throw unstarted(reception);
        }
        return provider;
    }

    /** Lets the system pull from a provider; it may refuse to. */
    public Optional<TokenProvider> offer(ProviderScript script) {
        comes().ifPresent(why -> {
            throw Unjudgeable.untested(why);
        });
        var provider = new TokenProvider(ends, script);
        return started(provider).succeeded() ? Optional.of(provider) : Optional.empty();
    }

    /** Why nothing can be said of this consumer; empty if it comes to the endpoints of the suite. Found out once a run. */
    private Optional<String> comes() {
        return ends.once(COMES, () -> {
            try {
                var provider = new TokenProvider(ends, ProviderScript.usual());
                var reception = started(provider);
                if (!reception.succeeded()) {
                    throw unstarted(reception);
                }
                return provider.anything()
                        ? Optional.empty()
                        : Optional.of("no request of the system came to " + provider.place() + " after started: it does"
                                + " not fetch by itself (triggers.fetch makes it), or does not trust the certificate of"
                                + " the suite");
            } catch (Unjudgeable e) {
                return Optional.of(e.getMessage());
            }
        });
    }

    private Reception started(TokenProvider provider) {
        var flow =
                Renewals.pull(flows, KIND, edition, system).between(system.ids().participant(), provider.did());
        flows.createdFor(TriggerPoint.FETCH, flow);
        var started = starting();
        var message = new LinkedHashMap<>(flow.message(started));
        message.put("dataAddress", provider.address(endpointType(flow)));
        var reception = flow.receives(started, message);
        if (reception.succeeded()) {
            flows.fireIfCallable(TriggerPoint.FETCH, flow);
        }
        return reception;
    }

    /** The signal that brings the address to the consumer. */
    private Operation starting() {
        return edition.operation("started");
    }

    private static String endpointType(DataFlow flow) {
        return String.valueOf(flow.dataAddress().get("endpointType"));
    }

    private static Unjudgeable unstarted(Reception reception) {
        return Unjudgeable.inconclusive("a prerequisite failed: started with a data address whose token can be renewed"
                + " gave " + Replies.observed(reception.reply())
                + "; see the case HTTP-ACCEPTS.started.consumer-pull.renewal");
    }
}
