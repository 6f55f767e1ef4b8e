package org.dpstck.reference.controlplane.dataplane;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.node.ObjectNode;

/** The registration of data planes by end point: create, replace, delete. */
public final class DataPlaneRegistration {

    private final ReferenceEdition edition;
    private final DataPlanes dataPlanes;
    private final String basePath;
    private final DataPlaneReader reader;

    /** Registers with {@code dataPlanes}; the base path stands before the location of a new registration. */
    public DataPlaneRegistration(ReferenceEdition edition, DataPlanes dataPlanes, String basePath) {
        this.edition = edition;
        this.dataPlanes = dataPlanes;
        this.basePath = basePath;
        this.reader = new DataPlaneReader(edition);
    }

    /**
     * Registers the data plane of a message; one with the same id is replaced.
     *
     * @throws Refusal if the message is not a registration
     */
    public Answer register(Request request) throws Refusal {
        if (edition.controlPlane().selects()) {
            dataPlanes.put(InstanceReader.dataPlane(request));
            return Answer.empty(200);
        }
        ObjectNode message = Bodies.object(request, false);
        String id = reader.id(message).orElseGet(() -> "dataplane-" + UUID.randomUUID());
        dataPlanes.put(reader.dataPlane(id, message));
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        // Where the control plane chooses the id, nothing but this header tells it.
        return edition.controlPlane()
                .routes()
                .of(ControlPlaneOperation.REPLACE_REGISTRATION)
                .map(route -> Answer.empty(200).withHeader("Location", basePath + route.at(encoded)))
                .orElse(Answer.empty(200));
    }

    /**
     * Replaces the registration with this id.
     *
     * @throws Refusal if there is none, or if the message is not a registration
     */
    public Answer replace(Request request, String id) throws Refusal {
        DataPlane now = reader.dataPlane(id, Bodies.object(request, false));
        checkKnown(id);
        dataPlanes.put(now);
        return Answer.empty(200);
    }

    /**
     * Deletes the registration with this id.
     *
     * @throws Refusal if there is none
     */
    public Answer delete(String id) throws Refusal {
        checkKnown(id);
        dataPlanes.remove(id);
        return Answer.empty(204);
    }

    private void checkKnown(String id) throws Refusal {
        if (dataPlanes.find(id).isEmpty()) {
            throw new Refusal(Kind.UNKNOWN_DATA_PLANE, "there is no data plane with id " + id);
        }
    }
}
