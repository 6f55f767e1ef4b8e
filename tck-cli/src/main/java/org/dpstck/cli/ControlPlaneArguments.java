package org.dpstck.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dpstck.cli.console.UsageException;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.controlplane.dsp.DspForm;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What only the reference control plane can be told. */
final class ControlPlaneArguments {

    @Option(
            names = "--data-plane",
            paramLabel = "URL",
            description = "A data plane that serves every kind of transfer, by the base URL of its signaling. May be"
                    + " repeated; others register themselves.")
    private List<URI> dataPlanes = List.of();

    @Option(
            names = "--message-form",
            paramLabel = "FORM",
            description = "How it names a transfer process that it requests: two-pids (consumerPid and providerPid, the"
                    + " default) or process-id (@id and processId).")
    private String form;

    @Option(
            names = "--agreement",
            paramLabel = "ID=DATASET",
            description = "An agreement that it knows, and its dataset. May be repeated; without any it knows all.")
    private Map<String, String> agreements = new LinkedHashMap<>();

    @Option(
            names = "--metadata",
            paramLabel = "JSON",
            description = "The object that data planes get as metadata in prepare and start.")
    private String metadata;

    @Option(
            names = "--participant",
            paramLabel = "ID",
            description = "The participant that it speaks for. Default: reference-participant")
    private String participant;

    @Option(
            names = "--counter-party",
            paramLabel = "ID",
            description = "The participant on the other side, where no request names one. Default: counter-party")
    private String counterParty;

    @Option(
            names = "--advertise",
            paramLabel = "URL",
            description = "The address by which others reach it, without a path. Default: the one that it listens on")
    private URI advertise;

    /**
     * Checks that nothing was given, for another role.
     *
     * @throws UsageException if something was
     */
    void checkUnused() {
        boolean unused = dataPlanes.isEmpty()
                && agreements.isEmpty()
                && Stream.of(form, metadata, participant, counterParty, advertise)
                        .allMatch(Objects::isNull);
        if (!unused) {
            throw new UsageException("--data-plane, --message-form, --agreement, --metadata, --participant,"
                    + " --counter-party and --advertise are for --role control-plane");
        }
    }

    /**
     * The options that these make.
     *
     * @throws UsageException if one cannot be used
     */
    ControlPlaneOptions options() {
        var options = ControlPlaneOptions.defaults();
        for (var url : dataPlanes) {
            HttpUrls.check("--data-plane", url, "http://127.0.0.1:8080/signaling");
            options = options.withDataPlane(url);
        }
        for (var agreement : agreements.entrySet()) {
            options = options.withAgreement(agreement.getKey(), agreement.getValue());
        }
        options = options.withParticipants(
                Objects.requireNonNullElse(participant, options.participantId()),
                Objects.requireNonNullElse(counterParty, options.counterPartyId()));
        if (advertise != null) {
            HttpUrls.check("--advertise", advertise, "http://host.docker.internal:8081");
            options = options.withAdvertised(advertise);
        }
        if (metadata != null) {
            options = options.withMetadata(object(metadata));
        }
        return form == null ? options : options.withForm(form(form));
    }

    private static ObjectNode object(String json) {
        try {
            if (JsonMapper.builder().build().readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            throw new UsageException("--metadata is no JSON: " + notJson.getOriginalMessage());
        }
        throw new UsageException("--metadata is no JSON object; write for example '{\"key\": \"value\"}'");
    }

    private static DspForm form(String word) {
        return switch (word) {
            case "two-pids" -> DspForm.TWO_PIDS;
            case "process-id" -> DspForm.PROCESS_ID;
            default -> throw new UsageException("there is no message form '" + word + "'; use two-pids or process-id");
        };
    }
}
