package org.dpstck.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What came back, unredacted: for judging only, never for writing.
 *
 * @param exchange the record of it
 * @param status the status code, 0 if no answer came
 * @param headers of the answer
 * @param body of the answer, at most as long as the limit
 * @param failure why there is no usable answer; null when there is one
 */
public record Reply(Exchange exchange, int status, List<Header> headers, byte[] body, WireFailure failure) {

    /** Whether a whole answer came. */
    public boolean answered() {
        return failure == null;
    }

    /** The body, decoded as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
