package org.dpstck.dataplane.flow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.JsonLdReplies;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.ResponseChannel;
import org.dpstck.core.edition.TransferProfile;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * One data flow as the control plane sees it: ids, callback address, and what can be sent about it.
 *
 * <p>Belongs to one case and one thread; callbacks come in on other threads through the inbox.
 */
public final class DataFlow {

    private static final String MEDIA_TYPE = "application/json";

    private final Shared shared;
    private final Messages messages;
    private final Journal journal;
    private final Judge judge;
    private final FlowKind kind;
    private final String processId;
    private final Inbox inbox;
    private final boolean tellsAddress;
    private final JsonLdReplies replies;
    private String dataFlowId;
    private String dataplaneId;
    private Supplier<Map<String, String>> headers = Map::of;
    private FlowTerms terms = FlowTerms.none();
    private String below = "";

    DataFlow(
            Shared shared,
            Journal journal,
            Judge judge,
            FlowKind kind,
            String processId,
            Inbox inbox,
            boolean tellsAddress) {
        this.tellsAddress = tellsAddress;
        this.shared = shared;
        this.replies = new JsonLdReplies(shared.edition());
        this.judge = judge;
        this.messages = new Messages(shared);
        this.journal = journal;
        this.kind = kind;
        this.processId = processId;
        this.inbox = inbox;
    }

    /** Whether its messages carry the callback address, where the edition has a member for it. */
    boolean tellsAddress() {
        return tellsAddress;
    }

    /** Side and direction. */
    public FlowKind kind() {
        return kind;
    }

    /** Its messages name a published transfer profile, and its data addresses follow it. */
    public DataFlow under(TransferProfile profile) {
        terms = terms.of(profile.value(kind.direction()));
        return this;
    }

    /** Its messages name a transfer type with a response type behind it. */
    public DataFlow with(ResponseChannel channel, String responseType) {
        terms = terms.of(channel.type(messages.transferType(this, kind), responseType));
        return this;
    }

    /** The transfer type or profile that its messages name. */
    public String transferType() {
        return messages.transferType(this, kind);
    }

    /** Its messages name these participants: the one that the system works for, and the one on the other side. */
    public DataFlow between(String participant, String counterParty) {
        terms = terms.between(participant, counterParty);
        return this;
    }

    /** Its callbacks go below this part of the address that it has for them. */
    public DataFlow calledBackBelow(String part) {
        below = part;
        return this;
    }

    /** Its data comes from here, in editions whose messages say where from. */
    public DataFlow takesFrom(String url) {
        terms = terms.from(url);
        return this;
    }

    /** Its data goes here, in editions whose messages say where to. */
    public DataFlow deliversTo(String url) {
        terms = terms.to(url);
        return this;
    }

    /** What is transferred is this dataset. */
    DataFlow about(String dataset) {
        terms = terms.about(dataset);
        return this;
    }

    /** What its messages say otherwise than others. */
    FlowTerms terms() {
        return terms;
    }

    /** The transfer process id that the suite gave it. */
    public String processId() {
        return processId;
    }

    /** The id that the system gave it; empty before it is created. */
    public Optional<String> dataFlowId() {
        return Optional.ofNullable(dataFlowId);
    }

    /** The id that the data plane gave itself when it made the flow; empty if it gave none. */
    public Optional<String> dataplaneId() {
        return Optional.ofNullable(dataplaneId);
    }

    /** Gives it an id. */
    public void isCalled(String id) {
        this.dataFlowId = id;
        shared.standIn().isCalled(inbox, id);
    }

    /**
     * Remembers the ids in the answer to its creation; whatever is missing stays unknown.
     *
     * <p>Where the edition does not say that the answer names the flow, an id that works is looked for (position 39).
     */
    public void isIdentifiedBy(Reply creation) {
        Bodies.object(creation.text()).ifPresent(body -> {
            Bodies.string(body, "dataFlowId").ifPresent(this::isCalled);
            Bodies.string(body, "dataplaneId").ifPresent(id -> dataplaneId = id);
        });
        if (shared.edition().conventions().flowsAreProcesses()) {
            isCalled(processId);
        } else if (dataFlowId == null
                && shared.edition().creating(kind).answer().message() != null) {
            new UnnamedFlows(shared).idOf(this, creation).ifPresent(this::isCalled);
        }
    }

    /** Requests about it bear these headers from now on, in the place of those of the system's description. */
    public void bears(Supplier<Map<String, String>> credentials) {
        this.headers = credentials;
    }

    /** Where what is sent about it is kept. */
    Journal journal() {
        return journal;
    }

    /** Where its callbacks arrive. */
    public Inbox inbox() {
        return inbox;
    }

