package org.dpstck.dataplane.check;

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

    /** Whether the reply is a success of any sort. */
    public static boolean succeeded(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** Whether the reply is a client error. */
    public static boolean refused(Reply reply) {
        return reply.status() >= 400 && reply.status() < 500;
    }
}
