package org.dpstck.dataplane.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.ResponseChannel;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Served;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.ResponseScene;

/** Bidirectional transfers: messages that name a response type, and messages that bring the address for responses. */
public final class ResponseTypeCases {

    private static final String TYPE = "RESPONSE-CHANNEL-TYPE";
    private static final String UNKNOWN = "RESPONSE-CHANNEL-TYPE-UNKNOWN";
    private static final String CONSUMER = "RESPONSE-CHANNEL-CONSUMER";
    private static final String WORKS = "RESPONSE-CHANNEL-WORKS";
    private static final String TOKEN = "RESPONSE-CHANNEL-TOKEN";
    private static final String RESPONSE_TOKEN = "not-a-real-token-for-responses";
    /** What asks whether an endpoint is there, and sends nothing. */
    private static final Set<String> PROBES = Set.of("HEAD", "OPTIONS");

    private static final int UNSERVED = 173;
    private static final int PUSH_ADDRESS = 174;
    private static final String ADDRESS = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";

    @Case(
            value = TYPE,
            title = "{0} of a {1} flow takes a transfer type with a response type",
            stimulus = "The plain message was accepted once. Now the response type of the description stands behind its"
                    + " transfer type, in the form of the edition.",
            expected = "A success.",
            fix = "Read the response type from the transfer type; it is an optional part of it.")
    @Verifies(TYPE)
    @Rows("creating")
    @Needs(Capability.RESPONSE_CHANNEL)
    void responseTypeIsTaken(Operation operation, FlowKind kind, DataFlows flows, ResponseScene scene) {
        flows.requireTwin(operation, kind);
        var flow = scene.fresh(kind);
        flow.receives(operation).isAccepted(TYPE, "with the transfer type " + flow.transferType());
    }

    @Case(
            value = UNKNOWN,
            title = "{0} of a {1} flow with a response type that nobody serves is refused",
            stimulus =
                    "The message was accepted once with the response type of the description. Now it has one that is made"
                            + " up at random.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Look the response type up among those that the data plane can offer, before a flow is made.")
    @Verifies(UNKNOWN)
    @Rows("creating")
    @Needs(Capability.RESPONSE_CHANNEL)
    void unknownTypeIsRefused(Operation operation, FlowKind kind, DataFlows flows, ResponseScene scene) {
        requireType(operation, kind, scene);
        var made = "org.dpstck.unserved" + UUID.randomUUID().toString().substring(0, 8);
        var flow = scene.withType(kind, made);
        flow.receives(operation).shouldBeRefused(UNKNOWN, UNSERVED, "with the transfer type " + flow.transferType());
    }

    @Case(
            value = "RESPONSE-CHANNEL-TYPE-CASE",
            title = "{0} of a {1} flow with its response type in another case is taken or refused",
            stimulus = "The message was accepted once with the response type of the description. Now the letters of the"
                    + " response type have the other case.",
            expected = "A success or HTTP 4xx: no document says whether the case counts.",
            fix = "Compare response types as you like, but do not break on one that you do not know.")
    @Verifies(TYPE)
    @Rows("creating")
    @Needs(Capability.RESPONSE_CHANNEL)
    void otherCaseBreaksNothing(
            Operation operation, FlowKind kind, DataFlows flows, ResponseScene scene, SystemUnderTest system) {
        requireType(operation, kind, scene);
        var flow = scene.withType(kind, TypeName.of(system.responses().type()).inOtherCase());
        flow.receives(operation).isTakenOrRefused(TYPE, "with the transfer type " + flow.transferType());
    }

