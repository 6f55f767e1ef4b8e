package org.dpstck.cli.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;
import org.dpstck.reference.ReferenceControlPlane;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reference.ReferenceRole;
import org.dpstck.reference.Variant;
import org.dpstck.reference.Variants;
import org.dpstck.reference.http.Watch;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two participants on the loopback interface, each with a control plane and a data plane that know each other. */
final class Dataspace implements AutoCloseable {

    static final String AGREEMENT = "demo-agreement";
    static final String DATASET = "demo-dataset";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Edition edition;
    private final Map<Lifeline, URI> addresses = new EnumMap<>(Lifeline.class);
    private final Map<Lifeline, URI> admin = new EnumMap<>(Lifeline.class);
    private final List<AutoCloseable> open = new ArrayList<>();
    private URI provider;

    /**
     * Starts the four planes and registers the data planes, by an exchange of the edition.
     *
     * @throws org.dpstck.reference.ReferenceStartException if one cannot be started as asked
     */
    static Dataspace start(Edition edition, Request request, Payload payload, Ledger ledger, Operator operator) {
        var dataspace = new Dataspace(edition);
        try {
            dataspace.participant(
                    Lifeline.CONSUMER_CONTROL, Lifeline.CONSUMER_DATA, request, payload, ledger, operator);
            dataspace.provider = dataspace.participant(
                    Lifeline.PROVIDER_CONTROL, Lifeline.PROVIDER_DATA, request, payload, ledger, operator);
            return dataspace;
        } catch (RuntimeException e) {
            dataspace.close();
            throw e;
        }
    }

    private Dataspace(Edition edition) {
        this.edition = edition;
    }

    private URI participant(
            Lifeline controlLine, Lifeline dataLine, Request request, Payload payload, Ledger ledger, Operator hand) {
        var other = controlLine == Lifeline.CONSUMER_CONTROL ? "provider" : "consumer";
        var control = ReferenceControlPlane.start(ControlPlaneOptions.defaults()
                .withEdition(edition.id())
                .withAgreement(AGREEMENT, DATASET)
                .withParticipants(controlLine.participant(), other)
                .withMetadata(metadata())
                .withFaults(faults(request, ReferenceRole.CONTROL_PLANE))
                .withVariants(variants(request, ReferenceRole.CONTROL_PLANE))
                .withWatch(new Watch(controlLine.id(), ledger::add)));
        open.add(0, control);
        var data = ReferenceDataPlane.start(ReferenceOptions.defaults()
                .withEdition(edition.id())
                .withControlPlane(control.signalingUrl())
                .withStorage(payload)
                .withFaults(faults(request, ReferenceRole.DATA_PLANE))
                .withVariants(variants(request, ReferenceRole.DATA_PLANE))
                .withWatch(new Watch(dataLine.id(), ledger::add)));
        open.add(0, data);
        addresses.put(controlLine, control.signalingUrl());
        addresses.put(dataLine, data.baseUrl());
        admin.put(controlLine, control.adminUrl());
        admin.put(dataLine, data.adminUrl());
        register(control, data, dataLine, hand);
        return control.dspUrl();
    }

    /** What makes the reference data planes really move bytes. */
    private static ObjectNode metadata() {
        var metadata = JSON.createObjectNode();
        metadata.putObject("reference").put("push", true).put("fetch", true);
        return metadata;
    }

    private static List<String> faults(Request request, ReferenceRole role) {
        var known = Faults.of(role).stream().map(Fault::id).toList();
        var foreign = Faults.of(other(role)).stream().map(Fault::id).toList();
        return request.faults().stream()
                .filter(id -> known.contains(id) || !foreign.contains(id))
                .toList();
    }

    private static List<String> variants(Request request, ReferenceRole role) {
        var known = Variants.of(role).stream().map(Variant::id).toList();
        var foreign = Variants.of(other(role)).stream().map(Variant::id).toList();
        return request.variants().stream()
                .filter(id -> known.contains(id) || !foreign.contains(id))
                .toList();
    }

    private static ReferenceRole other(ReferenceRole role) {
        return role == ReferenceRole.DATA_PLANE ? ReferenceRole.CONTROL_PLANE : ReferenceRole.DATA_PLANE;
    }

    private void register(ReferenceControlPlane control, ReferenceDataPlane data, Lifeline line, Operator hand) {
        var registration = edition.transfers().registration();
        var step = registration.create();
        var message = new LinkedHashMap<String, Object>();
        edition.transfers()
                .messages()
                .get(registration.message())
                .sends()
                .forEach((member, template) -> message.put(
                        member,
                        template instanceof String text
                                ? text.replace("{dataPlane}", line.id())
                                        .replace("{endpoint}", data.baseUrl().toString())
                                : List.of(transferType(Direction.PUSH), transferType(Direction.PULL))));
        var reply = hand.send(step.method(), control.signalingUrl() + step.path(), message);
        if (reply.status() != step.status()) {
            throw new DemoFailure("the " + line.words() + " was not registered: "
                    + reply.exchange().summary());
        }
    }

    /** The edition that all of them speak. */
    Edition edition() {
        return edition;
    }

    /** The published profile of the edition where there is one, and else a type that the reference serves. */
    String transferType(Direction direction) {
        var published = edition.profiles().values().stream().findFirst().map(profile -> profile.value(direction));
        return published.orElseGet(() -> Optional.ofNullable(
                        direction == Direction.PUSH
                                ? edition.defaults().push()
                                : edition.defaults().pull())
                .orElse("com.test.http-" + direction.name()));
    }

    /** Where signaling is served. */
    Map<Lifeline, URI> addresses() {
        return addresses;
    }

    /** Where a plane is administered. */
    URI admin(Lifeline line) {
        return admin.get(line);
    }

    /** Where the provider's control plane takes requests for transfers. */
    URI provider() {
        return provider;
    }

    /** Whether the edition names a signal that resumes a data flow. */
    boolean resumes() {
        return edition.transfers().signals().values().stream().allMatch(signals -> signals.containsKey("resume"));
    }

    @Override
    public void close() {
        for (var each : open) {
            try {
                each.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a reference plane did not end", e);
            }
        }
    }
}
