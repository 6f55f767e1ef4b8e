package org.dpstck.dataplane.flow;

import java.util.function.BooleanSupplier;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/**
 * What a clause says about the class of an answer, whatever was asked.
 *
 * @param judge takes what is found
 * @param reply the answer
 * @param what what was asked for, as the subject of a sentence
 * @param line method and path
 * @param status the code of its success
 * @param answersElse whether the system answers anything else in the same time; asked only after a time-out
 */
record ReplyJudge(Judge judge, Reply reply, String what, String line, int status, BooleanSupplier answersElse) {

    private static final int CLOSED_DOOR = 5;

    /**
     * An answer came at all.
     *
     * @throws Unjudgeable if the system cannot be reached, or answers nothing else either
     */
    void isAnswered(String requirement) {
        if (reply.answered()) {
            return;
        }
        var silent = reply.failure().kind() == WireFailure.Kind.TIME_OUT && !answersElse.getAsBoolean();
        if (reply.failure().unreachable() || silent) {
            throw Unjudgeable.inconclusive(reply.failure().text() + " for " + line);
        }
        judge.violated(requirement, "an answer to " + line, reply.failure().text(), exchange());
        judge.stop();
    }

    /** A success of any sort; ends the case if there is none. */
    void isAccepted(String requirement, String when) {
        isAnswered(requirement);
        if (!Replies.succeeded(reply)) {
            judge.violated(
                    requirement,
                    what + " " + when + " is accepted with HTTP " + status,
                    Replies.observed(reply),
                    exchange());
            judge.stop();
        }
    }

    /** A success is expected; a 4xx is the less likely reading of the clause. */
    void shouldBeAccepted(String requirement, int position, String when) {
        isAnswered(requirement);
        if (Replies.refused(reply)) {
            judge.warned(
                    requirement,
                    position,
                    what + " " + when + " is accepted with HTTP " + status,
                    Replies.observed(reply),
                    exchange());
            return;
        }
        isAccepted(requirement, when);
    }

    /** Exactly one code. */
    void hasStatus(int wanted, String requirement) {
        hasStatus(wanted, requirement, "");
    }

    /** Exactly one code, from an operation on something that is said. */
    void hasStatus(int wanted, String requirement, String of) {
        isAnswered(requirement);
        if (reply.status() != wanted) {
            judge.violated(requirement, "HTTP " + wanted + " for " + line + of, Replies.observed(reply), exchange());
        }
    }

    /** A 4xx. A success breaks the clause; so does a 5xx, which blames the server for a client's fault. */
    void isRefused(String requirement, String why) {
        isAnswered(requirement);
        if (Replies.refused(reply)) {
            warnOfClosedDoor(requirement, why);
            return;
        }
        judge.violated(
                requirement,
                what + " " + why + " is refused with HTTP 4xx",
                reply.status() >= 500
                        ? "HTTP " + reply.status() + ", a server error for a client's fault: "
                                + Bodies.shown(reply.text())
                        : Replies.observed(reply),
                exchange());
    }

    /** A 4xx is expected; a success is the less likely reading of the clause. */
    void shouldBeRefused(String requirement, int position, String why) {
        isAnswered(requirement);
        if (Replies.succeeded(reply)) {
            judge.warned(
                    requirement,
                    position,
                    what + " " + why + " is refused with HTTP 4xx",
                    Replies.observed(reply),
                    exchange());
            return;
        }
        isRefused(requirement, why);
    }

    private void warnOfClosedDoor(String requirement, String why) {
        if (reply.status() == 401 || reply.status() == 403) {
            judge.warned(
                    requirement,
                    CLOSED_DOOR,
                    what + " " + why + " is refused for what is wrong with it",
                    "HTTP " + reply.status() + ", which speaks of credentials that other requests were accepted with",
                    exchange());
        }
    }

    private Exchange exchange() {
        return reply.exchange();
    }
}
