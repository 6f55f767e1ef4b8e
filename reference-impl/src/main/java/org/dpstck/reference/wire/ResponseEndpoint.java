package org.dpstck.reference.wire;

import java.util.List;
import java.util.Optional;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;

/**
 * The provider's end of response channels, over HTTP.
 *
 * <p>A token opens exactly one channel, while its flow is STARTED: "when the forward channel is closed, the response channel
 * will also be closed".
 */
public final class ResponseEndpoint {

    private static final String BEARER = "Bearer ";
    private static final int PREFIX = BEARER.length() + 8;

    private final FlowStore store;
    private final Hooks hooks;

    /** Serves the flows of {@code store}. */
    public ResponseEndpoint(FlowStore store, Hooks hooks) {
        this.store = store;
        this.hooks = hooks;
    }

    /**
     * Finds the flow to which a response may be sent.
     *
     * @throws Refusal 404 for a path without a flow, 401 for a wrong token, 403 while the flow takes nothing
     */
    public DataFlow admit(List<String> path, Optional<String> authorization) throws Refusal {
        DataFlow flow = Optional.of(path)
                .filter(segments -> segments.size() == 2)
                .flatMap(segments -> store.byId(segments.get(1)))
                .filter(DataFlow::offersResponses)
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_FLOW, "no data flow has a response channel here"));
        if (!opens(flow, authorization.orElse(""))) {
            throw new Refusal(Kind.NO_TOKEN, "the bearer token of this response channel is required");
        }
        if (flow.state() == FlowState.SUSPENDED && !hooks.keeps(Rule.RESPONSE_PAUSES_QUIETLY)) {
            throw new IllegalStateException("a fault: a flow that pauses was not thought of");
        }
        if (flow.state() != FlowState.STARTED && closes(flow.state()) || !reopens(flow)) {
            throw new Refusal(Kind.NOT_OPEN, "the data flow is " + flow.state());
        }
        return flow;
    }

    /** Takes a response in. */
    public void take(DataFlow flow, String response) {
        if (hooks.keeps(Rule.RESPONSE_KEPT)) {
            flow.responses().take(response);
        }
    }

    private boolean opens(DataFlow flow, String authorization) {
        if (!hooks.keeps(Rule.RESPONSE_TOKEN)) {
            return true;
        }
        if (!hooks.keeps(Rule.RESPONSE_NO_SERVER_ERROR) && authorization.isEmpty()) {
            throw new IllegalStateException("a fault: no token was thought of");
        }
        if (!hooks.keeps(Rule.RESPONSE_TOKEN_OWN)
                && store.all().stream()
                        .anyMatch(any -> any.responses().credentials().opens(authorization))) {
            return true;
        }
        String own = BEARER + flow.responses().credentials().access();
        boolean begins = authorization.startsWith(own.substring(0, PREFIX));
        return hooks.keeps(Rule.RESPONSE_TAKEN)
                && (flow.responses().credentials().opens(authorization)
                        || begins && !hooks.keeps(Rule.RESPONSE_TOKEN_WHOLE));
    }

    private boolean closes(FlowState state) {
        return switch (state) {
            case SUSPENDED -> hooks.keeps(Rule.RESPONSE_PAUSES);
            case COMPLETED -> hooks.keeps(Rule.RESPONSE_ENDS_COMPLETED);
            case TERMINATED -> hooks.keeps(Rule.RESPONSE_ENDS_TERMINATED);
            default -> true;
        };
    }

    /** The correct plane makes no difference between the first period of a flow and a later one. */
    private boolean reopens(DataFlow flow) {
        return hooks.keeps(Rule.RESPONSE_REOPENS) || !flow.wasInterrupted();
    }
}
