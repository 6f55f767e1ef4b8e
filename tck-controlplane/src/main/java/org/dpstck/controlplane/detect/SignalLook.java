package org.dpstck.controlplane.detect;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dpstck.controlplane.flow.DataPlane;
import org.dpstck.controlplane.flow.Rehearsal;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.standin.Arrival;
import tools.jackson.databind.JsonNode;

/** Looks at what the system says to its data plane about one transfer, and at what it takes from it. */
final class SignalLook {

    /** How long a process may take to end after its data plane has reported an error. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String ERRORED = "errored";
    private static final String TERMINATE = "terminate";

    private final List<Dossier<Edition>> editions;
    private final Rehearsal rehearsal;
    private final Transfer transfer;

    SignalLook(List<Dossier<Edition>> editions, Rehearsal rehearsal, Transfer transfer) {
        this.editions = editions;
        this.rehearsal = rehearsal;
        this.transfer = transfer;
    }

    /** A transfer of the system as a provider. */
    void provider() {
        var begun = first(Side.PROVIDER);
        if (begun.isEmpty()) {
            return;
        }
        message(begun.get(), Side.PROVIDER);
        transfer.awaitsMessage(rehearsal.message("start"));
        rehearsal.transfers().settled(transfer, "STARTED");
        if (!errors()) {
            termination();
        }
    }

    /** A transfer of the system as a consumer, which has been prepared and has requested. */
    void consumer() {
        first(Side.CONSUMER).ifPresent(arrival -> message(arrival, Side.CONSUMER));
        var start = rehearsal.message("start");
        if (!Replies.succeeded(transfer.sends(start))) {
            return;
        }
        var told = transfer.flow()
                .inbox()
                .await(
                        arrival -> arrival.path().contains(transfer.flow().id()),
                        rehearsal.system().timeouts().callback());
        told.ifPresent(this::startPath);
        rehearsal.transfers().settled(transfer, "STARTED");
        if (!errors()) {
            termination();
        }
    }

    private void startPath(Arrival arrival) {
        var path = arrival.path().replace(transfer.flow().id(), "{dataFlowId}");
        for (var each : editions) {
            signal(each.about(), Side.CONSUMER, "start").ifPresent(operation -> {
                var own = operation.path().equals(path);
                each.note(
                        own ? Bearing.FOR : Bearing.AGAINST,
                        "its signal that the transfer has started",
                        arrival.exchange(),
                        arrival.method() + " " + path,
                        own ? "this edition has it there" : "this edition has it at " + operation.path());
            });
        }
    }

    private static Optional<Operation> signal(Edition edition, Side side, String event) {
        return edition.transfers().signal(side, event).map(edition::operation);
    }

    private Optional<Arrival> first(Side side) {
        var signal = signal(rehearsal.edition(), side, "begin");
        if (signal.isEmpty()) {
            return Optional.empty();
        }
        var begin = signal.get();
        var arrival = transfer.awaitsSignal(begin);
        if (arrival.isEmpty()) {
            editions.forEach(each -> each.note(
                    Bearing.OPEN,
                    "its signal " + begin.name(),
                    null,
                    "nothing came to " + rehearsal.dataPlane(),
                    "the system has to know this data plane; see `dps-tck doctor`"));
        }
        return arrival;
    }

    /** Members that the first signal has, against those that each edition demands and knows. */
    private void message(Arrival arrival, Side side) {
        var body = Bodies.object(arrival.body());
        for (var each : editions) {
            var signal = signal(each.about(), side, "begin");
            if (signal.isEmpty()) {
                each.note(
                        Bearing.AGAINST,
                        "its signal " + arrival.exchange().purpose(),
                        arrival.exchange(),
                        arrival.line(),
                        "this edition has no signal of a " + side.id());
                continue;
            }
            var operation = signal.get();
            var message = each.about().message(operation.message());
            if (body.isPresent() && !message.required().isEmpty()) {
                members(each, "its signal " + operation.name(), arrival, body.get(), message);
            }
        }
    }

    private void members(Dossier<Edition> each, String sent, Arrival arrival, JsonNode body, Message message) {
        var lacking = new LinkedHashSet<>(message.required());
        lacking.addAll(each.about().transfers().naming().due().getOrDefault(message.name(), List.of()));
        lacking.removeAll(message.disputed().keySet());
        lacking.removeIf(body::has);
        var foreign = foreign(body, message);
        var seen = names(new LinkedHashSet<>(body.propertyNames()));
        if (!lacking.isEmpty()) {
            each.note(
                    Bearing.AGAINST,
                    sent,
                    arrival.exchange(),
                    seen,
                    "it lacks " + names(lacking) + ", which this edition demands");
        } else if (!foreign.isEmpty()) {
            each.note(Bearing.DOUBT, sent, arrival.exchange(), seen, "this edition has no " + names(foreign));
        } else {
            each.note(Bearing.FOR, sent, arrival.exchange(), seen, "it has what this edition demands, and no more");
        }
    }

