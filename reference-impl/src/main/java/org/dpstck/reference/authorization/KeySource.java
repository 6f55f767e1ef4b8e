package org.dpstck.reference.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;

/** Where the public keys of a control plane's tokens are. */
public sealed interface KeySource {

    /** Nowhere: signatures are not verified. */
    record None() implements KeySource {}

    /** In the registration itself. */
    record Inline(JWKSet set) implements KeySource {}

    /** At a URL. */
    record At(URI location) implements KeySource {}

    /** In one place or the other. */
    record Either(KeySource one, KeySource other) implements KeySource {}
}
