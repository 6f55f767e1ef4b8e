package org.dpstck.core.check;

import java.util.Locale;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;

/** The media type that an answer or a callback declares. */
public final class MediaTypes {

    private MediaTypes() {}

    /** An answer that carries JSON says so. */
    public static void isDeclaredJson(Reply reply, Judge judge) {
        isDeclaredJson(reply.header("Content-Type").orElse(null), reply.exchange(), judge, "RESPONSE-JSON");
    }

    /** A Content-Type that names JSON, whatever its parameters; {@code application/ld+json} and the like are JSON too. */
    public static void isDeclaredJson(String contentType, Exchange exchange, Judge judge, String requirement) {
        var type = contentType == null ? "" : contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !(type.startsWith("application/") && type.endsWith("+json"))) {
            judge.violated(
                    requirement,
                    "Content-Type: application/json in " + Replies.place(exchange),
                    contentType == null ? "no Content-Type" : "Content-Type: " + contentType,
                    exchange);
        }
    }
}
