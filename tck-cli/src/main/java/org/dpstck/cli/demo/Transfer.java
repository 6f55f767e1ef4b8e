package org.dpstck.cli.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.edition.Direction;
import org.dpstck.reference.http.Sighting;
import tools.jackson.databind.JsonNode;

/** One transfer between the two participants, as its operator sees it. */
final class Transfer {

    private final Dataspace dataspace;
    private final Ledger ledger;
    private final Operator operator;
    private final Direction direction;
    private final String id;

    private Transfer(Dataspace dataspace, Ledger ledger, Operator operator, Direction direction, String id) {
        this.dataspace = dataspace;
        this.ledger = ledger;
        this.operator = operator;
        this.direction = direction;
        this.id = id;
    }

    /** Makes the consumer request a transfer. */
    static Transfer requested(Dataspace dataspace, Ledger ledger, Operator operator, Direction direction, String id) {
        ledger.note(
                Ledger.Note.Kind.ORDER,
                "the operator makes the consumer's control plane request a " + direction.id() + " of "
                        + Dataspace.DATASET);
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id);
        message.put("counterPartyAddress", dataspace.provider().toString());
        message.put("agreementId", Dataspace.AGREEMENT);
        message.put("format", dataspace.transferType(direction));
        var reply = operator.send("POST", dataspace.admin(Lifeline.CONSUMER_CONTROL) + "/transfers", message);
        if (reply.status() != 201) {
            throw new DemoFailure("the consumer's control plane did not take the order to request a transfer: "
                    + reply.exchange().summary());
        }
        return new Transfer(dataspace, ledger, operator, direction, id);
    }

    Direction direction() {
        return direction;
    }

    /** The id by which the consumer's planes know it. */
    String id() {
        return id;
    }

    /** Makes a control plane lead it on: suspend, resume, complete or terminate. */
    void order(Lifeline control, String action) {
        ledger.note(
                Ledger.Note.Kind.ORDER, "the operator makes the " + control.words() + " " + action + " the transfer");
        var reply = operator.send("POST", transfer(control) + "/" + action, Map.of());
        if (reply.status() != 202) {
            throw new DemoFailure("the " + control.words() + " did not take the order to " + action + " the transfer: "
                    + reply.exchange().summary());
        }
    }

    private String transfer(Lifeline control) {
        return dataspace.admin(control) + "/transfers/" + encoded(id);
    }

    /**
     * Waits until both sides are there.
     *
     * @param state of the transfer process at both control planes, and of the data flow at both data planes
     * @throws DemoFailure with what is not
     */
    void await(String state, Duration patience) {
        for (var control : new Lifeline[] {Lifeline.CONSUMER_CONTROL, Lifeline.PROVIDER_CONTROL}) {
            await(control, transfer(control), state, patience);
        }
        for (var data : new Lifeline[] {Lifeline.CONSUMER_DATA, Lifeline.PROVIDER_DATA}) {
            await(data, flow(data), state, patience);
        }
    }

    private void await(Lifeline line, String url, String state, Duration patience) {
        var view = ledger.await(() -> operator.view(url), it -> state.equals(state(it)), patience);
        if (!state.equals(state(view))) {
            throw new DemoFailure("the " + line.words() + " is not " + state + " but "
                    + (state(view).isEmpty() ? "knows nothing of it" : state(view)) + error(view) + errors());
        }
    }

    private static String state(JsonNode view) {
        return view.path("state").asString("");
    }

    private static String error(JsonNode view) {
        return view.has("error") ? ", after: " + view.path("error").asString("") : "";
    }

    /** What the control planes say went wrong. */
    String errors() {
        var text = new StringBuilder();
        for (var control : new Lifeline[] {Lifeline.CONSUMER_CONTROL, Lifeline.PROVIDER_CONTROL}) {
            var view = operator.view(transfer(control));
            if (view.has("error")) {
                text.append("; the ")
                        .append(control.words())
                        .append(" says: ")
                        .append(view.path("error").asString(""));
            }
        }
        return text.toString();
    }

    private String flow(Lifeline data) {
        var control = data == Lifeline.CONSUMER_DATA ? Lifeline.CONSUMER_CONTROL : Lifeline.PROVIDER_CONTROL;
        var own = operator.view(transfer(control)).path("id").asString(id);
        return dataspace.admin(data) + "/dataflows/" + encoded(own);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The id of the flow whose data plane offers the end point of the wire. */
    String offeringFlow() {
        var control = direction == Direction.PUSH ? Lifeline.CONSUMER_CONTROL : Lifeline.PROVIDER_CONTROL;
        return operator.view(transfer(control)).path("dataFlowId").asString("");
    }

    /** The data address that went from control plane to control plane, as a server saw it last. */
    Optional<Address> address() {
        var about = offeringFlow();
        return ledger.sightings().stream()
                .map(Sighting::request)
                .flatMap(text -> Operator.read(text).stream())
                .map(message -> message.path("dataAddress"))
                .filter(address -> address.path("endpoint").asString("").endsWith("/" + encoded(about)))
                .reduce((earlier, later) -> later)
                .map(Transfer::address);
    }

    private static Address address(JsonNode node) {
        var token = "";
        for (var property : node.path("endpointProperties")) {
            if ("authorization".equals(property.path("name").asString(""))) {
                token = property.path("value").asString("");
            }
        }
        return new Address(node.path("endpoint").asString(""), token);
    }

    /**
     * Where data is offered or taken.
     *
     * @param endpoint URL of the wire
     * @param token that opens it
     */
    record Address(String endpoint, String token) {}
}
