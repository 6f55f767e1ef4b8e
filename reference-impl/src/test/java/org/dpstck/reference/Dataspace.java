package org.dpstck.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.controlplane.dsp.DspForm;
import org.dpstck.reference.edition.Editions;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Two participants, each with a control plane and a data plane of this edition that know each other. */
final class Dataspace implements AutoCloseable {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long PAUSE_NANOS = 5_000_000L;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final String edition;
    final Participant consumer;
    final Participant provider;

    /** One side. */
    record Participant(ReferenceControlPlane control, ReferenceDataPlane data) {

        ObjectNode show(String id) {
            return TestClient.send(HttpRequest.newBuilder(URI.create(control.adminUrl() + "/transfers/" + id)))
                    .json();
        }

        Reply act(String id, String action) {
            return TestClient.send(
                    HttpRequest.newBuilder(URI.create(control.adminUrl() + "/transfers/" + id + "/" + action))
                            .POST(BodyPublishers.noBody()));
        }

        /** What the data plane says of the flow of a transfer. */
        ObjectNode flow(String id) {
            return TestClient.send(HttpRequest.newBuilder(URI.create(data.adminUrl() + "/dataflows/" + id)))
                    .json();
        }

        Reply actOnFlow(String id, String action) {
            return TestClient.send(
                    HttpRequest.newBuilder(URI.create(data.adminUrl() + "/dataflows/" + id + "/" + action))
                            .POST(BodyPublishers.noBody()));
        }
    }

    Dataspace(String edition) {
        this(edition, DspForm.TWO_PIDS, UnaryOperator.identity(), UnaryOperator.identity());
    }

    Dataspace(
            String edition,
            DspForm form,
            UnaryOperator<ControlPlaneOptions> ofControl,
            UnaryOperator<ReferenceOptions> ofData) {
        this.edition = edition;
        consumer = participant(form, ofControl, ofData);
        provider = participant(form, ofControl, ofData);
    }

    private Participant participant(
            DspForm form, UnaryOperator<ControlPlaneOptions> ofControl, UnaryOperator<ReferenceOptions> ofData) {
        ObjectNode metadata = Json.object();
        metadata.putObject("reference").put("push", true).put("fetch", true);
        ReferenceControlPlane control =
                opened(ReferenceControlPlane.start(ofControl.apply(ControlPlaneOptions.defaults()
                        .withEdition(edition)
                        .withForm(form)
                        .withAgreement("finite", "finite")
                        .withAgreement("stream", "stream")
                        .withMetadata(metadata))));
        ReferenceDataPlane data = opened(ReferenceDataPlane.start(ofData.apply(ReferenceOptions.defaults()
                .withEdition(edition)
                .withDelay(Duration.ofMillis(20))
                .withControlPlane(control.signalingUrl()))));
        Participant made = new Participant(control, data);
        register(made);
        return made;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(0, resource);
        return resource;
    }

    ReferenceEdition form() {
        return Editions.byId(edition).orElseThrow();
    }

    String name(String direction) {
        boolean url = form().naming() == TransferNaming.PROFILE_URL;
        return (url ? "https://profiles.example/test" : "com.test.http") + "-" + direction;
    }

    /** Registers the data plane of a participant at its control plane, as the edition does. */
    private void register(Participant participant) {
        ObjectNode message = Json.object()
                .put("dataplaneId", "data-plane-1")
                .put("endpoint", participant.data().baseUrl().toString());
        boolean url = form().naming() == TransferNaming.PROFILE_URL;
        message.putArray(url ? "profiles" : "transferTypes").add(name("push")).add(name("pull"));
        boolean post = !form().registration().idRequired();
        String path =
                !post ? "/dataplanes" : edition.equals("2025-08") ? "/dataplanes/registration" : "/dataplanes/register";
        Reply reply = TestClient.send(
                HttpRequest.newBuilder(URI.create(participant.control().signalingUrl() + path))
                        .header("Content-Type", "application/json")
                        .method(post ? "POST" : "PUT", BodyPublishers.ofString(Json.write(message))));
        if (reply.status() != 200) {
            throw new AssertionError("registration: " + reply.status() + " " + reply.text());
        }
    }

    /** Makes the consumer request a transfer; the id by which it knows it. */
    String request(String direction, String dataset) {
        ObjectNode message = Json.object()
                .put("counterPartyAddress", provider.control().dspUrl().toString())
                .put("agreementId", dataset)
                .put("datasetId", dataset)
                .put("format", name(direction))
                .put("id", "urn:uuid:" + UUID.randomUUID());
        Reply reply = TestClient.send(
                HttpRequest.newBuilder(URI.create(consumer.control().adminUrl() + "/transfers"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(message))));
        if (reply.status() != 201) {
            throw new AssertionError("request: " + reply.status() + " " + reply.text());
        }
        return reply.string("id");
    }

    /** The id by which the provider knows the transfer. */
    String providerPid(String consumerPid) {
        return await(consumer, consumerPid, view -> !view.path("providerPid")
                        .asString("")
                        .isEmpty())
                .path("providerPid")
                .asString();
    }

    /** Waits until a transfer is in this state; both sides know it by the consumer's id. */
    ObjectNode awaitState(Participant participant, String id, String state) {
        return await(participant, id, view -> view.path("state").asString("").equals(state));
    }

    void awaitBoth(String id, String state) {
        awaitState(consumer, id, state);
        awaitState(provider, id, state);
    }

    ObjectNode await(Participant participant, String id, Predicate<ObjectNode> condition) {
        return until(() -> participant.show(id), condition);
    }

    /** Asks again and again until the answer is right. */
    static ObjectNode until(Supplier<ObjectNode> asked, Predicate<ObjectNode> condition) {
        return until(asked, condition, PATIENCE_NANOS);
    }

    static ObjectNode until(Supplier<ObjectNode> asked, Predicate<ObjectNode> condition, long patienceNanos) {
        long end = System.nanoTime() + patienceNanos;
        ObjectNode view = asked.get();
        while (!condition.test(view)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + Json.writePretty(view));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            view = asked.get();
        }
        return view;
    }

    Participant on(String side) {
        return side.equals("consumer") ? consumer : provider;
    }

    /** The state that a data plane says the flow of a transfer is in comes to be this one. */
    void awaitFlow(Participant participant, String id, String state) {
        String own = participant.show(id).path("id").asString();
        until(
                () -> participant.flow(own),
                flow -> flow.path("state").asString("").equals(state));
    }

    /** The payload bytes that the consumer has got. */
    long bytes(String id) {
        return consumer.flow(id).path("bytes").asLong();
    }

    /** A transfer without an end that has moved some bytes already. */
    String flowing(String direction) {
        String id = request(direction, "stream");
        awaitBoth(id, "STARTED");
        until(() -> consumer.flow(id), flow -> flow.path("bytes").asLong() > 0);
        return id;
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (Exception other) {
                throw new IllegalStateException(other);
            }
        }
    }
}
