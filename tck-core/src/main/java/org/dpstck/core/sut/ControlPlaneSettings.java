package org.dpstck.core.sut;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What only the description of a control plane has.
 *
 * @param dsp base URL of its Dataspace Protocol endpoints, without a trailing slash; null for a data plane
 * @param headers sent with every request to that URL; may hold secrets
 * @param form of the transfer process that it speaks; null for the kit's default
 * @param agreements other agreements and datasets for some cases, by a pattern of their ids
 * @param dataPlanes how it chooses data planes, and what it keeps as a consumer
 */
public record ControlPlaneSettings(
        URI dsp,
        Map<String, String> headers,
        String form,
        Map<String, Map<String, String>> agreements,
        DataPlaneSettings dataPlanes) {

    /** A control plane about which nothing more is told. */
    public ControlPlaneSettings(
            URI dsp, Map<String, String> headers, String form, Map<String, Map<String, String>> agreements) {
        this(dsp, headers, form, agreements, DataPlaneSettings.none());
    }

    /** Copies the maps. */
    public ControlPlaneSettings {
        headers = Trees.copyOfTexts(headers);
        agreements = Collections.unmodifiableMap(new LinkedHashMap<>(agreements));
    }

    /** Nothing: what a data plane has. */
    public static ControlPlaneSettings none() {
        return new ControlPlaneSettings(null, Map.of(), null, Map.of());
    }

    /** The ids of a case: its own where a pattern fits its id, the first one that does. */
    public Ids idsOf(String caseId, Ids all) {
        return agreements.entrySet().stream()
                .filter(entry -> caseId.matches(("\\Q" + entry.getKey() + "\\E").replace("*", "\\E.*\\Q")))
                .findFirst()
                .map(entry -> new Ids(
                        all.participant(),
                        all.counterParty(),
                        all.dataspaceContext(),
                        entry.getValue().getOrDefault("agreement", all.agreement()),
                        entry.getValue().getOrDefault("dataset", all.dataset())))
                .orElse(all);
    }
}