    @Case(
            value = "RESPONSE-CHANNEL-TOLD",
            title = "{0} brings a {1} flow the address of its response channel",
            stimulus =
                    "The flow was prepared with a response type. The message that starts it has a dataAddress with the"
                            + " properties of a response channel: alone for a push, beside the forward channel for a pull.",
            expected = "A success; a 4xx of a push draws a warning.",
            fix = "Take the responseChannel/* properties of the data address; in a push there is nothing else in it.")
    @Verifies(CONSUMER)
    @Rows("starting")
    @Needs(Capability.RESPONSE_CHANNEL)
    void addressIsTaken(
            Operation operation, FlowKind kind, DataFlows flows, ResponseScene scene, FarEnds ends, Edition edition) {
        requireStart(kind, flows, scene, edition);
        var flow = flows.lead(scene.fresh(kind), edition.machine().state("PREPARED"));
        var endpoint = ends.serve(arrival -> Served.empty(204));
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put(ADDRESS, withResponses(message.get(ADDRESS), scene.channel(), endpoint.url()));
        var reception = flow.receives(operation, message);
        var why = "with the address of a response channel for a " + kind + " flow";
        if (kind.direction() == Direction.PULL) {
            reception.isAccepted(CONSUMER, why);
        } else {
            reception.shouldBeAccepted(CONSUMER, PUSH_ADDRESS, why);
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-SENT",
            title = "The consumer of a {1} flow responds to the address that {0} has brought",
            stimulus =
                    "The flow was prepared with a response type, and started with the address of a response channel of the"
                            + " suite's. Then the trigger respond makes the consumer send a response.",
            expected =
                    "A request at that endpoint within timeouts.callback, with the token of the address as a bearer token.",
            fix = "Keep the address of the response channel with the flow, and send responses there, with its token.")
    @Verifies({WORKS, TOKEN})
    @Rows("responding")
    @Needs(Capability.RESPONSE_CHANNEL)
    void responseIsSent(
            Operation operation,
            FlowKind kind,
            DataFlows flows,
            ResponseScene scene,
            FarEnds ends,
            Edition edition,
            Judge judge) {
        var endpoint = ends.serve(arrival -> Served.empty(204));
        var flow = flows.createdFor(TriggerPoint.RESPOND, scene.fresh(kind));
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put(ADDRESS, withResponses(message.get(ADDRESS), scene.channel(), endpoint.url()));
        if (!flow.receives(operation, message).succeeded()) {
            throw Unjudgeable.untested(
                    "the address of a response channel was refused, so that nothing could be sent there");
        }
        flows.fireIfCallable(TriggerPoint.RESPOND, flow);
        var response = endpoint.await(arrival -> !PROBES.contains(arrival.method()), ends.patience());
        if (response.isEmpty()) {
            judge.violated(
                    WORKS,
                    "a response at " + endpoint.url() + " within " + Durations.text(ends.patience()),
                    "none came, although the trigger respond succeeded",
                    null);
            return;
        }
        var credentials = response.get().header("Authorization");
        if (credentials.filter(ResponseTypeCases::isBearer).isEmpty()) {
            judge.violated(
                    TOKEN,
                    "the token of the response channel as a bearer token",
                    credentials.isEmpty() ? "no Authorization" : "another value of Authorization",
                    response.get().exchange());
        }
    }

    /** The name of a scheme is written in any case (RFC 9110 §11.1). */
    private static boolean isBearer(String credentials) {
        var parts = credentials.split(" +", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase("Bearer") && parts[1].equals(RESPONSE_TOKEN);
    }

    static Stream<Row> responding(Edition edition) {
        return starting(edition).map(row -> row.needing(TriggerPoint.RESPOND));
    }

    static Stream<Row> creating(Edition edition) {
        return Stream.of(Side.values())
                .flatMap(side -> ResponseKinds.of(edition, side))
                .map(kind -> Row.of(edition.creating(kind), kind));
    }

    static Stream<Row> starting(Edition edition) {
        return ResponseKinds.of(edition, Side.CONSUMER)
                .flatMap(kind -> ResponseKinds.starting(edition, kind).map(operation -> Row.of(operation, kind)));
    }

    private static void requireType(Operation operation, FlowKind kind, ResponseScene scene) {
        var twin = scene.fresh(kind).send(operation, "positive twin");
        if (!Replies.succeeded(twin)) {
            throw Unjudgeable.inconclusive("its positive twin failed: " + operation + " with a response type gave "
                    + Replies.observed(twin) + ", so that a refusal proves nothing; see the case " + TYPE + "."
                    + operation + "." + kind);
        }
    }

    /** The same way without an address of responses: what fails there is not about them. */
    private static void requireStart(FlowKind kind, DataFlows flows, ResponseScene scene, Edition edition) {
        flows.lead(scene.fresh(kind), edition.machine().state("STARTED"));
    }

    /** A data address with a response channel of the suite's own. */
    private static Map<String, Object> withResponses(Object forward, ResponseChannel channel, String endpoint) {
        var address = new LinkedHashMap<String, Object>();
        var properties = new ArrayList<Object>();
        if (forward instanceof Map<?, ?> known) {
            known.forEach((name, value) -> address.put(String.valueOf(name), value));
            properties.addAll(known.get(PROPERTIES) instanceof List<?> own ? own : List.of());
        } else {
            address.put("@type", "DataAddress");
            address.put("endpointType", "https://w3id.org/idsa/v4.1/HTTP");
        }
        properties.add(property(channel.iri(ResponseChannel.ENDPOINT), endpoint));
        properties.add(property(channel.iri(ResponseChannel.ENDPOINT_TYPE), "https://w3id.org/idsa/v4.1/HTTP"));
        properties.add(property(channel.iri(ResponseChannel.AUTHORIZATION), RESPONSE_TOKEN));
        properties.add(property(channel.iri(ResponseChannel.AUTH_TYPE), "bearer"));
        address.put(PROPERTIES, properties);
        return address;
    }

    private static Map<String, Object> property(String name, String value) {
        return Map.of("@type", "EndpointProperty", "name", name, "value", value);
    }
}
