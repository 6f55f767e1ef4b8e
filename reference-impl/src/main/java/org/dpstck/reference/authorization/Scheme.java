package org.dpstck.reference.authorization;

import java.net.URI;

/** How a control plane and this data plane prove to each other who they are, as its registration says. */
public sealed interface Scheme {

    /**
     * OAuth 2 client credentials.
     *
     * @param tokenEndpoint where this data plane gets the tokens of its callbacks
     * @param clientId as whom it gets them
     * @param clientSecret what proves it
     * @param keys of the tokens that the control plane presents
     */
    record ClientCredentials(URI tokenEndpoint, String clientId, String clientSecret, KeySource keys)
            implements Scheme {}

    /** A key that callbacks carry. */
    record ApiKey(String key) implements Scheme {}

    /**
     * Tokens that a broker has minted for the control plane.
     *
     * @param issuer the broker
     * @param keys of the broker
     */
    record TokenExchange(String issuer, KeySource keys) implements Scheme {}
}
