package org.dpstck.dataplane.flow;

import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/** How a request about a registration was received: what the clause of a case says about the answer. */
public final class RegistrationReception {

    private static final int CREATED = 201;
    private static final int CREATED_OR_OK = 10;

    private final Judge judge;
    private final Reply reply;
    private final ReplyJudge ruling;

    RegistrationReception(Judge judge, Reply reply, ReplyJudge ruling) {
        this.judge = judge;
        this.reply = reply;
        this.ruling = ruling;
    }

    /** The raw reply. */
    public Reply reply() {
        return reply;
    }

    /** The record of it. */
    public Exchange exchange() {
        return reply.exchange();
    }

    /** Whether it is a success of any sort. */
    public boolean succeeded() {
        return Replies.succeeded(reply);
    }

    /** Whether it is a client error. */
    public boolean refused() {
        return Replies.refused(reply);
    }

    /** A success of any sort; its exact code is for the case that is about codes. */
    public RegistrationReception isAccepted(String requirement, String when) {
        ruling.isAccepted(requirement, when);
        return this;
    }

    /** A success is expected; a 4xx is the less likely reading of the clause. */
    public RegistrationReception shouldBeAccepted(String requirement, int position, String when) {
        ruling.shouldBeAccepted(requirement, position, when);
        return this;
    }

    /** A 4xx. A success breaks the clause; so does a 5xx. */
    public RegistrationReception isRefused(String requirement, String why) {
        ruling.isRefused(requirement, why);
        return this;
    }

    /** A 4xx is expected; a success is the less likely reading of the clause. */
    public RegistrationReception shouldBeRefused(String requirement, int position, String why) {
        ruling.shouldBeRefused(requirement, position, why);
        return this;
    }

    /** The code of the table; 201 in the place of 200 is the less likely reading. */
    public RegistrationReception hasStatusOfTable(String requirement) {
        if (reply.status() == CREATED && ruling.status() != CREATED) {
            judge.warned(
                    requirement,
                    CREATED_OR_OK,
                    "HTTP " + ruling.status() + " for " + ruling.line(),
                    Replies.observed(reply),
                    exchange());
        } else {
            ruling.hasStatus(ruling.status(), requirement);
        }
        return this;
    }

    /**
     * A success, without which the case cannot go on.
     *
     * @throws Unjudgeable if it is none, with the case that is about it
     */
    public RegistrationReception orInconclusive(String owner) {
        if (!succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + ruling.what() + " (" + ruling.line() + ") gave "
                    + Replies.observed(reply) + "; see the case " + owner);
        }
        return this;
    }
}
