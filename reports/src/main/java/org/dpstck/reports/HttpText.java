package org.dpstck.reports;

import java.util.List;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.exchange.Header;
import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.Printable;

/** Shows an exchange as a person would write it down: request line, headers, body, and the same of the answer. */
final class HttpText {

    private HttpText() {}

    /** The whole exchange; JSON bodies are indented, and nothing in it can control a terminal. */
    static String of(Exchange exchange) {
        var text = new StringBuilder();
        var direction = exchange.direction() == Direction.TO_SYSTEM ? "suite to system" : "system to suite";
        text.append("# ").append(exchange.id()).append(", ").append(Printable.line(exchange.purpose()));
        text.append(", ").append(direction).append(", ").append(exchange.at()).append("\n\n");
        var request = exchange.request();
        text.append(Printable.line(request.method() + " " + request.url())).append('\n');
        append(text, request.headers(), request.body());
        text.append("\n# after ").append(exchange.millis()).append(" ms");
        var answer = exchange.answer();
        if (answer == null) {
            return text.append(": no answer, ")
                    .append(Printable.line(exchange.error()))
                    .append('\n')
                    .toString();
        }
        text.append(", ").append(answer.bodyBytes()).append(" bytes of body\n\n");
        text.append("HTTP ").append(answer.status()).append('\n');
        append(text, answer.headers(), answer.body());
        if (exchange.error() != null) {
            text.append("\n# the answer broke off: ")
                    .append(Printable.line(exchange.error()))
                    .append('\n');
        }
        return text.toString();
    }

    /** One line for a list of steps: purpose and summary. */
    static String step(Exchange exchange) {
        return Printable.line(exchange.purpose() + ": " + exchange.summary());
    }

    private static void append(StringBuilder text, List<Header> headers, String body) {
        headers.forEach(
                it -> text.append(Printable.line(it.name() + ": " + it.value())).append('\n'));
        if (body != null && !body.isEmpty()) {
            text.append('\n').append(Printable.text(Json.pretty(body))).append('\n');
        }
    }
}
