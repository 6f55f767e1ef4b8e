package org.dpstck.dataplane.renewal;

import java.util.Arrays;
import java.util.Set;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/** Says what an answer to a refresh request means. */
public final class RefreshJudge {

    private static final String GRANT = "RENEWAL-GRANT";
    private static final Set<Integer> NOT_THERE = Set.of(404, 405, 501);

    private final Judge judge;

    /** A judge of refresh requests that reports to the case's. */
    public RefreshJudge(Judge judge) {
        this.judge = judge;
    }

    /**
     * A request with something wrong is refused with a 4xx.
     *
     * @param position by which an acceptance only draws a warning; 0 for none
     * @param text what is wrong, behind "a refresh request"
     */
    public void isRefused(Reply reply, String requirement, int position, String text) {
        if (!reply.answered()) {
            throw unanswered(reply);
        }
        if (Replies.refused(reply)) {
            return;
        }
        var expected = "a refresh request " + text + " is refused with HTTP 4xx";
        var observed = Renewals.issues(reply)
                ? "HTTP " + reply.status() + " with a new access token"
                : Replies.observed(reply);
        if (position > 0 && Replies.succeeded(reply)) {
            judge.warned(requirement, position, expected, observed, reply.exchange());
        } else {
            judge.violated(requirement, expected, observed, reply.exchange());
        }
    }

    /**
     * A request in its correct form was refused: a defect, if the system understood whose it was.
     *
     * @throws Unjudgeable if it may not have
     */
    public void refused(Identity.Method method, Renewals.Trial trial, Renewals renewals) {
        var reply = trial.reply();
        if (!reply.answered()) {
            throw unanswered(reply);
        }
        if (Arrays.stream(Identity.Method.values())
                .filter(other -> other != method)
                .anyMatch(renewals::works)) {
            throw Unjudgeable.untested("a client that is a " + method
                    + " is not served, and one with another DID is; the profile names no method of DIDs");
        }
        var resolved = trial.lease().client().wasResolved();
        if (resolved || isNotImplemented(reply)) {
            judge.violated(
                    GRANT,
                    "an access token for a refresh request in its correct form",
                    Replies.observed(reply) + (resolved ? ", after the DID document of the client was fetched" : ""),
                    reply.exchange());
            return;
        }
        throw Unjudgeable.inconclusive("a refresh request of a " + method + " gave " + Replies.observed(reply)
                + ", and nothing shows that the system could resolve the DID: make it resolve did:jwk, or did:web from "
                + "the address of the suite with the certificate it finds there");
    }

    private static boolean isNotImplemented(Reply reply) {
        var error = Bodies.object(reply.text())
                .flatMap(body -> Bodies.string(body, "error"))
                .orElse("");
        return reply.status() >= 500
                || NOT_THERE.contains(reply.status())
                || error.equals("unsupported_grant_type")
                || error.equals("invalid_request")
                || Replies.succeeded(reply);
    }

    private static Unjudgeable unanswered(Reply reply) {
        return Unjudgeable.inconclusive("the refresh endpoint gave no answer: "
                + reply.failure().text() + "; see the case RENEWAL-ENDPOINT-HTTPS");
    }
}
