package org.dpstck.dataplane.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.edition.Registration.Form;

/**
 * The form of a registration that a system takes: without authorization, or with one if it insists (position 75).
 *
 * @param shape one object or an array
 * @param tokenEndpoint where the authorization points for tokens
 * @param authorized whether every registration carries an authorization
 */
record RegistrationForm(Form shape, String tokenEndpoint, boolean authorized) {

    static final String MEMBER = "authorization";

    static RegistrationForm plain(Registration registration, String tokenEndpoint) {
        return new RegistrationForm(registration.authorization(), tokenEndpoint, false);
    }

    RegistrationForm withAuthorization() {
        return new RegistrationForm(shape, tokenEndpoint, true);
    }

    void addTo(Map<String, Object> message) {
        if (authorized) {
            message.put(MEMBER, shape.holding(entry()));
        }
    }

    Map<String, Object> entry() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("type", "oauth2_client_credentials");
        entry.put("tokenEndpoint", tokenEndpoint);
        entry.put("clientId", "dps-tck");
        entry.put("clientSecret", "not-a-real-secret");
        return entry;
    }
}
