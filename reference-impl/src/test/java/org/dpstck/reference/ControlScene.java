package org.dpstck.reference;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dpstck.reference.Stub.Answer;
import org.dpstck.reference.Stub.Arrival;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** One control plane, whose data plane and counter-party are played by the test. */
final class ControlScene implements AutoCloseable {

    /** Editions whose data planes call back; the messages of the EDC's own interface are tried by the suite. */
    static Stream<String> editions() {
        return ReferenceControlPlane.editions().stream().filter(edition -> !edition.startsWith("edc"));
    }

    static final ObjectNode ADDRESS = Message.address("http://127.0.0.1:9/data", "secret");

    private final ReferenceEdition edition;
    final Stub stub;
    final ReferenceControlPlane plane;

    ControlScene(String edition) {
        this(edition, options -> options, arrival -> null);
    }

    /** Answers as {@code answers} says, and obligingly where it says nothing. */
    ControlScene(String id, UnaryOperator<ControlPlaneOptions> change, Function<Arrival, Answer> answers) {
        edition = Editions.byId(id).orElseThrow();
        stub = new Stub(arrival -> {
            Answer scripted = answers.apply(arrival);
            return scripted == null ? obliging(arrival) : scripted;
        });
        plane = ReferenceControlPlane.start(change.apply(
                ControlPlaneOptions.defaults().withEdition(id).withDataPlane(URI.create(stub.address() + "/dps"))));
    }

    ReferenceEdition edition() {
        return edition;
    }

    private Answer obliging(Arrival arrival) {
        if (arrival.ends("/dataflows/prepare")) {
            return Answer.of(200, status("PREPARED", arrival));
        }
        if (arrival.ends("/dataflows/start")) {
            return Answer.of(200, status("STARTED", arrival));
        }
        if (arrival.ends("/transfers/request")) {
            return Answer.of(
                    201,
                    Json.object()
                            .put("@type", "TransferProcess")
                            .put("providerPid", "provider-pid")
                            .put("consumerPid", arrival.string("consumerPid"))
                            .put("state", "REQUESTED"));
        }
        if (arrival.ends("/resume")) {
            ObjectNode message = status("STARTED", arrival);
            message.set("dataAddress", ADDRESS);
            return Answer.of(200, message);
        }
        return new Answer(200, "{}");
    }

    /** A message of a data plane; the name of the transfer says whether it offers an address. */
    ObjectNode status(String state, Arrival arrival) {
        String name =
                arrival.body().isEmpty() ? "" : arrival.string(edition.naming().member());
        boolean offers = name.endsWith(state.equals("PREPARED") ? "-push" : "-pull");
        ObjectNode message = callback(state);
        if (offers) {
            message.set("dataAddress", ADDRESS);
        }
        return message;
    }

    ObjectNode callback(String state) {
        return Json.object()
                .put("messageId", UUID.randomUUID().toString())
                .put("dataplaneId", "stub")
                .put("dataFlowId", "flow-1")
                .put("state", state);
    }

    String name(String direction) {
        boolean url = edition.naming() == TransferNaming.PROFILE_URL;
        return (url ? "https://profiles.example/test" : "com.test.http") + "-" + direction;
    }

    /** Requests a transfer of this control plane as a consumer would. */
    Reply requested(String direction, String consumerPid) {
        return post(plane.dspUrl() + "/transfers/request", request(direction, consumerPid));
    }

    ObjectNode request(String direction, String consumerPid) {
        ObjectNode message = dsp("TransferRequestMessage", consumerPid)
                .put("agreementId", "agreement-1")
                .put("format", name(direction))
                .put("callbackAddress", stub.address() + "/peer/");
        if (direction.equals("push")) {
            message.set("dataAddress", ADDRESS);
        }
        return message;
    }

    static ObjectNode dsp(String type, String consumerPid) {
        ObjectNode message = Json.object();
        message.putArray("@context").add("https://w3id.org/dspace/2025/1/context.jsonld");
        return message.put("@type", type).put("consumerPid", consumerPid);
    }

    /** A provider's process; its id. */
    String provider(String direction) {
        Reply reply = requested(direction, "urn:uuid:" + UUID.randomUUID());
        if (reply.status() != 201) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
        return reply.string("providerPid");
    }

    /** A consumer's process; its id. */
    String consumer(String direction) {
        ObjectNode message = Json.object()
                .put("counterPartyAddress", stub.address() + "/peer")
                .put("agreementId", "agreement-1")
                .put("format", name(direction));
        Reply reply = post(plane.adminUrl() + "/transfers", message);
        if (reply.status() != 201) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
        return reply.string("id");
    }

    /** A message of the counter-party about a process. */
    Reply peer(String id, String operation, UnaryOperator<ObjectNode> change) {
        ObjectNode view = show(id);
        boolean consumer = view.path("role").asString().equals("CONSUMER");
        String type =
                "Transfer" + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1) + "Message";
        ObjectNode message = dsp(type, view.path("consumerPid").asString())
                .put("providerPid", view.path("providerPid").asString());
        URI base = consumer ? plane.callbackUrl() : plane.dspUrl();
        return post(base + "/transfers/" + id + "/" + operation, change.apply(message));
    }

    Reply peer(String id, String operation) {
        return peer(id, operation, message -> message);
    }

    /** A callback of the data plane. */
    Reply callback(String id, String operation, ObjectNode message) {
        return post(plane.signalingUrl() + "/transfers/" + id + "/dataflow/" + operation, message);
    }

    ObjectNode show(String id) {
        return TestClient.send(HttpRequest.newBuilder(URI.create(plane.adminUrl() + "/transfers/" + id)))
                .json();
    }

    Reply act(String id, String action) {
        return post(plane.adminUrl() + "/transfers/" + id + "/" + action, Json.object());
    }

    ObjectNode awaitState(String id, String state) {
        return await(id, view -> view.path("state").asString("").equals(state));
    }

    ObjectNode await(String id, Predicate<ObjectNode> condition) {
        return Dataspace.until(() -> show(id), condition, stub.patienceSeconds() * 1_000_000_000L);
    }

    static Reply post(String url, ObjectNode message) {
        return TestClient.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(message))));
    }

    static Reply get(String url) {
        return TestClient.send(HttpRequest.newBuilder(URI.create(url)));
    }

    @Override
    public void close() {
        plane.close();
        stub.close();
    }
}
