package org.dpstck.dataplane.cases;

import java.util.Locale;
import java.util.Map;
import org.dpstck.dataplane.flow.ControlPlane;
import org.dpstck.dataplane.flow.RegistrationReception;

/** Where in the life of a registration a message is sent. */
enum Stage {
    /** The control plane is not registered yet. */
    CREATE,
    /** It is registered, and the message replaces the registration. */
    UPDATE;

    /** Sends a message at this stage. */
    RegistrationReception send(ControlPlane plane, Map<String, Object> message) {
        return this == CREATE ? plane.registers(message) : plane.updates(message);
    }

    /** Sends any body at this stage. */
    RegistrationReception send(ControlPlane plane, String contentType, String body) {
        return this == CREATE ? plane.registers(contentType, body) : plane.updates(contentType, body);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
