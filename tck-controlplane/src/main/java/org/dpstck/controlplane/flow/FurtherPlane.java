package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.standin.Reception;
import org.dpstck.core.standin.Served;

/**
 * A data plane that one case plays besides that of the run, for flows of providers that are pulled from.
 *
 * <p>It answers signals by a script and heart-beats as the case wants; both can change while it is registered.
 */
public final class FurtherPlane {

    static final FlowKind KIND = new FlowKind(Side.PROVIDER, Direction.PULL);
    private static final Served HERE = Served.empty(204);

    private final String id;
    private final Shared shared;
    private final Journal journal;
    private final Inbox signals;
    private final Endpoint endpoint;
    private final Map<String, DataFlow> flows = new ConcurrentHashMap<>();
    private volatile Script script = Script.obedient();
    private volatile HeartBeats heartBeats;

    FurtherPlane(String id, Shared shared, Journal journal, Inbox signals) {
        this.id = id;
        this.shared = shared;
        this.journal = journal;
        this.signals = signals;
        this.heartBeats = new HeartBeats(HERE, Inbox.of(journal));
        this.endpoint = shared.standIn().share(id, this::take);
    }

    /**
     * How heart-beats are answered, and those that were answered so.
     *
     * @param answer to each
     * @param inbox with them
     */
    private record HeartBeats(Served answer, Inbox inbox) {

        Reception take() {
            return new Reception(answer, inbox, "heart-beat");
        }
    }

    /** The operation by which an edition asks whether a data plane is there. */
    static boolean isCheck(Edition edition, Arrival arrival) {
        var path = Paths.below(edition, arrival);
        return edition.operations().values().stream()
                .filter(FurtherPlane::isCheck)
                .map(Operation::path)
                .anyMatch(path::equals);
    }

    static boolean isCheck(Operation operation) {
        return !operation.creates() && !operation.addressesFlow();
    }

    /** The id by which it registers, unless the case registers it by another. */
    public String id() {
        return id;
    }

    /** Where it is, as the system has to know it. */
    public String url() {
        return endpoint.url();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** What came here apart from heart-beats. */
    public Inbox signals() {
        return signals;
    }

    /** From now on it answers signals so. */
    public void follow(Script how) {
        script = how;
    }

    /** From now on it answers the signal which opens a flow so, and does whatever else it is told. */
    public void answersStarts(BiFunction<Operation, DataFlow, Served> answer) {
        var begin = shared.edition().transfers().signal(KIND.side(), "begin").orElseThrow();
        follow(Script.obedient().answering(begin, answer));
    }

    /** From now on heart-beats succeed; those before are forgotten. */
    public void isHere() {
        answersHeartBeats(HERE);
    }

    /** From now on heart-beats are answered so; those before are forgotten. */
    public void answersHeartBeats(Served answer) {
        heartBeats = new HeartBeats(answer, Inbox.of(journal));
    }

    /** How many heart-beats have come since the answer to them was changed. */
    public int heartBeats() {
        return heartBeats.inbox().all().size();
    }

    /** The heart-beats since the answer to them was changed, as soon as a number has come, or at the deadline. */
    public List<Arrival> heartBeats(int number, Duration deadline) {
        return heartBeats.inbox().await(any -> true, number, deadline);
    }

    /** Whether an arrival in an inbox of several came to this data plane. */
    public Predicate<Arrival> own() {
        return arrival ->
                arrival.exchange().request().url().contains(endpoint.url().replaceFirst("^[a-z]+://[^/]+", ""));
    }

    /** The first start of a process that is none of these, now or before the deadline. */
    public Optional<Arrival> starts(List<String> known, Duration deadline) {
        return signals.await(isStart().and(arrival -> !known.contains(process(arrival))), deadline);
    }

    /** The same of one that is not about a type, however the start names that. */
    public Optional<Arrival> starts(List<String> known, String type, Duration deadline) {
        var name = type.replaceFirst("-[^-]*$", "");
        return signals.await(
                isStart().and(arrival -> !known.contains(process(arrival))).and(arrival -> !arrival.body()
                        .contains(name)),
                deadline);
    }

    /** Whether a signal is about a process, wherever it went. */
    public Predicate<Arrival> about(String process) {
        return arrival -> process.equals(process(arrival)) || arrival.path().contains(Texts.encoded(process));
    }

    /** The processes that it was told to start so far, by the ids that the system gave them. */
    public List<String> processes() {
        return signals.all().stream()
                .filter(isStart())
                .map(this::process)
                .distinct()
                .collect(Collectors.toList());
    }

    /** The first signal of a kind about a flow that it has, now or before the deadline. */
    public Optional<Arrival> hears(Operation signal, Duration deadline) {
        return signals.await(arrival -> signal.name().equals(arrival.exchange().purpose()), deadline);
    }

    private Predicate<Arrival> isStart() {
        var start = shared.edition().transfers().signal(KIND.side(), "begin").orElseThrow();
        return arrival -> start.equals(arrival.exchange().purpose());
    }

    /** The process that a signal names; empty if it names none. */
    public String process(Arrival arrival) {
        return Bodies.object(shared.dataPlane().plain(arrival.body()))
                .flatMap(body -> Bodies.string(body, "processId"))
                .orElse("");
    }

    private Reception take(Arrival arrival) {
        if (isCheck(shared.edition(), arrival)) {
            return heartBeats.take();
        }
        var path = Paths.below(shared.edition(), arrival);
        for (var operation : shared.edition().operations().values()) {
            var flow = operation.method().equals(arrival.method()) ? flow(operation, path, arrival) : null;
            if (flow != null) {
                return new Reception(script.answer(operation, flow), signals, operation.name());
            }
        }
        return new Reception(Served.json(404, "{\"error\": \"no such flow\"}"), signals, "to a further data plane");
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
