package org.dpstck.reports.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Header;

/** Writes requests of the suite as commands. */
final class Requests {

    private static final Set<String> WITH_LENGTH = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> OF_CURL = Set.of("accept", "content-length", "host", "user-agent", "connection");
    private static final String LOCATION = "Location";
    /** The method under which the record keeps the command of a trigger. */
    private static final String COMMAND = "RUN";

    private static final int LONG_BODY = 1000;

    private final Names names;
    private final List<String> judged;

    /**
     * Requests of a run.
     *
     * @param judged the addresses in its description
     */
    Requests(Names names, List<String> judged) {
        this.names = names;
        this.judged = judged;
    }

    /** The arguments of {@code send}: method, URL, and options of curl. */
    String arguments(Exchange exchange) {
        var request = exchange.request();
        var words = new ArrayList<String>();
        words.add(Shell.quoted(request.method()));
        words.add(url(exchange));
        if (isNamed(exchange)) {
            words.add("-k"); // As the suite, which does not judge certificates of what a data address names.
        }
        request.headers().stream()
                .filter(it -> !OF_CURL.contains(it.name().toLowerCase(Locale.ROOT)))
                .forEach(it -> words.add("-H " + header(it)));
        body(request, words);
        return String.join(" ", words);
    }

    /** The whole command of a step. */
    String command(Exchange exchange) {
        if (!exchange.request().method().equals(COMMAND)) {
            return "send " + arguments(exchange);
        }
        var words = Leaves.of(exchange.request().body()).stream()
                .filter(it -> it.type() == Leaves.Type.STRING)
                .map(it -> Shell.word(names.pieces(it.text())))
                .toList();
        return "run " + String.join(" ", words);
    }

    private boolean isNamed(Exchange exchange) {
        var url = exchange.request().url();
        return url.startsWith("https:")
                && !exchange.purpose().startsWith("trigger ")
                && judged.stream().noneMatch(url::startsWith);
    }

    private String url(Exchange exchange) {
        if (exchange.purpose().contains(LOCATION)) {
            names.use(Values.LOCATION);
            return "\"$" + Values.LOCATION + "\"";
        }
        return Shell.word(names.pieces(exchange.request().url()));
    }

    private String header(Header header) {
        var empty = header.value() == null || header.value().isEmpty();
        return empty
                ? Shell.quoted(header.name() + ";")
                : Shell.word(names.pieces(header.name() + ": " + header.value()));
    }

    private void body(Exchange.Request request, List<String> words) {
        var declared = request.headers().stream().anyMatch(it -> it.name().equalsIgnoreCase("Content-Type"));
        if (request.body() == null && !WITH_LENGTH.contains(request.method())) {
            return;
        }
        if (!declared) {
            words.add("-H 'Content-Type:'"); // Without it, curl declares a form.
        }
        var body = request.body() == null ? "" : request.body();
        if (body.length() > LONG_BODY) {
            words.add("-H 'Expect:'");
        }
        words.add("--data-raw " + (body.isEmpty() ? "''" : Shell.word(names.pieces(body))));
    }
}
