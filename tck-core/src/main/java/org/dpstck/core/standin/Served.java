package org.dpstck.core.standin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * An answer of an endpoint that a case serves.
 *
 * @param status the HTTP status code
 * @param contentType of the body; null for none
 * @param body as text, UTF-8
 * @param headers besides that of the content type
 * @param delay before the answer begins
 * @param released ends the delay before its time; null for a delay that nothing ends
 * @param dropped whether the connection is reset in place of an answer
 */
public record Served(
        int status,
        String contentType,
        String body,
        Map<String, String> headers,
        Duration delay,
        CompletableFuture<?> released,
        boolean dropped) {

    /** Copies the headers. */
    public Served {
        headers = Map.copyOf(headers);
    }

    /** An answer at once, with no headers of its own. */
    public Served(int status, String contentType, String body) {
        this(status, contentType, body, Map.of(), Duration.ZERO, null, false);
    }

    /** An answer with a JSON body. */
    public static Served json(int status, String body) {
        return new Served(status, "application/json", body);
    }

    /** An answer with no body. */
    public static Served empty(int status) {
        return new Served(status, null, "");
    }

    /** No answer: the connection is reset. */
    public static Served nothing() {
        return new Served(0, null, "", Map.of(), Duration.ZERO, null, true);
    }

    /** The same answer with one more header. */
    public Served with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Served(status, contentType, body, more, delay, released, dropped);
    }

    /** The same answer, later. */
    public Served after(Duration wait) {
        return new Served(status, contentType, body, headers, wait, null, dropped);
    }

    /** The same answer once it is released, or after that time. */
    public Served heldUntil(CompletableFuture<?> release, Duration atMost) {
        return new Served(status, contentType, body, headers, atMost, release, dropped);
    }
}
