package org.dpstck.core.sut;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request; it worked when the answer is in the 2xx class.
 *
 * @param method in upper case
 * @param url absolute, with placeholders, whose values are percent-encoded; one at the very start is put in as it is
 * @param headers with placeholders in the values; may hold secrets
 * @param body text with placeholders, or maps, lists and scalars that are sent as JSON; null for none
 * @param transferId JSON pointer to the id of the transfer in the answer; null for none
 */
public record HttpTrigger(String method, String url, Map<String, String> headers, Object body, String transferId)
        implements Trigger {

    /** A trigger whose answer tells nothing. */
    public HttpTrigger(String method, String url, Map<String, String> headers, Object body) {
        this(method, url, headers, body, null);
    }

    /** Copies headers and body. */
    public HttpTrigger {
        headers = Trees.copyOfTexts(headers);
        body = Trees.copyOf(body);
    }

    /** The JSON pointer to the id of the transfer in the answer, if there is one. */
    public Optional<String> transfer() {
        return Optional.ofNullable(transferId);
    }

    @Override
    public String describe() {
        return method + " " + Secrets.url(url);
    }

    /** The same as {@link #describe()}: headers and body may hold secrets. */
    @Override
    public String toString() {
        return describe();
    }
}
