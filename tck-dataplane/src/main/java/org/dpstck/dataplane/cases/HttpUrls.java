package org.dpstck.dataplane.cases;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** URLs in data addresses, which a system wrote. */
final class HttpUrls {

    private HttpUrls() {}

    /** A URL with a host; empty for any other text. */
    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> url.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a URL with a host and the scheme https, in whatever case. */
    static boolean isHttps(String text) {
        return parse(text)
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                .isPresent();
    }
}
