package org.dpstck.controlplane.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Ids;
import org.dpstck.core.verdict.Unjudgeable;

/** A transfer process of the system, with the data flow and the counter-party that the suite plays for it. */
public final class Transfer {

    private static final String JSON = "application/json";
    private static final String NO_ID =
            "a prerequisite failed: the system told no id of the transfer process; see the case TP-REQUEST";

    private final Shared shared;
    private final Journal journal;
    private final FlowKind kind;
    private final Ids ids;
    private final CounterParty counterParty;
    private Script script = Script.obedient();
    private volatile DataFlow flow;
    private volatile String systemPid;
    private volatile String triggerId;
    private String base;

    Transfer(Shared shared, Journal journal, FlowKind kind, Ids ids) {
        this.shared = shared;
        this.journal = journal;
        this.kind = kind;
        this.ids = ids;
        this.base = shared.system().controlPlane().dsp().toString();
        this.counterParty = new CounterParty(
                shared.protocol(), shared.standIn(), kind.side().other(), journal);
    }

    /** The side of the system, and the direction. */
    public FlowKind kind() {
        return kind;
    }

    /** The agreement and dataset that it is about. */
    public Ids ids() {
        return ids;
    }

    /** The other side. */
    public CounterParty counterParty() {
        return counterParty;
    }

    /** Has the data plane answer in another way; before the transfer begins. */
    public Transfer following(Script how) {
        script = how;
        return this;
    }

    /** The flow at the data plane, once the process has an id. */
    public DataFlow flow() {
        if (flow == null) {
            throw Unjudgeable.inconclusive(NO_ID);
        }
        return flow;
    }

    /** Whether anything about it is known to have reached the data plane, or will be told apart when it does. */
    public boolean hasFlow() {
        return flow != null;
    }

    /** The id by which the system knows the process; empty until it has told. */
    public Optional<String> systemPid() {
        return Optional.ofNullable(systemPid);
    }

    /** The request of the consumer that the suite plays, in its plain form. */
    public Map<String, Object> requestMessage() {
        return drafts().request();
    }

    /** The data address of the consumer that the suite plays. */
    public Map<String, Object> address() {
        return drafts().address();
    }

    Shared shared() {
        return shared;
    }

    Journal journal() {
        return journal;
    }

    Drafts drafts() {
        return new Drafts(shared, kind, ids, counterParty);
    }

    /** What the data plane says to the system about it. */
    public Callbacks dataPlane() {
        return new Callbacks(shared, journal, this);
    }

    /** Requests the transfer, in the plain form. */
    public Reply request() {
        return request(Json.text(requestMessage()), JSON);
    }

    /** Requests the transfer under another format. */
    public Reply requestOf(String format) {
        return request(Json.text(drafts().request(format)), JSON);
    }

    /** Requests the transfer with another body. */
    public Reply request(String body, String contentType) {
        var turns = shared.turns();
        if (turns.needed()) {
            turns.take();
            shared.dataPlane().expect(kind.side(), this::takes);
        }
        try {
            var reply = asked(body, contentType);
            if (turns.needed() && flow == null && Replies.succeeded(reply)) {
                awaitTaken();
            }
            return reply;
        } finally {
            if (turns.needed()) {
                shared.dataPlane().expect(kind.side(), null);
                turns.leave();
            }
        }
    }

    /** Requests it, whoever begins meanwhile. */
    Reply asked(String body, String contentType) {
        var message = shared.protocol().message("request");
        var request = new Outgoing("POST", base + message.path(), contentType, body);
        var reply = shared.dataspace().send(journal, message.type(), request);
        heard(reply);
        return reply;
    }

    /** The first signal about it has come, though its id is not known yet. */
    synchronized void takes(DataFlow first) {
        first.isOf(kind);
        first.follow(script);
        flow = first;
        notifyAll();
    }

    private void awaitTaken() {
        Polling.awaits(
                this, journal, () -> flow != null, shared.system().timeouts().callback());
    }

