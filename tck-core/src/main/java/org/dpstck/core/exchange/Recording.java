package org.dpstck.core.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One request and what came of it: recorded with secrets replaced, and kept whole for judging. */
final class Recording {

    private final String id;
    private final Occasion occasion;
    private final Outgoing outgoing;
    private final List<Header> sent;
    private final Wire wire;
    private final WireLimits limits;
    private final Redactor redactor;

    Recording(
            String id,
            Occasion occasion,
            Outgoing outgoing,
            List<Header> sent,
            Wire wire,
            WireLimits limits,
            Redactor redactor) {
        this.id = id;
        this.occasion = occasion;
        this.outgoing = outgoing;
        this.sent = sent;
        this.wire = wire;
        this.limits = limits;
        this.redactor = redactor;
    }

    /** Sends the request; what came back, to the last byte. */
    Reply reply() throws IOException {
        var at = Instant.now();
        var wired = wire.exchange(sent);
        return new Reply(
                exchange(at, millisSince(at), answer(wired.status(), wired.headers(), wired.body()), null),
                wired.status(),
                wired.headers(),
                wired.body(),
                null);
    }

    /** What moves the bytes. */
    @FunctionalInterface
    interface Wire {
        BoundedClients.Wired exchange(List<Header> headers) throws IOException;
    }

    /** The record of a request that got no usable answer. */
    Reply failed(Instant at, WireFailure failure) {
        // It may quote what came, which may quote what was sent.
        var cleaned = new WireFailure(failure.kind(), redactor.clean(failure.text()));
        return new Reply(exchange(at, millisSince(at), null, cleaned.text()), 0, List.of(), new byte[0], cleaned);
    }

    /** The record of a request that somebody else has sent. */
    Exchange of(Instant at, long millis, int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange(at, millis, answer(status, List.of(), bytes), null);
    }

    private static long millisSince(Instant at) {
        return Duration.between(at, Instant.now()).toMillis();
    }

    private Exchange exchange(Instant at, long millis, Exchange.Answer answer, String error) {
        var request = new Exchange.Request(
                outgoing.method(),
                redactor.clean(outgoing.url()),
                sent.stream().map(redactor::clean).toList(),
                Texts.cut(redactor.clean(outgoing.body()), limits.recordedChars()));
        return new Exchange(
                id,
                Exchange.Direction.TO_SYSTEM,
                occasion.purpose(),
                at,
                millis,
                request,
                answer,
                error,
                occasion.together());
    }

    private Exchange.Answer answer(int status, List<Header> headers, byte[] body) {
        // Cleaned before it is cut: half a secret would not be known as one.
        var text = redactor.clean(new String(body, StandardCharsets.UTF_8));
        return new Exchange.Answer(
                status,
                headers.stream().map(redactor::clean).toList(),
                Texts.cut(text, limits.recordedChars()),
                body.length);
    }
}
