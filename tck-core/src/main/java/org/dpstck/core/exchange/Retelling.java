package org.dpstck.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Tells what is in a record with the ids and secrets of now, and compares it with what is sent now.
 *
 * @param bindings which is which
 */
record Retelling(Bindings bindings) {

    /** Whether a recorded request and one of now differ in ids and secrets alone. */
    boolean same(Exchange.Request recorded, Outgoing outgoing, List<Header> sent, Set<String> configured) {
        return recorded.method().equals(outgoing.method())
                && bindings.align(
                        recorded.url() + "\n" + RecordedText.of(recorded.headers(), configured),
                        outgoing.url() + "\n" + RecordedText.of(sent, configured))
                && similar(recorded.body(), outgoing.body());
    }

    /** Whether two bodies do, as far as the record holds one. */
    boolean similar(String recorded, String current) {
        if (RecordedText.isCut(recorded)) {
            var kept = recorded.substring(0, recorded.lastIndexOf('…'));
            return current != null && current.length() >= kept.length();
        }
        return bindings.align(RecordedText.sorted(recorded), RecordedText.sorted(current));
    }

    /** Whether the address of a recorded request names something of now. */
    boolean knows(Exchange recorded) {
        return bindings.knows(recorded.request().url());
    }

    /** What the system sent. */
    Exchange arrival(Exchange recorded) {
        var request = recorded.request();
        var current = new Exchange.Request(
                request.method(),
                bindings.credentials(request.url()),
                request.headers().stream()
                        .map(it -> new Header(it.name(), bindings.credentials(it.value())))
                        .toList(),
                bindings.credentials(RecordedText.plain(request.body())));
        return new Exchange(
                recorded.id(),
                recorded.direction(),
                recorded.purpose(),
                recorded.at(),
                0,
                current,
                recorded.answer(),
                null);
    }

    /** What the system answered to a request, or that it did not. */
    Reply reply(Exchange recorded, Outgoing outgoing, List<Header> sent) {
        var request = new Exchange.Request(outgoing.method(), outgoing.url(), sent, outgoing.body());
        if (recorded.answer() == null) {
            var failure = WireFailures.recorded(recorded.error());
            return new Reply(exchange(recorded, request, null, failure.text()), 0, List.of(), new byte[0], failure);
        }
        var headers = recorded.answer().headers().stream()
                .map(it -> new Header(it.name(), bindings.translate(it.value())))
                .toList();
        var body = bindings.translate(RecordedText.plain(recorded.answer().body()));
        var answer = new Exchange.Answer(
                recorded.answer().status(), headers, body, recorded.answer().bodyBytes());
        return new Reply(
                exchange(recorded, request, answer, null),
                answer.status(),
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                null);
    }

    private static Exchange exchange(
            Exchange recorded, Exchange.Request request, Exchange.Answer answer, String error) {
        return new Exchange(
                recorded.id(),
                recorded.direction(),
                recorded.purpose(),
                recorded.at(),
                recorded.millis(),
                request,
                answer,
                error,
                recorded.together());
    }
}
