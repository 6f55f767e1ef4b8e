package org.dpstck.reference.hook;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import org.dpstck.reference.authorization.Check;
import org.dpstck.reference.authorization.GrantRequest;
import org.dpstck.reference.authorization.Scheme;

/** Leaves out checks of tokens, and changes what callbacks and requests for tokens carry. */
public interface AuthorizationHook extends Hook {

    /** Says whether a check is left out. */
    default boolean skips(Check check) {
        return false;
    }

    /** Chooses what is kept of an update of a registration. */
    default List<Scheme> updated(List<Scheme> before, List<Scheme> now) {
        return now;
    }

    /** Chooses the keys of a set that are used. */
    default JWKSet usable(JWKSet set) {
        return set;
    }

    /** Changes a request to a token end point. */
    default GrantRequest granting(GrantRequest request) {
        return request;
    }

    /** Says whether a token that was granted earlier is good for another callback. */
    default boolean isFresh(boolean fresh) {
        return fresh;
    }

    /** Changes the headers that carry the credentials of a callback. */
    default Map<String, String> carried(Scheme scheme, Map<String, String> headers) {
        return headers;
    }
}
