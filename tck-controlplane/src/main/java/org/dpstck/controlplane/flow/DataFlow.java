package org.dpstck.controlplane.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Inbox;

/** A data flow at the data plane that the suite plays. */
public final class DataFlow {

    private static final String HTTP_ENDPOINT = "https://w3id.org/idsa/v4.1/HTTP";

    private final String stem;
    private volatile String id;
    private volatile boolean told;
    private final String processId;
    private volatile FlowKind kind;
    private final Edition edition;
    private final String address;
    private final Journal journal;
    private final Inbox inbox;
    private final CompletableFuture<Script> script = new CompletableFuture<>();
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile String state;
    private volatile String callbackAddress;

    DataFlow(String processId, FlowKind kind, Edition edition, String address, Journal journal) {
        this.stem = edition.conventions().flowsAreProcesses() ? processId : "flow-" + UUID.randomUUID();
        this.id = stem;
        this.processId = processId;
        this.kind = kind;
        this.edition = edition;
        this.address = address;
        this.journal = journal;
        this.inbox = Inbox.of(journal);
    }

    /** The id that the data plane gave it. */
    public String id() {
        return id;
    }

    /** How the id begins: the part that a path has, however it is encoded. */
    String stem() {
        return stem;
    }

    /** The id that the control plane gave the process. */
    public String processId() {
        return processId;
    }

    /** What arrived for it, in order. */
    public Inbox inbox() {
        return inbox;
    }

    /** Whether an arrival names the flow, but has no path of a data plane. */
    public static boolean isAstray(Arrival arrival) {
        return DataPlane.ASTRAY.equals(arrival.exchange().purpose());
    }

    /** The data address that this data plane hands out for it. */
    public Map<String, Object> address() {
        return address(address + "/" + stem, "token-of-" + stem);
    }

    static Map<String, Object> address(String endpoint, String token) {
        var made = new LinkedHashMap<String, Object>();
        made.put("@type", "DataAddress");
        made.put("endpointType", HTTP_ENDPOINT);
        made.put("endpoint", endpoint);
        made.put("endpointProperties", List.of(property("authorization", token), property("authType", "bearer")));
        return made;
    }

    private static Map<String, Object> property(String name, String value) {
        var property = new LinkedHashMap<String, Object>();
        property.put("@type", "EndpointProperty");
        property.put("name", name);
        property.put("value", value);
        return property;
    }

    Journal journal() {
        return journal;
    }

    FlowKind kind() {
        return kind;
    }

    Edition edition() {
        return edition;
    }

    String state() {
        return state;
    }

    void isIn(String other) {
        state = other;
    }

    String callbackAddress() {
        return callbackAddress;
    }

    void callsBackTo(String told) {
        callbackAddress = told;
    }

    /** Completed when its case is over. */
    CompletableFuture<Void> over() {
        return over;
    }

    boolean claimed() {
        return script.isDone();
    }

    void isOf(FlowKind really) {
        kind = really;
    }

    void follow(Script how) {
        if (!told) {
            id = stem + how.ending();
        }
        script.complete(how);
        var asking = List.copyOf(waiting);
        waiting.clear();
        asking.forEach(Runnable::run);
    }

    /** Does something as soon as somebody says how it answers; nobody has yet. */
    void onceClaimed(Runnable asking) {
        waiting.add(asking);
    }

    /** How it answers; the default if nobody says within a while. */
    Script script(long millis) {
        try {
            return script.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException nobodyKnows) {
            told = true;
            return Script.obedient();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Script.obedient();
        }
    }
}