    /** Members that another edition knows and this one does not. */
    private Set<String> foreign(JsonNode body, Message message) {
        var foreign = new LinkedHashSet<String>();
        for (var other : editions) {
            Optional.ofNullable(other.about().messages().get(message.name()))
                    .ifPresent(known -> body.propertyNames().stream()
                            .filter(name -> known.declares(name) && !message.declares(name))
                            .forEach(foreign::add));
        }
        return foreign;
    }

    /** Reports an error in each form that editions have for it, shortest first; whether the process has ended by it. */
    private boolean errors() {
        var tried = new LinkedHashMap<Set<String>, Reply>();
        for (var each : erring()) {
            var callback = each.about().callback(ERRORED);
            var demanded = demanded(each.about(), callback);
            if (demanded.contains("dataFlowId") && !tried.containsKey(demanded)) {
                tried.put(demanded, send(callback, demanded));
            }
        }
        tried.forEach(this::taken);
        var ended = rehearsal.transfers().settled(transfer, "TERMINATED", SOON);
        if (tried.values().stream().noneMatch(Replies::succeeded) || ended.isEmpty()) {
            return false;
        }
        var terminated = ended.get().equals("TERMINATED");
        for (var each : erring()) {
            var ends = each.about().callback(ERRORED).state() != null;
            each.note(
                    ends == terminated ? Bearing.FOR : Bearing.AGAINST,
                    "the callback errored",
                    null,
                    "the process is " + ended.get(),
                    ends ? "it ends the process in this edition" : "it moves nothing in this edition");
        }
        return terminated;
    }

    /** The editions whose data planes report errors. */
    private List<Dossier<Edition>> erring() {
        return editions.stream()
                .filter(each -> each.about().callbacks().containsKey(ERRORED))
                .toList();
    }

    private static Set<String> demanded(Edition edition, Callback callback) {
        return callback.message() == null
                ? Set.of()
                : new LinkedHashSet<>(edition.message(callback.message()).required());
    }

    private Reply send(Callback callback, Set<String> members) {
        var body =
                members.stream().collect(Collectors.toMap(name -> name, this::value, (a, b) -> a, LinkedHashMap::new));
        body.put("error", "a question of the suite");
        return transfer.dataPlane().callsBack(callback, transfer.processId(), Json.text(Map.copyOf(body)));
    }

    private Object value(String member) {
        return switch (member) {
            case "dataFlowId" -> transfer.flow().id();
            case "state" -> "STARTED";
            case "dataplaneId" -> DataPlane.ID;
            default -> Transfer.stranger();
        };
    }

    private void taken(Set<String> members, Reply reply) {
        for (var each : erring()) {
            var demanded = demanded(each.about(), each.about().callback(ERRORED));
            if (!demanded.contains("dataFlowId")) {
                continue;
            }
            var own = demanded.equals(members);
            var sent = "the callback errored with " + names(members);
            if (own && Replies.refused(reply) && !ControlPlaneDetector.missing(reply) && reply.status() != 409) {
                each.note(
                        Bearing.AGAINST,
                        sent,
                        reply.exchange(),
                        ControlPlaneDetector.seen(reply),
                        "its callback is refused");
            } else if (own && Replies.succeeded(reply)) {
                each.note(
                        Bearing.FOR, sent, reply.exchange(), ControlPlaneDetector.seen(reply), "its callback is taken");
            } else if (!own && Replies.succeeded(reply) && !members.containsAll(demanded)) {
                demanded.removeAll(members);
                each.note(
                        Bearing.DOUBT,
                        sent,
                        reply.exchange(),
                        ControlPlaneDetector.seen(reply),
                        "taken without " + names(demanded) + ", which this edition demands");
            }
        }
    }

    /** Terminates as the counter-party, and looks at what the data plane is told. */
    private void termination() {
        transfer.sends(rehearsal.message("termination"));
        var own = rehearsal.edition().operation(TERMINATE);
        transfer.awaitsSignal(own)
                .ifPresent(arrival -> Bodies.object(arrival.body()).ifPresent(body -> {
                    for (var each : editions) {
                        var message = each.about().operation(TERMINATE).message();
                        if (message != null && each.about().message(message).defined()) {
                            members(
                                    each,
                                    "its signal " + TERMINATE,
                                    arrival,
                                    body,
                                    each.about().message(message));
                        }
                    }
                }));
    }

    private static String names(Set<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
