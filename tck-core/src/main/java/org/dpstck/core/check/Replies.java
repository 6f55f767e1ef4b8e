package org.dpstck.core.check;

import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;

/** Puts replies into words. */
public final class Replies {

    private Replies() {}

    /** Status and beginning of the body, or why there is none. */
    public static String observed(Reply reply) {
        if (!reply.answered()) {
            return reply.failure().text();
        }
        return "HTTP " + reply.status() + " with "
                + (reply.body().length == 0 ? "no body" : "the body " + Bodies.shown(reply.text()));
    }

    /** Which message of the system an exchange carries: an answer, or a callback. */
    public static String place(Exchange exchange) {
        var request = exchange.request();
        var line = request.method() + " " + request.url().replaceFirst("^\\w+://[^/]*", "");
        if (exchange.direction() == Exchange.Direction.TO_SYSTEM) {
            return "the answer to " + line;
        }
        return ("callback".equals(exchange.purpose()) ? "the callback " : "the request ") + line;
    }

    /** Whether the reply is a success of any sort. */
    public static boolean succeeded(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** Whether the reply is a client error. */
    public static boolean refused(Reply reply) {
        return reply.status() >= 400 && reply.status() < 500;
    }
}
