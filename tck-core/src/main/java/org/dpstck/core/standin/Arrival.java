package org.dpstck.core.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;

/**
 * A request that the system under test sent to the stand-in.
 *
 * @param at when it was complete, UTC
 * @param method in upper case
 * @param path below the callback address of the flow, undecoded; the whole path if it missed that address
 * @param headers in the order they came
 * @param body as text; empty if there was none
 * @param missed whether it was sent to another path than the callback address of the flow
 * @param exchange the record of it, secrets replaced
 */
public record Arrival(
        Instant at, String method, String path, List<Header> headers, String body, boolean missed, Exchange exchange) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The same request whose body is read in another form; the record keeps what came. */
    Arrival reading(String plain) {
        return new Arrival(at, method, path, headers, plain, missed, exchange);
    }

    /** Method and path, for people. */
    public String line() {
        return method + " " + path;
    }
}
