package org.dpstck.dataplane.flow;

import com.nimbusds.jose.jwk.JWK;
import java.util.LinkedHashMap;
import org.dpstck.core.sut.AuthorizationSettings;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.token.ControlPlaneToken;

/**
 * What the tokens of a control plane have to hold, as the description of the system has it.
 *
 * @param settings of the description
 * @param controlPlane id of the control plane
 */
record TokenTerms(AuthorizationSettings settings, String controlPlane) {

    /** Whether the system's description says what a token has to hold. */
    boolean areKnown(AuthorizedAs credentials) {
        return settings.audience() != null
                && (!credentials.profile().isBrokered()
                        || settings.principal() != null && settings.participantContext() != null);
    }

    /**
     * A good token of the control plane, with an id of its own.
     *
     * @throws Unjudgeable if the system's description does not say what the token has to hold
     */
    ControlPlaneToken token(AuthorizedAs credentials, JWK key) {
        var identity = new LinkedHashMap<String, Object>();
        identity.put("aud", told(settings.audience(), "authorization.audience", "the system's own identifier"));
        if (credentials.profile().isBrokered()) {
            identity.put("iss", credentials.issuer());
            identity.put("sub", told(settings.principal(), "authorization.principal", "a principal that it knows"));
            identity.put(
                    "participant_context",
                    told(
                            settings.participantContext(),
                            "authorization.participantContext",
                            "that principal's context"));
            identity.put("scope", settings.scope());
        } else {
            identity.put("iss", controlPlane);
            identity.put("sub", controlPlane);
        }
        return ControlPlaneToken.of(identity, key);
    }

    private static String told(String value, String key, String what) {
        if (value == null) {
            throw Unjudgeable.untested("tokens for the system name " + what + ", which its description does not: set "
                    + key + ", or authorization.direction: callbacks if requests need no token");
        }
        return value;
    }
}
