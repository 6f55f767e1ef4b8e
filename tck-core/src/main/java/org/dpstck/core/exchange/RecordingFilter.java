package org.dpstck.core.exchange;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Records one exchange as it passes through REST Assured, secrets replaced, and keeps the answer for judging. */
final class RecordingFilter implements Filter {

    private final String id;
    private final String purpose;
    private final Outgoing outgoing;
    private final WireLimits limits;
    private final Redactor redactor;
    private Reply reply;

    RecordingFilter(String id, String purpose, Outgoing outgoing, WireLimits limits, Redactor redactor) {
        this.id = id;
        this.purpose = purpose;
        this.outgoing = outgoing;
        this.limits = limits;
        this.redactor = redactor;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var at = Instant.now();
        var sent = request.getHeaders().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        var response = context.next(request, expected);
        var body = response.asByteArray();
        var headers = response.getHeaders().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        reply = new Reply(
                exchange(at, sent, answer(response.statusCode(), headers, body), null),
                response.statusCode(),
                headers,
                body,
                null);
        return response;
    }

    /** The reply that passed through; null when the request failed before. */
    Reply reply() {
        return reply;
    }

    /** The record of a request that got no usable answer. */
    Reply failed(Instant at, List<Header> sent, WireFailure failure) {
        return new Reply(exchange(at, sent, null, failure.text()), 0, List.of(), new byte[0], failure);
    }

    private Exchange exchange(Instant at, List<Header> sent, Exchange.Answer answer, String error) {
        var request = new Exchange.Request(
                outgoing.method(),
                redactor.clean(outgoing.url()),
                sent.stream().map(redactor::clean).toList(),
                redactor.clean(Texts.cut(outgoing.body(), limits.recordedChars())));
        var millis = Duration.between(at, Instant.now()).toMillis();
        return new Exchange(id, Exchange.Direction.TO_SYSTEM, purpose, at, millis, request, answer, error);
    }

    private Exchange.Answer answer(int status, List<Header> headers, byte[] body) {
        var text = Texts.cut(new String(body, java.nio.charset.StandardCharsets.UTF_8), limits.recordedChars());
        return new Exchange.Answer(
                status, headers.stream().map(redactor::clean).toList(), redactor.clean(text), body.length);
    }
}
