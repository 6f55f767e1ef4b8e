package org.dpstck.controlplane.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Answers;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.DspMessage;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Replies;
import org.dpstck.core.check.ResponseAddress;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.ResponseChannel;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import tools.jackson.databind.JsonNode;

/** Bidirectional transfers: what a provider's control plane does about a response type and a response channel. */
public final class ResponseCases {

    private static final String SELECTION = "RESPONSE-SELECTION";
    private static final String TOLD = "RESPONSE-TO-CONSUMER";
    private static final String PLACEHOLDER = "{transferType}";
    private static final String HTTP = "https://w3id.org/idsa/v4.1/HTTP";
    private static final String ADDRESS = "dataAddress";

    @Case(
            value = SELECTION,
            title = "A {0} transfer with a response type goes to the data plane that serves it",
            stimulus =
                    "The suite's data plane serves the transfer types of the description, with and without the response"
                            + " type. A TransferRequestMessage has one with it as its format.",
            expected =
                    "The data plane is asked to start, and the message names the transfer type with the response type.",
            fix =
                    "Take the response type as a part of the transfer type, when data planes are compared and in messages.")
    @Verifies(SELECTION)
    @Rows("kinds")
    @Needs(Capability.RESPONSE_CHANNEL)
    void typeReachesTheDataPlane(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        var transfer = transfers.fresh(kind);
        var type = type(kind, transfers);
        var reply = transfer.requestOf(type);
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    SELECTION,
                    "a request in the format " + type + " is acknowledged",
                    Replies.observed(reply),
                    reply.exchange());
            return;
        }
        var begin = begin(kind, transfers);
        var arrival = transfer.awaitsSignal(begin);
        if (arrival.isEmpty()) {
            transfers.violated(
                    SELECTION,
                    begin.line() + " at the data plane that serves " + type,
                    "no such request within the time for callbacks",
                    reply.exchange());
            return;
        }
        var member = member(begin, transfers.edition());
        var body = Bodies.object(arrival.get().body());
        var named = body.flatMap(it -> Bodies.string(it, member)).orElse("");
        if (!named.equalsIgnoreCase(type)
                && body.filter(it -> tellsOtherwise(it, begin, transfers)).isEmpty()) {
            transfers.violated(
                    SELECTION,
                    member + " \"" + type + "\" in "
                            + Replies.place(arrival.get().exchange()),
                    named.isEmpty() ? "no " + member : member + " is \"" + named + "\"",
                    arrival.get().exchange());
        }
    }

    @Case(
            value = "RESPONSE-SELECTION-OTHERS",
            title = "A data plane that serves a type without the response type gets no transfer with one",
            stimulus =
                    "A data plane registers for a type, without a response type, and gets a flow of it; a transfer of that type with"
                            + " a response type is requested.",
            expected = "No start request about it at its address.",
            fix = "Compare the whole transfer type of the request with those of each data plane.")
    @Verifies({SELECTION, "DATAPLANES-TYPES"})
    @Rows("selecting")
    @Needs({Capability.RESPONSE_CHANNEL, Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void typeReachesNoOther(DataPlanes planes, Transfers transfers) {
        var plane = planes.further();
        var plain = planes.freshType();
        planes.join(plane, plain);
        var selection = planes.selects(plane, plain, transfers);
        transfers.require(
                selection.start(),
                "the start request at a data plane that has registered for the type",
                "DATAPLANES-TYPES");
        var response = "tck-" + UUID.randomUUID();
        var type = transfers.edition().responses().orElseThrow().type(plain, response);
        planes.request(transfers.fresh(Kinds.PROVIDER_PULL), type);
        // A second start of the first type is none of its business, and tells nothing of the response type.
        plane
                .signals()
                .within(selection.silence(transfers.system().timeouts().quiet()), arrival -> arrival.body()
                        .contains(response))
                .stream()
                .findFirst()
                .ifPresent(stray -> transfers.violated(
                        SELECTION,
                        "no signal about " + type + " to a data plane that has registered for " + plain + " without it",
                        stray.line() + " at its address",
                        stray.exchange()));
    }

    static Stream<Row> selecting(Edition edition) {
        return edition.responses().isPresent() ? Stream.of(Row.single()) : Stream.empty();
    }

    @Case(
            value = TOLD,
            title = "The consumer of a {0} transfer is told the response channel",
            stimulus =
                    "A TransferRequestMessage with a response type. The suite's data plane starts, and its answer has a"
                            + " dataAddress with a response channel: alone for a push, beside the forward channel for a pull.",
            expected = "The TransferStartMessage carries its endpoint and its token in dataAddress.",
            fix = "Hand on the data address of the data plane with everything in it, in a push too.")
    @Verifies(TOLD)
    @Rows("kinds")
    @Needs(Capability.RESPONSE_CHANNEL)
    void channelReachesTheConsumer(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        var channel = transfers.edition().responses().orElseThrow();
        var endpoint = "https://provider.example/responses/" + UUID.randomUUID();
        var address = address(kind, channel, endpoint);
        var begin = begin(kind, transfers);
        var transfer =
                transfers.fresh(kind).following(Script.obedient().answering(begin.name(), Answers.offering(address)));
        transfers.acknowledged(
                transfer.requestOf(type(kind, transfers)), transfers.protocol().message("request"));
        transfers.require(transfer.awaitsSignal(begin), "the signal " + begin.name(), SELECTION);
        var start = awaitedStart(transfer, transfers);
        var heard = told(ResponseChannel.ENDPOINT, start, transfers).orElse("");
        var token = told(ResponseChannel.AUTHORIZATION, start, transfers).orElse("");
        if (!heard.equals(endpoint) || !token.equals(token(endpoint))) {
            transfers.violated(
                    TOLD,
                    "the response channel " + endpoint + " with its token in the dataAddress of the start message",
                    (heard.equals(endpoint) ? "no token of the response channel in " : "no such response channel in ")
                            + Bodies.shown(start.body()),
                    start.exchange());
        }
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.responses().isPresent() ? Kinds.providerRows(edition) : Stream.empty();
    }

    private static Arrival awaitedStart(Transfer transfer, Transfers transfers) {
        var start = transfers.protocol().message("start");
        return transfers.require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
    }

    private static String type(FlowKind kind, Transfers transfers) {
        return transfers
                .edition()
                .responses()
                .orElseThrow()
                .type(
                        transfers.transferType(kind),
                        transfers.system().responses().type());
    }

    private static Operation begin(FlowKind kind, Transfers transfers) {
        return transfers.signalFor(kind, "begin").orElseThrow();
    }

    /** The member of a message that names the transfer type. */
    private static String member(Operation operation, Edition edition) {
        return edition.message(operation.message()).sends().entrySet().stream()
                .filter(entry -> PLACEHOLDER.equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether members that may stand in the place of the transfer type do (position 208), and another tells the response type.
     *
     * <p>That they do so draws a warning of the case SENDS-START.
     */
    private static boolean tellsOtherwise(JsonNode body, Operation operation, Transfers transfers) {
        var response = transfers.system().responses().type();
        return transfers.edition().transfers().naming().of(operation.message()).stream()
                .filter(each -> !body.has(each.member()))
                .anyMatch(each -> each.members().stream().allMatch(body::has)
                        && body.properties().stream()
                                .anyMatch(it ->
                                        response.equalsIgnoreCase(it.getValue().asString(""))));
    }

    /** What a start message says of the channel; where addresses change on their way, in any of their forms (position 211). */
    private static Optional<String> told(String property, Arrival start, Transfers transfers) {
        var channel = transfers.edition().responses().orElseThrow();
        var body = Bodies.object(start.body());
        if (transfers.edition().jsonLd().isPresent()) {
            return body.map(Addresses::in)
                    .map(address ->
                            Addresses.value(address, channel.names(property).get(0)));
        }
        return body.map(it -> DspMessage.of(it, transfers.protocol()).body().path(ADDRESS))
                .map(node -> new ResponseAddress(new GrantedAddress(node, start.exchange()), channel))
                .flatMap(it -> it.text(property));
    }

    private static String token(String endpoint) {
        return "token-of-" + endpoint.substring(endpoint.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> address(FlowKind kind, ResponseChannel channel, String endpoint) {
        var address = new LinkedHashMap<String, Object>();
        var properties = new ArrayList<Object>();
        address.put("@type", "DataAddress");
        address.put("endpointType", HTTP);
        if (kind.direction() == Direction.PULL) {
            address.put("endpoint", endpoint.replace("/responses/", "/data/"));
            properties.add(property("authorization", "forward-" + token(endpoint)));
            properties.add(property("authType", "bearer"));
        }
        properties.addAll(List.of(
                property(channel.iri(ResponseChannel.ENDPOINT), endpoint),
                property(channel.iri(ResponseChannel.ENDPOINT_TYPE), HTTP),
                property(channel.iri(ResponseChannel.AUTHORIZATION), token(endpoint)),
                property(channel.iri(ResponseChannel.AUTH_TYPE), "bearer")));
        address.put("endpointProperties", properties);
        return address;
    }

    private static Map<String, Object> property(String name, String value) {
        return Map.of("@type", "EndpointProperty", "name", name, "value", value);
    }
}