    /** Its callback address, as messages carry it. */
    public String callbackAddress() {
        return shared.standIn().callbackAddress(inbox) + below;
    }

    /** The plain message of an operation for this flow. */
    public Map<String, Object> message(Operation operation) {
        return messages.plain(operation, this, kindFor(operation));
    }

    /** An address for this flow to push to or to pull from. */
    public Map<String, Object> dataAddress() {
        return messages.dataAddress(this, kind);
    }

    /** Sends the stimulus of a case, in its plain form. */
    public Reception receives(Operation operation) {
        return new Reception(shared, judge, this, operation, send(operation, "stimulus"));
    }

    /** Sends the stimulus of a case, with a message. */
    public Reception receives(Operation operation, Map<String, Object> message) {
        return new Reception(shared, judge, this, operation, send(operation, "stimulus", message));
    }

    /** Sends the stimulus of a case, with any body or none. */
    public Reception receives(Operation operation, String contentType, String body) {
        return new Reception(shared, judge, this, operation, send(operation, "stimulus", contentType, body));
    }

    /** Sends the stimulus of a case, in its plain form, with an id that goes into the path as it stands. */
    public Reception receivesAt(String segment, Operation operation) {
        var url = shared.system().url() + shared.path(operation).replace("{dataFlowId}", segment);
        var outgoing = operation.message() == null
                ? new Outgoing(operation.method(), url, null, null)
                : new Outgoing(operation.method(), url, MEDIA_TYPE, Json.text(message(operation)));
        return new Reception(shared, judge, this, operation, request(outgoing, "stimulus"));
    }

    /** Sends the stimulus of a case with a method that is not the operation's. */
    public Reception receivesBy(String method, Operation operation, String contentType, String body) {
        return new Reception(shared, judge, this, operation, send(method, operation, "stimulus", contentType, body));
    }

    /** The operation that tells where the flow is. */
    Operation statusOperation() {
        return shared.edition().operation("status");
    }

    /** Where the flow is now, as its status says. */
    public StatusReading status() {
        return new StatusReading(shared, judge, this);
    }

    /** Sends an operation in its plain form. */
    public Reply send(Operation operation, String purpose) {
        return operation.message() == null
                ? send(operation, purpose, null, null)
                : send(operation, purpose, message(operation));
    }

    /** Sends an operation with a message. */
    public Reply send(Operation operation, String purpose, Map<String, Object> message) {
        return send(operation, purpose, MEDIA_TYPE, Json.text(message));
    }

    /** Sends an operation with any body, or none. */
    public Reply send(Operation operation, String purpose, String contentType, String body) {
        return send(operation.method(), operation, purpose, contentType, body);
    }

    /** Sends any method to the path of an operation. */
    public Reply send(String method, Operation operation, String purpose, String contentType, String body) {
        return request(new Outgoing(method, url(operation), contentType, body), purpose);
    }

    /** Sends a GET to any URL. */
    public Reply get(String url, String purpose) {
        return request(new Outgoing("GET", url, null, null), purpose);
    }

    /**
     * The URL of an operation on this flow.
     *
     * @throws Unjudgeable if the operation names the flow and nothing has told its id
     */
    public String url(Operation operation) {
        if (operation.addressesFlow() && dataFlowId == null) {
            var creation = shared.edition().creating(kind);
            throw Unjudgeable.inconclusive("a prerequisite failed: the answer to " + creation
                    + " named no dataFlowId to ask for; see the case " + creation.requirement("RESPONSE") + "." + kind);
        }
        return urlFor(operation, dataFlowId == null ? "" : dataFlowId);
    }

    /** The URL of an operation on the flow of an id. */
    String urlFor(Operation operation, String id) {
        return shared.system().url() + shared.path(operation).replace("{dataFlowId}", Messages.encoded(id));
    }

    /** Whether an arrival is a callback of a name about this flow, whatever else is wrong with it. */
    public boolean isCallback(Arrival arrival, Callback callback) {
        return arrival.path().endsWith(callback.path().substring(callback.path().lastIndexOf('/')));
    }

    /** A flow about the same transfer process takes the kind of the operation's side. */
    private FlowKind kindFor(Operation operation) {
        return operation.sides().contains(kind.side())
                ? kind
                : new FlowKind(operation.sides().iterator().next(), kind.direction());
    }

    private Reply request(Outgoing outgoing, String purpose) {
        var reply = replies.plain(shared.wire().send(journal, purpose, outgoing.with(headers.get())));
        shared.liveness().saw(reply);
        shared.identities().exchanged(outgoing, reply);
        return reply;
    }
}
