package org.dpstck.reference.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.flow.Period;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;

/**
 * The passive half of the HTTP wire: what a pull provider serves and what a push consumer takes in.
 *
 * <p>A token opens exactly one flow. It opens a source while the flow is STARTED and a sink from PREPARED on, because
 * the provider may send before the consumer has heard of the start (implementation notice in "Started Notification").
 */
public final class WireEndpoint {

    private static final Duration BEAT = Duration.ofMillis(40);
    private static final Set<FlowState> SOURCE_OPEN = EnumSet.of(FlowState.STARTED);
    private static final Set<FlowState> SINK_OPEN = EnumSet.of(FlowState.PREPARED, FlowState.STARTED);

    private static final String SHARED = "public";

    private final FlowStore store;
    private final Hooks hooks;

    /** Serves the flows of {@code store}. */
    public WireEndpoint(FlowStore store, Hooks hooks) {
        this.store = store;
        this.hooks = hooks;
    }

    /**
     * Finds the flow whose data may be fetched.
     *
     * @throws Refusal 404 for a path without a flow, 401 for a wrong token, 403 while the flow is not STARTED
     */
    public DataFlow source(List<String> path, Optional<String> authorization) throws Refusal {
        return admit(path, Side.PROVIDER, authorization, SOURCE_OPEN);
    }

    /**
     * Finds the flow whose data may be delivered.
     *
     * @throws Refusal 404 for a path without a flow, 401 for a wrong token, 403 while the flow takes nothing
     */
    public DataFlow sink(List<String> path, Optional<String> authorization) throws Refusal {
        return admit(path, Side.CONSUMER, authorization, SINK_OPEN);
    }

    private DataFlow admit(List<String> path, Side side, Optional<String> authorization, Set<FlowState> open)
            throws Refusal {
        Direction direction = side == Side.PROVIDER ? Direction.PULL : Direction.PUSH;
        DataFlow flow = Optional.of(path)
                .filter(segments -> segments.size() >= 2)
                .flatMap(segments -> found(segments.get(1), authorization.orElse("")))
                .filter(found -> found.is(side, direction))
                .filter(found -> path.size() == 2 || found.request().source().isPresent())
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_FLOW, "no data flow has its end point here"));
        if (!hooks.keeps(Rule.WIRE_BEARER) || !isOpenedBy(authorization.orElse(""), flow)) {
            throw new Refusal(Kind.NO_TOKEN, "the bearer token of this data flow is required");
        }
        if (!open.contains(flow.state()) && closes(flow.state())) {
            throw new Refusal(Kind.NOT_OPEN, "the data flow is " + flow.state());
        }
        return flow;
    }

    /** An end point that is not that of one flow is that of whichever flow the token belongs to. */
    private Optional<DataFlow> found(String id, String authorization) {
        return store.byId(id).or(() -> store.all().stream()
                .filter(flow -> id.equals(SHARED) && flow.credentials().opens(authorization))
                .findFirst());
    }

    private boolean isOpenedBy(String authorization, DataFlow flow) {
        if (flow.request().source().isEmpty()) {
            return flow.credentials().opens(authorization);
        }
        if (!hooks.keeps(Rule.TOKEN_OPENS)) {
            return false;
        }
        return flow.credentials().opens(schemed(authorization))
                || !hooks.keeps(Rule.TOKEN_REQUIRED) && authorization.isEmpty()
                || !hooks.keeps(Rule.TOKEN_CHECKED) && !authorization.isEmpty()
                || !hooks.keeps(Rule.TOKEN_OWN_FLOW)
                        && store.all().stream()
                                .anyMatch(other -> other.credentials().opens(authorization));
    }

    /** As the document has it, the header is the token; as its example has it, a scheme comes before. */
    private String schemed(String authorization) {
        return hooks.keeps(Rule.WIRE_SCHEME) ? authorization : "Bearer " + authorization;
    }

    private boolean closes(FlowState state) {
        return switch (state) {
            case SUSPENDED -> hooks.keeps(Rule.WIRE_PAUSES);
            case COMPLETED, TERMINATED -> hooks.keeps(Rule.WIRE_ENDS);
            default -> true;
        };
    }

    /**
     * Writes the endless dataset until the flow leaves STARTED.
     *
     * @throws IOException if the reader has gone
     */
    public void stream(DataFlow flow, OutputStream out) throws IOException {
        byte[] chunk = Dataset.chunk(flow.request().datasetId());
        Period period = flow.period();
        try {
            do {
                out.write(chunk);
                out.flush();
                flow.count(chunk.length);
            } while (period.lasts(BEAT));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes in what a provider sends.
     *
     * @throws IOException if the sender has gone
     */
    public void take(DataFlow flow, InputStream in) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            flow.count(read);
        }
    }
}
