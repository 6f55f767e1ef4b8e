package org.dpstck.controlplane.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.standin.Reception;
import org.dpstck.core.standin.Served;
import org.dpstck.core.standin.StandIn;

/** The other side's control plane that the suite plays for one transfer, at an address of its own. */
public final class CounterParty {

    private static final int UNKNOWN = 404;
    private static final String PID = "{pid}";

    private final TransferProtocol protocol;
    private final StandIn standIn;
    private final Endpoint endpoint;
    private final Inbox inbox;
    private final Map<String, BiFunction<TransferMessage, Arrival, Served>> answers = new ConcurrentHashMap<>();
    private final String place = "urn:uuid:" + UUID.randomUUID();
    private volatile String ownPid = place;
    private volatile String theirPid = "";
    private volatile String state = "REQUESTED";
    private final Side side;

    CounterParty(TransferProtocol protocol, StandIn standIn, Side side, Journal journal) {
        this.protocol = protocol;
        this.standIn = standIn;
        this.side = side;
        this.inbox = Inbox.of(journal);
        this.endpoint = standIn.share(UUID.randomUUID().toString(), this::take);
    }

    /** Where it is, as the system has to know it. */
    public String url() {
        return endpoint.url();
    }

    /** The id by which it knows the process. */
    public String ownPid() {
        return ownPid;
    }

    /** Has it know the process by another id; before the transfer begins. */
    public void naming(String pid) {
        ownPid = pid;
    }

    /** A name for what it has for this transfer alone. */
    String place() {
        return place;
    }

    /** Whether the path of a message that arrived has its id of the process as one segment, percent-encoded once. */
    public boolean isNamedBy(Arrival arrival) {
        return message(arrival)
                .flatMap(message -> Paths.segment(message.path(), PID, path(arrival)))
                .filter(ownPid::equals)
                .isPresent();
    }

    /** What arrived for it, in order. */
    public Inbox inbox() {
        return inbox;
    }

    /** Answers a message otherwise than with an acknowledgement. */
    public void answering(String message, BiFunction<TransferMessage, Arrival, Served> answer) {
        answers.put(message, answer);
    }

    void knows(String pid) {
        theirPid = pid;
    }

    void release() {
        standIn.release(endpoint);
    }

    /** The message that a request is, by method and path alone. */
    Optional<TransferMessage> message(Arrival arrival) {
        var path = path(arrival);
        return protocol.messages().values().stream()
                .filter(message -> message.sentBy().contains(side.other())
                        && arrival.method().equals("POST"))
                .filter(message -> message.begins()
                        ? message.path().equals(path)
                        : Paths.segment(message.path(), PID, path).isPresent())
                .findFirst();
    }

    private static String path(Arrival arrival) {
        return arrival.path().split("\\?", 2)[0].replaceAll("/+", "/");
    }

    private Reception take(Arrival arrival) {
        var message = message(arrival);
        if (message.isPresent()) {
            var own = answers.get(message.get().name());
            var served = own == null ? acknowledge(message.get(), arrival) : own.apply(message.get(), arrival);
            return new Reception(served, inbox, message.get().type());
        }
        if (arrival.method().equals("GET")) {
            return new Reception(Served.json(protocol.get().status(), process()), inbox, "state of the process");
        }
        return new Reception(Served.json(UNKNOWN, "{}"), inbox, "to a path that a counter-party does not have");
    }

    private Served acknowledge(TransferMessage message, Arrival arrival) {
        if (message.begins()) {
            Bodies.object(arrival.body())
                    .map(body -> DspMessage.of(body, protocol).pid(Side.CONSUMER))
                    .ifPresent(pid -> pid.ifPresent(this::knows));
        }
        state = message.state();
        return Served.json(message.status(), process());
    }

    private String process() {
        var template = new LinkedHashMap<>(protocol.message("completion").sends());
        template.put("@type", protocol.process());
        template.put("state", state);
        return Json.text(Texts.fill(template, pids()));
    }

    /** The error that it answers with. */
    public Map<String, Object> error() {
        var template = new LinkedHashMap<>(protocol.message("completion").sends());
        template.put("@type", protocol.error());
        template.put("code", "conformance-test");
        template.put("reason", List.of("conformance test"));
        return Texts.fill(template, pids());
    }

    Map<String, String> pids() {
        var values = new LinkedHashMap<String, String>();
        values.put("consumerPid", side == Side.CONSUMER ? ownPid : theirPid);
        values.put("providerPid", side == Side.CONSUMER ? theirPid : ownPid);
        values.put("messageId", "urn:uuid:" + UUID.randomUUID());
        return values;
    }
}
