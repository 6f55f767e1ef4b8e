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
        var command = new StringBuilder("curl -i -X ").append(request.method());
        for (var header : request.headers()) {
            if (!header.name().equalsIgnoreCase("Accept") && !header.name().equalsIgnoreCase("Content-Length")) {
                command.append(" -H ").append(quoted(header.name() + ": " + header.value()));
            }
        }
        if (request.body() != null) {
            command.append(" --data-binary ").append(quoted(Texts.cut(request.body(), LONGEST_BODY)));
        }
        return command.append(' ').append(quoted(request.url())).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
