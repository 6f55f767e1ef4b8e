package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.JsonLdReplies;
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
import org.dpstck.core.standin.StandIn;
import tools.jackson.databind.JsonNode;

/**
 * The data plane that the suite plays: one address for all flows of a run, each flow with a script and an inbox.
 *
 * <p>The first signal about a flow names the process. Whose process that is, the case learns from the answer of the counter-party
 * side, perhaps a moment later; until then the answer to the signal waits, for a bounded time.
 */
public final class DataPlane {

    /** The id by which it registers. */
    public static final String ID = "dps-tck-data-plane";

    /** What a request is called that names a flow and has no path of a data plane. */
    static final String ASTRAY = "to a path that a data plane does not have";

    private static final int UNKNOWN = 404;
    private static final long PATIENCE_SHARE = 2;

    private final Edition edition;
    private final StandIn standIn;
    private final String pushAddress;
    private final JsonLdReplies replies;
    private final long patience;
    private final Map<String, DataFlow> byProcess = new ConcurrentHashMap<>();
    private final Map<String, DataFlow> byId = new ConcurrentHashMap<>();
    private final Map<Side, AtomicReference<Consumer<DataFlow>>> next =
            Map.of(Side.CONSUMER, new AtomicReference<>(), Side.PROVIDER, new AtomicReference<>());
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final AtomicLong strangers = new AtomicLong();
    private final CountDownLatch checked = new CountDownLatch(1);
    private Endpoint endpoint;
    private String data;

    private DataPlane(Edition edition, StandIn standIn, Duration request) {
        this.edition = edition;
        this.standIn = standIn;
        this.pushAddress = edition.transfers().naming().pushAddress();
        this.replies = new JsonLdReplies(edition);
        this.patience = Math.max(request.toMillis() / PATIENCE_SHARE, 1);
    }

    static DataPlane open(Edition edition, StandIn standIn, Duration request) {
        var plane = new DataPlane(edition, standIn, request);
        plane.data = standIn.address() + "/data";
        plane.endpoint = standIn.share("dataplane", plane::take);
        return plane;
    }

    /** Where it is, as the system has to know it. */
    public String url() {
        return endpoint.url();
    }

