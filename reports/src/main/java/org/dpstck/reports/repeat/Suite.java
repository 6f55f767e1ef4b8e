package org.dpstck.reports.repeat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.RunRecord;

/**
 * Where the suite listened in a run.
 *
 * @param address as the system knew it, without a slash at the end; empty if no exchange tells
 */
record Suite(String address) {

    /** An address that only the suite hands out: what follows it are its own paths. */
    private static final Pattern OWN =
            Pattern.compile("(http://[^\\s\"'\\\\<>]+?)/(?:callbacks|served|sink|source|token)(?=[/\"?&]|$)");

    /** What the settings of a run tell, or the exchanges of a case. */
    static Suite of(RunRecord run, List<Exchange> exchanges) {
        var settings = run.configuration().get("callback.advertise") instanceof String text && !text.contains("{port}")
                ? Optional.of(text)
                : Optional.<String>empty();
        return new Suite(settings.or(() -> exchanges.stream()
                        .flatMap(it -> it.direction() == Exchange.Direction.FROM_SYSTEM
                                ? Optional.of(it.request().url()).stream()
                                : Optional.ofNullable(it.request().body()).stream())
                        .map(OWN::matcher)
                        .filter(Matcher::find)
                        .map(it -> it.group(1))
                        .findFirst())
                .orElse(""));
    }

    /** The path of a URL below the address, without query. */
    String path(String url) {
        var below = !address.isEmpty() && url.startsWith(address)
                ? url.substring(address.length())
                : url.replaceFirst("^[a-zA-Z]+://[^/?#]*", "");
        var path = below.replaceFirst("[?#].*$", "");
        return path.startsWith("/") ? path : "/" + path;
    }
}
