package org.dpstck.reference;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.dsp.DspForm;
import org.dpstck.reference.http.Watch;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a reference control plane is to be started.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 takes any free port
 * @param advertised the address by which others reach it, without a path, if that is another one
 * @param edition the edition to speak, one of {@link ReferenceControlPlane#editions()}
 * @param form of the messages in which it requests transfers; as a provider it uses the form of the request
 * @param dataPlanes registered by configuration, tried in this order
 * @param participantId the participant that it speaks for
 * @param counterPartyId the participant on the other side, where no request names one
 * @param agreements the agreements it knows, each with its dataset; none means that it knows every one
 * @param datasetId what an agreement is about that is not among them
 * @param labels what data planes must be labelled with to serve transfers that others request
 * @param metadata what data planes are told in prepare and start, if anything
 * @param source the type of the source of its datasets, where it looks at that
 * @param heartBeat how long it waits between two heart-beats, where it sends some
 * @param answerLimit how long it waits for an answer
 * @param watch whoever looks on at what the plane takes and answers, if anybody does
 * @param faults ids out of {@link Faults}, applied in this order
 * @param variants ids out of {@link Variants}, applied in this order, before the faults
 */
public record ControlPlaneOptions(
        String host,
        int port,
        Optional<URI> advertised,
        String edition,
        DspForm form,
        List<DataPlane> dataPlanes,
        String participantId,
        String counterPartyId,
        Map<String, String> agreements,
        String datasetId,
        List<String> labels,
        Optional<ObjectNode> metadata,
        String source,
        Duration heartBeat,
        Duration answerLimit,
        Optional<Watch> watch,
        Set<String> faults,
        Set<String> variants) {

    /** Takes copies. */
    public ControlPlaneOptions {
        dataPlanes = List.copyOf(dataPlanes);
        agreements = Map.copyOf(agreements);
        labels = List.copyOf(labels);
        metadata = metadata.map(ObjectNode::deepCopy);
        faults = Collections.unmodifiableSet(new LinkedHashSet<>(faults));
        variants = Collections.unmodifiableSet(new LinkedHashSet<>(variants));
    }

    /** A correct control plane on a free port of the loopback interface, without a data plane. */
    public static ControlPlaneOptions defaults() {
        return new ControlPlaneOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                ReferenceOptions.DEFAULT_EDITION,
                DspForm.TWO_PIDS,
                List.of(),
                "reference-participant",
                "counter-party",
                Map.of(),
                "finite",
                List.of(),
                Optional.empty(),
                "HttpData",
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Optional.empty(),
                Set.of(),
                Set.of());
    }

    /** Whether this agreement exists. */
    public boolean knowsAgreement(String id) {
        return agreements.isEmpty() || agreements.containsKey(id);
    }

    /** What an agreement is about. */
    public String dataset(String agreementId) {
        return agreements.getOrDefault(agreementId, datasetId);
    }

    public ControlPlaneOptions withHost(String other) {
        return with(draft -> draft.host = other);
    }

    public ControlPlaneOptions withPort(int other) {
        return with(draft -> draft.port = other);
    }

    /** Another address by which others reach it, for instance {@code http://host.docker.internal:8080}. */
    public ControlPlaneOptions withAdvertised(URI origin) {
        return with(draft -> draft.advertised = Optional.of(origin));
    }

    /** Another edition; whether it exists is looked up when the control plane is started. */
    public ControlPlaneOptions withEdition(String other) {
        return with(draft -> draft.edition = other);
    }

    public ControlPlaneOptions withForm(DspForm other) {
        return with(draft -> draft.form = other);
    }

    /** One more data plane, that serves everything. */
    public ControlPlaneOptions withDataPlane(URI endpoint) {
        return withDataPlane(DataPlane.at(endpoint));
    }

    /** One more data plane. */
    public ControlPlaneOptions withDataPlane(DataPlane dataPlane) {
        return with(draft -> draft.dataPlanes.add(dataPlane));
    }

    /** The participants on this side and on the other one. */
    public ControlPlaneOptions withParticipants(String own, String other) {
        return with(draft -> {
            draft.participantId = own;
            draft.counterPartyId = other;
        });
    }

    /** One more agreement; from the first one on, no other is known. */
    public ControlPlaneOptions withAgreement(String id, String dataset) {
        return with(draft -> draft.agreements.put(id, dataset));
    }

    public ControlPlaneOptions withDataset(String id) {
        return with(draft -> draft.datasetId = id);
    }

    public ControlPlaneOptions withLabels(String... wanted) {
        return with(draft -> draft.labels = List.of(wanted));
    }

    public ControlPlaneOptions withMetadata(ObjectNode other) {
        return with(draft -> draft.metadata = Optional.of(other));
    }

    /** Another type of the source of its datasets. */
    public ControlPlaneOptions withSource(String type) {
        return with(draft -> draft.source = type);
    }

    /** Another time between two heart-beats. */
    public ControlPlaneOptions withHeartBeat(Duration interval) {
        return with(draft -> draft.heartBeat = interval);
    }

    public ControlPlaneOptions withAnswerLimit(Duration limit) {
        return with(draft -> draft.answerLimit = limit);
    }

    /** Somebody who looks on; the plane then calls itself by the name of the watch. */
    public ControlPlaneOptions withWatch(Watch other) {
        return with(draft -> draft.watch = Optional.of(other));
    }

    public ControlPlaneOptions withFaults(Collection<String> ids) {
        return with(draft -> draft.faults = new LinkedHashSet<>(ids));
    }

    public ControlPlaneOptions withVariants(Collection<String> ids) {
        return with(draft -> draft.variants = new LinkedHashSet<>(ids));
    }

    private ControlPlaneOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** A copy in which one component changes, so that the withers need not repeat all the others. */
    private static final class Draft {
        private String host;
        private int port;
        private Optional<URI> advertised;
        private String edition;
        private DspForm form;
        private final List<DataPlane> dataPlanes;
        private String participantId;
        private String counterPartyId;
        private final Map<String, String> agreements;
        private String datasetId;
        private List<String> labels;
        private Optional<ObjectNode> metadata;
        private String source;
        private Duration heartBeat;
        private Duration answerLimit;
        private Optional<Watch> watch;
        private Set<String> faults;
        private Set<String> variants;

        Draft(ControlPlaneOptions from) {
            host = from.host;
            port = from.port;
            advertised = from.advertised;
            edition = from.edition;
            form = from.form;
            dataPlanes = new ArrayList<>(from.dataPlanes);
            participantId = from.participantId;
            counterPartyId = from.counterPartyId;
            agreements = new LinkedHashMap<>(from.agreements);
            datasetId = from.datasetId;
            labels = from.labels;
            metadata = from.metadata;
            source = from.source;
            heartBeat = from.heartBeat;
            answerLimit = from.answerLimit;
            watch = from.watch;
            faults = from.faults;
            variants = from.variants;
        }

        ControlPlaneOptions options() {
            return new ControlPlaneOptions(
                    host,
                    port,
                    advertised,
                    edition,
                    form,
                    dataPlanes,
                    participantId,
                    counterPartyId,
                    agreements,
                    datasetId,
                    labels,
                    metadata,
                    source,
                    heartBeat,
                    answerLimit,
                    watch,
                    faults,
                    variants);
        }
    }
}
