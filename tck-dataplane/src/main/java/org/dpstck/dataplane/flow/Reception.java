package org.dpstck.dataplane.flow;

import java.util.Optional;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.MessageCheck;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Answer;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import tools.jackson.databind.JsonNode;

/** How a flow received a stimulus: what the clause of a case says about the answer. */
public final class Reception {

    private final Shared shared;
    private final Judge judge;
    private final DataFlow flow;
    private final Operation operation;
    private final Reply reply;
    private final ReplyJudge ruling;

    Reception(Shared shared, Judge judge, DataFlow flow, Operation operation, Reply reply) {
        this.shared = shared;
        this.judge = judge;
        this.flow = flow;
        this.operation = operation;
        this.reply = reply;
        this.ruling = new ReplyJudge(
                judge,
                reply,
                operation.name(),
                operation.line(),
                operation.answer().status(),
                this::answersElse);
        if (operation.creates() && succeeded() && flow.dataFlowId().isEmpty()) {
            flow.isIdentifiedBy(reply);
        }
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

    /**
     * An answer came at all.
     *
     * @throws Unjudgeable if the system cannot be reached, or answers nothing else either
     */
    public Reception isAnswered(String requirement) {
        ruling.isAnswered(requirement);
        return this;
    }

    /** A success of any sort; its exact code is for the case that is about codes. */
    public Reception isAccepted(String requirement, String when) {
        ruling.isAccepted(requirement, when);
        return this;
    }

    /** Exactly one code. */
    public Reception hasStatus(int status, String requirement) {
        return hasStatus(status, requirement, "");
    }

    /**
     * Exactly one code.
     *
     * @param of which flow the operation is about, like {@code " of a STARTED flow"}; may be empty
     */
    public Reception hasStatus(int status, String requirement, String of) {
        ruling.hasStatus(status, requirement, of);
        return this;
    }

    /** A success or a 4xx: nothing says which, but a server that breaks has judged nothing. */
    public Reception isTakenOrRefused(String requirement, String why) {
        isAnswered(requirement);
        if (!succeeded() && !refused()) {
            judge.violated(
                    requirement,
                    operation.name() + " " + why + " is accepted, or refused with HTTP 4xx",
                    brief(),
                    exchange());
        }
        return this;
    }

    /** A success is expected; a 4xx is the less likely reading of the clause. */
    public Reception shouldBeAccepted(String requirement, int position, String why) {
        isTakenOrRefused(requirement, why);
        if (refused()) {
            judge.warned(
                    requirement,
                    position,
                    operation.name() + " " + why + " is accepted",
                    Replies.observed(reply),
                    exchange());
        }
        return this;
    }

    private String brief() {
        return reply.status() >= 500
                ? "HTTP " + reply.status() + ", a server error: " + Bodies.shown(reply.text())
                : Replies.observed(reply);
    }

    /** A 4xx. A success breaks the clause; so does a 5xx, which blames the server for a client's fault. */
    public Reception isRefused(String requirement, String why) {
        ruling.isRefused(requirement, why);
        return this;
    }

    /** A 4xx is expected; a success is the less likely reading of the clause. */
    public Reception shouldBeRefused(String requirement, int position, String why) {
        ruling.shouldBeRefused(requirement, position, why);
        return this;
    }

    /** The body is the message that the answer announces, valid against its schema. */
    public Optional<JsonNode> carries(String messageName, String requirement) {
        var message = shared.edition().message(messageName);
        return new MessageCheck(shared.edition(), shared.schemas(), judge)
                .conforms(message, reply.text(), requirement, exchange());
    }

    /** The body as an object, however wrong it may be otherwise. */
    public Optional<JsonNode> body() {
        return Bodies.object(reply.text());
    }

    /** The state that the body reports, as it is spelled there. */
    public Optional<String> state() {
        return body().flatMap(body -> Bodies.string(body, "state"));
    }

    /** Which of the operation's two successes the code announces. */
    public Optional<Answer> announced() {
        if (operation.answer().hasStatus(reply.status())) {
            return Optional.of(operation.answer());
        }
        return operation.asynchronousAnswer().filter(answer -> reply.status() == answer.status());
    }

    /** Checks of data addresses. */
    public AddressCheck addresses() {
        return new AddressCheck(shared.schemas(), judge);
    }

    /** A time-out speaks against the system only if it answers something else in the same time. */
    private boolean answersElse() {
        var status = flow.statusOperation();
        var probe = flow.get(
                shared.system().url() + shared.path(status).replace("{dataFlowId}", "tck-no-such-flow"),
                "probe after a time-out");
        return probe.answered();
    }
}
