package org.dpstck.core.verdict;

import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Texts;

/** Writes an exchange as a command that repeats it by hand; secrets stay placeholders. */
final class Curl {

    private static final int LONGEST_BODY = 4000;

    private Curl() {}

    /** The command, or null for a request that the system itself made. */
    static String of(Exchange exchange) {
        if (exchange.direction() != Exchange.Direction.TO_SYSTEM) {
            return null;
        }
        var request = exchange.request();
        // As it is: no globbing of brackets in the URL, no shortening of its path.
        var command = new StringBuilder("curl -i -g --path-as-is ");
        command.append("HEAD".equals(request.method()) ? "--head" : "-X " + request.method());
        for (var header : request.headers()) {
            if (!header.name().equalsIgnoreCase("Accept") && !header.name().equalsIgnoreCase("Content-Length")) {
                var empty = header.value() == null || header.value().isEmpty();
                command.append(" -H ").append(quoted(header.name() + (empty ? ";" : ": " + header.value())));
            }
        }
        if (request.body() != null) {
            if (request.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase("Content-Type"))) {
                command.append(" -H 'Content-Type:'"); // Without it, curl declares a form.
            }
            command.append(" --data-raw ").append(quoted(Texts.cut(request.body(), LONGEST_BODY)));
        }
        return command.append(' ').append(quoted(request.url())).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
