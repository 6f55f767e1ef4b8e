package org.dpstck.core.sut;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks URLs by which machines reach each other. */
final class Urls {

    private Urls() {}

    /**
     * A base URL: absolute, http or https, with a host, without query and fragment; trailing slashes are removed.
     *
     * @throws IllegalArgumentException with what is wrong, fit for a sentence that begins with the URL
     */
    static URI base(String text) {
        var uri = absolute(text);
        if (uri.getRawQuery() != null) {
            throw new IllegalArgumentException("has a query, which a base URL must not have");
        }
        return URI.create(text.replaceFirst("/+$", ""));
    }

    /**
     * A URL to send a request to: absolute, http or https, with a host, without fragment.
     *
     * @throws IllegalArgumentException with what is wrong, fit for a sentence that begins with the URL
     */
    static URI absolute(String text) {
        if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("contains whitespace");
        }
        var uri = syntax(text);
        var scheme = uri.getScheme();
        if (scheme == null) {
            throw new IllegalArgumentException("is relative");
        }
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("does not begin with http:// or https://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("has no host that a URL may have");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("has a port that is not in 1 to 65535");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("has a fragment, which is never sent");
        }
        return uri;
    }

    private static URI syntax(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException broken) {
            // "Expected authority at index 7" is how java.net says that nothing follows the slashes.
            throw new IllegalArgumentException(text.matches("(?i)https?:/*") ? "has no host" : "is no URL", broken);
        }
    }
}