    private void heard(Reply reply) {
        if (!Replies.succeeded(reply)) {
            return;
        }
        Bodies.object(reply.text())
                .map(body -> DspMessage.of(body, shared.protocol()))
                .flatMap(process -> process.pid(kind.side()))
                .ifPresent(this::isCalled);
    }

    void isCalled(String pid) {
        systemPid = pid;
        counterParty.knows(pid);
        if (flow == null && !shared.turns().needed()) {
            flow = shared.dataPlane().claim(pid, kind, script, journal);
        }
    }

    /** For a consumer: the flow of the process, and where its counter-party reaches it. */
    void isCalled(String pid, DataFlow claimed, String address) {
        systemPid = pid;
        counterParty.knows(pid);
        flow = claimed;
        base = address.replaceFirst("/+$", "");
    }

    /** The id by which triggers know it. */
    void isKnownAs(String id) {
        triggerId = id;
    }

    String triggerId() {
        return triggerId == null ? systemPid : triggerId;
    }

    Script script() {
        return script;
    }

    /** A message of the counter-party in its plain form. */
    public Map<String, Object> plain(TransferMessage message) {
        return drafts().plain(message);
    }

    /** Sends a message of the counter-party in its plain form. */
    public Reply sends(TransferMessage message) {
        return sends(message, Json.text(plain(message)), JSON);
    }

    /** Sends a message of the counter-party with another body. */
    public Reply sends(TransferMessage message, String body, String contentType) {
        return sends(message, pid(), body, contentType);
    }

    /** Sends a message of the counter-party about another process. */
    public Reply sends(TransferMessage message, String pid, String body, String contentType) {
        var path = message.path().replace("{pid}", Texts.encoded(pid));
        return shared.dataspace().send(journal, message.type(), new Outgoing("POST", base + path, contentType, body));
    }

    /** Asks for the state of a process by its id. */
    public Reply get(String pid) {
        var path = shared.protocol().get().path().replace("{pid}", Texts.encoded(pid));
        return shared.dataspace().send(journal, "state of the process", new Outgoing("GET", base + path, null, null));
    }

    /** The state of the process as the system tells it; empty if it tells none. */
    public Optional<String> state() {
        if (systemPid == null) {
            return Optional.empty();
        }
        var reply = get(systemPid);
        return Replies.succeeded(reply)
                ? Bodies.object(reply.text())
                        .map(body -> DspMessage.of(body, shared.protocol()))
                        .flatMap(it -> it.text("state"))
                : Optional.empty();
    }

    private String pid() {
        return systemPid().orElseThrow(() -> Unjudgeable.inconclusive(NO_ID));
    }

    /** The id by which the data plane knows the process. */
    public String processId() {
        return flow().processId();
    }

    /** The first signal of a name, now or before the deadline. */
    public Optional<Arrival> awaitsSignal(Operation signal) {
        return flow().inbox().await(is(signal), shared.system().timeouts().callback());
    }

    /** Signals of a name so far. */
    public List<Arrival> signals(Operation signal) {
        return flow().inbox().all().stream().filter(is(signal)).toList();
    }

    /** The first message of a name at the counter-party, now or before the deadline. */
    public Optional<Arrival> awaitsMessage(TransferMessage message) {
        return counterParty
                .inbox()
                .await(is(message), shared.system().timeouts().callback());
    }

    /** Messages of a name at the counter-party so far. */
    public List<Arrival> messages(TransferMessage message) {
        return counterParty.inbox().all().stream().filter(is(message)).toList();
    }

    /** Whether an arrival at the data plane is a signal. */
    public Predicate<Arrival> is(Operation signal) {
        return arrival -> signal.name().equals(arrival.exchange().purpose());
    }

    /** Whether an arrival at the counter-party is a message. */
    public Predicate<Arrival> is(TransferMessage message) {
        return arrival -> message.type().equals(arrival.exchange().purpose());
    }

    /** A message id that nobody knows. */
    public static String stranger() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    void release() {
        counterParty.release();
        if (flow != null) {
            flow.journal().exchanges().forEach(journal::add);
            shared.dataPlane().forget(flow);
        }
    }
}
