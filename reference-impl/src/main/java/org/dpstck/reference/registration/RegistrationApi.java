package org.dpstck.reference.registration;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.reference.authorization.Registered;
import org.dpstck.reference.authorization.Scheme;
import org.dpstck.reference.authorization.Schemes;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The registration of control planes: create, replace, delete.
 *
 * <p>An {@code authorization} of a profile that is not known is checked for its form and otherwise not used.
 */
public final class RegistrationApi {

    private final ReferenceEdition edition;
    private final ControlPlanes controlPlanes;
    private final String basePath;
    private final Hooks hooks;
    private final Schemes schemes;

    /** Registers with {@code controlPlanes}; the base path stands before the location of a new registration. */
    public RegistrationApi(ReferenceEdition edition, ControlPlanes controlPlanes, String basePath, Hooks hooks) {
        this.edition = edition;
        this.controlPlanes = controlPlanes;
        this.basePath = basePath;
        this.hooks = hooks;
        this.schemes = new Schemes(edition.authorization(), hooks::skips);
    }

    /**
     * Registers the control plane of a message; one with the same id is replaced.
     *
     * @throws Refusal if the message is not a registration
     */
    public Answer register(Request request) throws Refusal {
        ObjectNode message = Bodies.object(request, false);
        Optional<String> named = id(message);
        String id = named.orElseGet(() -> "controlplane-" + UUID.randomUUID());
        controlPlanes.put(registered(id, message));
        // Where the plane chooses the id, nothing but this header tells it.
        return edition.routes()
                .of(Operation.REPLACE_REGISTRATION)
                .map(route -> Answer.empty(200).withHeader("Location", basePath + route.at(encode(id))))
                .orElse(Answer.empty(200));
    }

    /**
     * Replaces the registration with this id.
     *
     * @throws Refusal if there is none, or if the message is not a registration
     */
    public Answer replace(Request request, String id) throws Refusal {
        if (!controlPlanes.replace(registered(id, Bodies.object(request, false)))) {
            throw unknown(id);
        }
        return Answer.empty(200);
    }

    /**
     * Deletes the registration with this id.
     *
     * @throws Refusal if there is none
     */
    public Answer delete(String id) throws Refusal {
        if (!controlPlanes.remove(id)) {
            throw unknown(id);
        }
        return Answer.empty(204);
    }

    private static Refusal unknown(String id) {
        return new Refusal(Kind.UNKNOWN_CONTROL_PLANE, "there is no control plane with id " + id);
    }

    private Optional<String> id(ObjectNode message) throws Refusal {
        if (edition.registration().idRequired()) {
            return Optional.of(Bodies.string(message, "controlplaneId"));
        }
        // The draft's example calls the control plane's id dataplaneId.
        for (String name : new String[] {"controlplaneId", "dataplaneId"}) {
            if (!Bodies.isAbsent(message.path(name))) {
                return Optional.of(Bodies.string(message, name));
            }
        }
        return Optional.empty();
    }

    private Registered registered(String id, ObjectNode message) throws Refusal {
        URI endpoint = Bodies.url(message, "endpoint");
        JsonNode authorization = message.path("authorization");
        if (!Bodies.isAbsent(authorization) && !edition.registration().isAuthorization(authorization)) {
            throw new Refusal(
                    Kind.MISTYPED_OPTIONAL,
                    "authorization",
                    "authorization must say its type, in the form of this edition");
        }
        List<Scheme> now = schemes.read(authorization);
        return new Registered(
                id,
                endpoint,
                controlPlanes
                        .find(id)
                        .map(old -> hooks.updated(old.schemes(), now))
                        .orElse(now));
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
