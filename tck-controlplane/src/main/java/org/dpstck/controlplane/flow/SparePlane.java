package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.standin.Reception;
import org.dpstck.core.standin.Served;

/** A data plane that one case plays besides that of the run, for flows of providers that are pulled from. */
public final class SparePlane {

    private static final FlowKind KIND = new FlowKind(Side.PROVIDER, Direction.PULL);

    private final Shared shared;
    private final Inbox inbox;
    private final Endpoint endpoint;
    private final Map<String, DataFlow> flows = new ConcurrentHashMap<>();
    private volatile Script script = Script.obedient();

    SparePlane(Shared shared, Inbox inbox) {
        this.shared = shared;
        this.inbox = inbox;
        this.endpoint = shared.standIn().share(UUID.randomUUID().toString(), this::take);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Where it is, as the system has to know it. */
    public String url() {
        return endpoint.url();
    }

    /** What arrived there. */
    public Inbox inbox() {
        return inbox;
    }

    /** From now on it answers so. */
    public void follow(Script how) {
        script = how;
    }

    /** The first start of a process that is none of these, now or before the deadline. */
    public Optional<Arrival> starts(List<String> known, Duration deadline) {
        return inbox.await(isStart().and(arrival -> !known.contains(process(arrival))), deadline);
    }

    /** The processes that it was told to start so far, by the ids that the system gave them. */
    public List<String> processes() {
        return inbox.all().stream()
                .filter(isStart())
                .map(this::process)
                .distinct()
                .collect(Collectors.toList());
    }

    /** The first signal of a kind about a flow that it has, now or before the deadline. */
    public Optional<Arrival> hears(Operation signal, Duration deadline) {
        return inbox.await(arrival -> signal.name().equals(arrival.exchange().purpose()), deadline);
    }

    private Predicate<Arrival> isStart() {
        var start = shared.edition().transfers().signal(KIND.side(), "begin").orElseThrow();
        return arrival -> start.equals(arrival.exchange().purpose());
    }

    private String process(Arrival arrival) {
        return Bodies.object(shared.dataPlane().plain(arrival.body()))
                .flatMap(body -> Bodies.string(body, "processId"))
                .orElse("");
    }

    private Reception take(Arrival arrival) {
        if (FurtherPlane.isCheck(shared.edition(), arrival)) {
            return new Reception(Served.empty(204), null, "heart-beat");
        }
        var path = arrival.path().split("\\?", 2)[0];
        for (var operation : shared.edition().operations().values()) {
            var flow = operation.method().equals(arrival.method()) ? flow(operation, path, arrival) : null;
            if (flow != null) {
                return new Reception(script.answer(operation, flow), inbox, operation.name());
            }
        }
        return new Reception(Served.json(404, "{\"error\": \"no such flow\"}"), inbox, "to a further data plane");
    }

    private DataFlow flow(Operation operation, String path, Arrival arrival) {
        if (operation.addressesFlow()) {
            return Paths.segment(operation.path(), "{dataFlowId}", path)
                    .map(flows::get)
                    .orElse(null);
        }
        if (!operation.path().equals(path)) {
            return null;
        }
        var address = shared.standIn().address() + "/data";
        var flow = new DataFlow(process(arrival), KIND, shared.edition(), address, new Journal());
        flows.put(flow.id(), flow);
        return flow;
    }
}
