package org.dpstck.reference.controlplane.dsp;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.reference.ControlPlaneOptions;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.dataplane.DataPlanes;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of a provider: how its data planes can transfer its datasets (section "Building the catalog"). */
public final class Catalogs {

    private final ControlPlaneOptions options;
    private final DataPlanes dataPlanes;
    private final ControlHooks hooks;
    private final URI service;
    private final Set<String> ever = new LinkedHashSet<>();

    /** Tells of the datasets of {@code options}, which are to be asked for at {@code service}. */
    public Catalogs(ControlPlaneOptions options, DataPlanes dataPlanes, ControlHooks hooks, URI service) {
        this.options = options;
        this.dataPlanes = dataPlanes;
        this.hooks = hooks;
        this.service = service;
    }

    /** The catalogue as it is now. */
    ObjectNode catalog() {
        ObjectNode catalog = Json.object();
        catalog.putArray("@context").add("https://w3id.org/dspace/2025/1/context.jsonld");
        catalog.put("@id", "urn:catalog:reference")
                .put("@type", "Catalog")
                .put("participantId", options.participantId());
        ArrayNode datasets = catalog.putArray("dataset");
        Stream.concat(options.agreements().values().stream(), Stream.of(options.datasetId()))
                .distinct()
                .forEach(id -> datasets.add(dataset(id)));
        catalog.putArray("service")
                .addObject()
                .put("@id", "urn:service:reference")
                .put("@type", "DataService")
                .put("endpointURL", service.toString());
        return catalog;
    }

    private ObjectNode dataset(String id) {
        ObjectNode dataset = Json.object().put("@id", id).put("@type", "Dataset");
        dataset.putArray("hasPolicy")
                .addObject()
                .put("@id", "urn:offer:" + id)
                .put("@type", "Offer")
                .putArray("permission")
                .addObject()
                .put("action", "use");
        ArrayNode distributions = dataset.putArray("distribution");
        types().forEach(type -> distributions
                .addObject()
                .put("@type", "Distribution")
                .put("format", type)
                .put("accessService", "urn:service:reference"));
        return dataset;
    }

    private synchronized List<String> types() {
        boolean every = hooks.keeps(ControlRule.CATALOGUES_EVERY_TYPE);
        Set<String> types = hooks.keeps(ControlRule.CATALOGUES_NOW) ? new LinkedHashSet<>() : ever;
        dataPlanes.catalogued().stream()
                .filter(each -> each.labels().containsAll(options.labels()))
                .filter(each ->
                        dataPlanes.reads(each, options.source()) || !hooks.keeps(ControlRule.CATALOGUES_SOURCES))
                .map(DataPlane::transfers)
                .flatMap(all -> every ? all.stream() : all.stream().limit(1))
                .distinct()
                .forEach(types::add);
        return List.copyOf(types);
    }
}
