package org.dpstck.core.standin;

/**
 * An answer of an endpoint that a case serves.
 *
 * @param status the HTTP status code
 * @param contentType of the body
 * @param body as text, UTF-8
 */
public record Served(int status, String contentType, String body) {

    /** An answer with a JSON body. */
    public static Served json(int status, String body) {
        return new Served(status, "application/json", body);
    }
}
