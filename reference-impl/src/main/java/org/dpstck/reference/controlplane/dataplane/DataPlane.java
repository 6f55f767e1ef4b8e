package org.dpstck.reference.controlplane.dataplane;

import java.net.URI;
import java.util.List;
import org.dpstck.reference.authorization.Scheme;

/**
 * A data plane that is registered.
 *
 * @param id as it is registered
 * @param endpoint the base URL of its signaling
 * @param transfers the transfer types or profiles that it serves; none stands for all, which only configuration can say
 * @param labels what it is labelled with
 * @param sources the types of source that it can transfer from; none stands for all
 * @param schemes by which requests to it are authorized, the preferred one first
 */
public record DataPlane(
        String id,
        URI endpoint,
        List<String> transfers,
        List<String> labels,
        List<String> sources,
        List<Scheme> schemes) {

    /** A data plane that can transfer from any source. */
    public DataPlane(String id, URI endpoint, List<String> transfers, List<String> labels, List<Scheme> schemes) {
        this(id, endpoint, transfers, labels, List.of(), schemes);
    }

    /** Takes copies. */
    public DataPlane {
        transfers = List.copyOf(transfers);
        labels = List.copyOf(labels);
        sources = List.copyOf(sources);
        schemes = List.copyOf(schemes);
    }

    /** A data plane known by its address alone; it serves everything. */
    public static DataPlane at(URI endpoint) {
        return new DataPlane(endpoint.toString(), endpoint, List.of(), List.of(), List.of());
    }

    /** The same at another base URL. */
    public DataPlane movedTo(URI other) {
        return new DataPlane(id, other, transfers, labels, sources, schemes);
    }

    /** Whether it can transfer from this type of source. */
    public boolean reads(String source) {
        return sources.isEmpty() || sources.contains(source);
    }

    /** Whether it serves this transfer type or profile; names differ by more than the case of their letters. */
    public boolean serves(String transferName) {
        return transfers.isEmpty() || transfers.stream().anyMatch(transferName::equalsIgnoreCase);
    }
}
