package org.dpstck.core.exchange;

import java.util.Map;

/**
 * A request that the suite is about to send.
 *
 * @param method in upper case
 * @param url absolute
 * @param contentType value of the Content-Type header; null for a request without that header
 * @param body the exact bytes as text, UTF-8; null for a request without a body
 * @param headers of this request alone, which take the place of those that every request has
 */
public record Outgoing(String method, String url, String contentType, String body, Map<String, String> headers) {

    /** Copies the headers. */
    public Outgoing {
        headers = Map.copyOf(headers);
    }

    /** A request with no headers of its own. */
    public Outgoing(String method, String url, String contentType, String body) {
        this(method, url, contentType, body, Map.of());
    }

    /** The same request with headers of its own. */
    public Outgoing with(Map<String, String> own) {
        return new Outgoing(method, url, contentType, body, own);
    }
}
