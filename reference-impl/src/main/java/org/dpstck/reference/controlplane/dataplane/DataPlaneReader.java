package org.dpstck.reference.controlplane.dataplane;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.authorization.Schemes;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.edition.TransferNaming;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the registrations of data planes (section "Data Plane Registration"). */
final class DataPlaneReader {

    private static final String ID = "dataplaneId";

    private final ReferenceEdition edition;
    private final Schemes schemes;

    /** Reads the form of {@code edition}. */
    DataPlaneReader(ReferenceEdition edition) {
        this.edition = edition;
        this.schemes = new Schemes(edition.authorization(), check -> false);
    }

    /** The id that the message names; it has to where nothing else could. */
    Optional<String> id(ObjectNode message) throws Refusal {
        boolean named = edition.registration().idRequired() || !Bodies.isAbsent(message.path(ID));
        return named ? Optional.of(Bodies.string(message, ID)) : Optional.empty();
    }

    /** The data plane that the message describes. */
    DataPlane dataPlane(String id, ObjectNode message) throws Refusal {
        URI endpoint = Bodies.url(message, "endpoint");
        String member = edition.naming() == TransferNaming.PROFILE_URL ? "profiles" : "transferTypes";
        if (Bodies.isAbsent(message.path(member))) {
            throw new Refusal(Kind.MISSING_PROPERTY, member, member + " is required");
        }
        List<String> transfers = strings(message, member);
        List<String> labels = Bodies.isAbsent(message.path("labels")) ? List.of() : strings(message, "labels");
        JsonNode authorization = message.path("authorization");
        if (!Bodies.isAbsent(authorization) && !edition.registration().isAuthorization(authorization)) {
            throw new Refusal(
                    Kind.MISTYPED_OPTIONAL,
                    "authorization",
                    "authorization must say its type, in the form of this edition");
        }
        return new DataPlane(id, endpoint, transfers, labels, schemes.read(authorization));
    }

    private static List<String> strings(ObjectNode message, String name) throws Refusal {
        List<String> values = new ArrayList<>();
        for (JsonNode each : message.path(name)) {
            values.add(each.stringValue(""));
        }
        if (!message.path(name).isArray() || values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw new Refusal(Kind.MISTYPED_PROPERTY, name, name + " must be an array of one or more strings");
        }
        return values;
    }
}