    /** Whether the system has asked if this data plane is there, now or before the deadline. */
    boolean awaitCheck(Duration deadline) {
        try {
            return checked.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many requests of the system named no flow. */
    long strangers() {
        return strangers.get();
    }

    /** The flow of a process, there already or about to come. */
    DataFlow claim(String processId, FlowKind kind, Script script, Journal journal) {
        var flow = byProcess.computeIfAbsent(processId, id -> new DataFlow(id, kind, edition, data, journal.beside()));
        flow.isOf(kind);
        flow.follow(script);
        return flow;
    }

    /** Flows of processes that began and that no case knows. */
    List<DataFlow> unclaimed() {
        return byId.values().stream().filter(flow -> !flow.claimed()).distinct().toList();
    }

    /** Whoever begins now gets the next flow of a side that nobody has claimed; null for nobody. */
    void expect(Side side, Consumer<DataFlow> taker) {
        next.get(side).set(taker);
    }

    /** Another case begins: what its record has arrives here, and what was left of an earlier one does not come any more. */
    void attend(Journal journal) {
        standIn.attend(journal);
        if (standIn.replays()) {
            byProcess.values().removeIf(flow -> !flow.claimed());
            byId.values().removeIf(flow -> !flow.claimed());
        }
    }

    void forget(DataFlow flow) {
        flow.over().complete(null);
        if (!standIn.replays()) { // A record repeats what came, when its case is tried again; nothing of it is late.
            ended.add(flow.id());
            ended.add(flow.processId());
            flow.inbox().all().stream()
                    .map(Arrival::body)
                    .filter(body -> !body.isBlank())
                    .forEach(heard::add);
        }
        drop(flow);
    }

    /** Forgets a flow that was nobody's: another one with its ids is as welcome as any. */
    void drop(DataFlow flow) {
        byProcess.remove(flow.processId());
        byId.values().removeIf(flow::equals);
    }

    /** Takes a request at an address of this data plane, be it that of the run or that of a case. */
    Reception take(Arrival arrival) {
        var read = replies.plain(arrival.body());
        var reception = routed(arrival, read.orElse(arrival.body()));
        return reception.later() == null
                ? new Reception(reception.served(), reception.inbox(), reception.purpose(), read.orElse(null))
                : reception;
    }

    /** A body in the plain form of the edition, where it has several. */
    String plain(String body) {
        return replies.plain(body).orElse(body);
    }

    private Reception routed(Arrival arrival, String plain) {
        var path = Paths.below(edition, arrival);
        for (var operation : edition.operations().values()) {
            if (operation.addressesFlow()) {
                var id = Paths.segment(operation.path(), "{dataFlowId}", path);
                var flow = id.map(byId::get);
                if (flow.isPresent() && operation.method().equals(arrival.method())) {
                    return answer(operation, flow.get());
                }
            } else if (operation.path().equals(path) && !operation.creates()) {
                // It asks for no flow: whether anybody is there.
                checked.countDown();
                return new Reception(Served.empty(operation.answer().status()), null, operation.name());
            } else if (operation.path().equals(path) && operation.method().equals(arrival.method())) {
                return begin(operation, arrival, plain);
            }
        }
        // A wrong path or method may still name a flow: the case about it sees the arrival.
        var named = Stream.concat(byId.values().stream(), byProcess.values().stream())
                .filter(flow -> path.contains(flow.stem()) || path.contains(flow.processId()))
                .findFirst();
        if (named.isEmpty() && ended.stream().noneMatch(path::contains)) {
            strangers.incrementAndGet();
        }
        return refusal(named.map(DataFlow::inbox).orElse(null), ASTRAY);
    }

    private Reception begin(Operation operation, Arrival arrival, String plain) {
        var body = Bodies.object(plain);
        var process = body.flatMap(it -> Bodies.string(it, "processId"));
        if (process.isEmpty()) {
            return beginUnnamed(operation);
        }
        var flow = byProcess.computeIfAbsent(
                process.get(),
                id -> new DataFlow(id, kind(operation, body.get()), edition, data, standIn.journalOfArrival()));
        // A late repetition of what another case has heard is not the flow that somebody waits for.
        if (!flow.claimed()
                && !ended.contains(flow.id())
                && !heard.contains(plain)
                && !heard.contains(arrival.body())) {
            taker(operation).ifPresent(taker -> taker.accept(flow));
        }
        if (ended.contains(process.get()) && !flow.claimed()) {
            // Its case is over, and nobody is going to say how it answers.
            flow.follow(Script.obedient());
        }
        byId.put(flow.id(), flow);
        if (edition.conventions().flowsAreProcesses()) {
            // Nothing says by which of its two ids a message names the flow.
            body.flatMap(it -> Bodies.string(it, "@id")).ifPresent(id -> byId.put(id, flow));
        }
        body.flatMap(it -> Bodies.string(it, "callbackAddress")).ifPresent(flow::callsBackTo);
        return answer(operation, flow);
    }

    /** A message that names no process is that of whoever begins now; the case sees what is wrong with it. */
    private Reception beginUnnamed(Operation operation) {
        var taker = taker(operation);
        if (taker.isEmpty()) {
            strangers.incrementAndGet();
            return refusal(null, operation.name());
        }
        var flow = new DataFlow(
                "unnamed-" + UUID.randomUUID(), kind(operation, null), edition, data, standIn.journalOfArrival());
        taker.get().accept(flow);
        byId.put(flow.id(), flow);
        return answer(operation, flow);
    }

    private Optional<Consumer<DataFlow>> taker(Operation operation) {
        return operation.sides().stream()
                .map(side -> next.get(side).getAndSet(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Reception answer(Operation operation, DataFlow flow) {
        if (standIn.replays() && !flow.claimed()) {
            return Reception.later(flow::onceClaimed);
        }
        var script = flow.script(patience);
        byId.put(flow.id(), flow);
        return new Reception(script.answer(operation, flow), flow.inbox(), operation.name());
    }

    private static Reception refusal(Inbox inbox, String purpose) {
        return new Reception(Served.json(UNKNOWN, "{\"error\": \"no such flow\"}"), inbox, purpose);
    }

    /** What the first signal tells of the kind of the flow; the case that claims it knows better. */
    private FlowKind kind(Operation operation, JsonNode body) {
        var side = operation.sides().iterator().next();
        var pull = side == Side.PROVIDER && body != null && !body.has(pushAddress);
        return new FlowKind(side, pull ? Direction.PULL : Direction.PUSH);
    }
}
