package org.dpstck.reference.controlplane.conduct;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leads transfers from step to step, between the data plane on one side and the counter-party on the other.
 *
 * <p>What a request asks for is decided at once, under the transfer's monitor; the messages that follow from it are sent
 * once the request is answered, those of one transfer one after the other.
 */
public final class Conductor {

    private final Means means;
    private final Counterparty counterparty;
    private final FlowDriver flows;
    private final Resumption resumption;

    /** Works with these means. */
    public Conductor(Means means) {
        this.means = means;
        this.counterparty = new Counterparty(means);
        this.flows = new FlowDriver(means);
        this.resumption = new Resumption(this, counterparty, flows, means);
    }

    /** Begins a transfer that was requested of or by this control plane, once the exchange is answered. */
    public void begin(Transfer transfer, ControlExchange exchange) {
        boolean consumer = transfer.terms().role() == Role.CONSUMER;
        Runnable next = consumer ? () -> request(transfer) : () -> announceStart(transfer);
        boolean opens = flows.drives(transfer) && (!consumer || means.hooks().keeps(ControlRule.PREPARES));
        boolean hasty = !means.hooks().keeps(ControlRule.WAITS_FOR_ANSWER);
        if (flows.drives(transfer)) {
            transfer.onceOpen(next);
        }
        then(transfer, exchange, opens && !hasty ? () -> conclude(transfer, flows.open(transfer)) : next);
        if (opens && hasty) {
            then(transfer, exchange, () -> flows.open(transfer));
        }
    }

    /** Goes on after a message that opens a flow: at once if it is open, with the callback if it will be later. */
    void conclude(Transfer transfer, Outcome outcome) {
        boolean open = outcome instanceof Outcome.Done
                || outcome instanceof Outcome.Later && !means.hooks().keeps(ControlRule.WAITS_FOR_CALLBACK)
                || outcome instanceof Outcome.Failed && !means.hooks().keeps(ControlRule.FAILURE_STOPS);
        if (open) {
            transfer.takeOnceOpen().ifPresent(Runnable::run);
        } else if (outcome instanceof Outcome.Failed failed) {
            fail(transfer, failed.reason());
        }
    }

    /** A callback that changes nothing has come; nobody is told again. */
    void repeated(Transfer transfer, Step step, ControlExchange exchange) {
        if (!means.hooks().keeps(ControlRule.CALLBACK_COUNTS_ONCE)) {
            then(transfer, exchange, () -> counterparty.repeat(transfer, step));
        }
    }

    /** A callback has told that the flow is open. */
    void opened(Transfer transfer, ControlExchange exchange) {
        transfer.takeOnceOpen().ifPresent(next -> then(transfer, exchange, next));
    }

    void then(Transfer transfer, ControlExchange exchange, Runnable work) {
        CompletableFuture<Void> due = means.hooks().keeps(ControlRule.ANSWERS_FIRST)
                ? exchange.answered()
                : CompletableFuture.completedFuture(null);
        transfer.then(due, means.workers(), work);
    }

    private void request(Transfer transfer) {
        if (!counterparty.request(transfer)) {
            fail(transfer, transfer.error().orElse("the request was not acknowledged"));
        }
    }

    private void announceStart(Transfer transfer) {
        if (!counterparty.tell(transfer, Step.START, Optional.empty())) {
            fail(transfer, transfer.error().orElse("the start was not acknowledged"));
        }
    }

    /** Answers the start of the counter-party with one of this party; one that is not wanted changes nothing. */
    void replyToStart(Transfer transfer) {
        if (transfer.state() == TransferState.STARTED) {
            counterparty.deliver(transfer, means.dsp().step(transfer, Step.START, Optional.empty()));
        }
    }

    /** Ends a transfer that cannot go on, on both sides. */
    void fail(Transfer transfer, String reason) {
        transfer.erred(reason);
        if (means.hooks().keeps(ControlRule.FAILURE_TERMINATES)) {
            terminate(transfer, Optional.of(reason), means.hooks().keeps(ControlRule.FAILURE_IS_TOLD));
        }
    }

    /** Terminates on this side, and on the other one if it knows of the process and is to be told. */
    void terminate(Transfer transfer, Optional<String> reason, boolean told) {
        synchronized (transfer) {
            if (!counterparty.decide(transfer, Step.TERMINATE, Party.SELF).accepted()) {
                return;
            }
            transfer.announce(TransferState.TERMINATED);
        }
        if (told && transfer.peerPid().isPresent() && !transfer.state().isTerminal()) {
            Optional<String> before = transfer.error();
            counterparty.deliver(transfer, means.dsp().step(transfer, Step.TERMINATE, reason));
            before.ifPresent(transfer::erred);
        }
        note(transfer, flows.terminate(transfer, reason));
        synchronized (transfer) {
            if (!transfer.state().isTerminal()) {
                transfer.move(TransferState.TERMINATED);
            }
        }
    }

    /** Completes on both sides after the own data plane has told that everything is transferred. */
    void completedByFlow(Transfer transfer) {
        if (!counterparty.tell(transfer, Step.COMPLETE, Optional.empty())) {
            fail(transfer, transfer.error().orElse("the completion was not acknowledged"));
        }
    }

    /**
     * Takes a step that the counter-party has asked for.
     *
     * @throws Refusal if it may not now, or lacks what it needs; nothing has changed then
     */
    public void received(Transfer transfer, Step step, Optional<ObjectNode> address, ControlExchange exchange)
            throws Refusal {
        synchronized (transfer) {
            if (step == Step.START && resumption.isAwaited(transfer)) {
                resumption.answered(transfer, address, exchange);
                return;
            }
            boolean first = isBeforeStart(transfer.state());
            Verdict verdict = counterparty.decide(transfer, step, Party.PEER);
            if (!verdict.accepted()) {
                if (!means.hooks().keeps(ControlRule.REFUSAL_CHANGES_NOTHING)) {
                    transfer.move(step.target());
                }
                if (!means.hooks().keeps(ControlRule.REFUSAL_REACHES_NOBODY)) {
                    then(transfer, exchange, () -> flows.echo(transfer, step));
                }
                throw new Refusal(Kind.WRONG_STATE, verdict.reason());
            }
            if (step == Step.START) {
                checkAddress(transfer, first, address);
            }
            if (step == Step.SUSPEND) {
                boolean both = transfer.announced()
                        .filter(TransferState.SUSPENDED::equals)
                        .isPresent();
                transfer.suspendedBy(both ? Optional.empty() : Optional.of(Party.PEER));
            }
            transfer.move(verdict.target());
            then(transfer, exchange, follow(transfer, step, first));
            if (echoes(step)) {
                then(transfer, exchange, () -> counterparty.repeat(transfer, step));
            }
        }
    }

    private boolean echoes(Step step) {
        ControlRule rule = step == Step.COMPLETE ? ControlRule.ECHOES_NO_COMPLETION : ControlRule.ECHOES_NOTHING;
        return step != Step.START && !means.hooks().keeps(rule);
    }

    /** A message at the path of this transfer names another one, and was refused for that. */
    public void strayed(Transfer transfer, Step step, ControlExchange exchange) {
        if (!means.hooks().keeps(ControlRule.FOREIGN_IDS_REACH_NOBODY)) {
            then(transfer, exchange, () -> flows.echo(transfer, step));
        }
    }

    private static boolean isBeforeStart(TransferState state) {
        return state == TransferState.INITIAL || state == TransferState.REQUESTED;
    }

    /** A consumer that pulls has to be told from where; the addresses of other starts are optional. */
    private void checkAddress(Transfer transfer, boolean first, Optional<ObjectNode> address) throws Refusal {
        boolean pulls =
                transfer.terms().role() == Role.CONSUMER && transfer.terms().direction() == Direction.PULL;
        if (pulls && address.isEmpty() && first) {
            throw new Refusal(Kind.DATA_ADDRESS_MISSING, "dataAddress", "a consumer cannot pull without a dataAddress");
        }
        address.filter(it -> !transfer.terms().offersEndpoint() || ResponseProperties.areIn(it))
                .ifPresent(it -> {
                    transfer.isOffered(it);
                    means.references().started(transfer, it);
                });
    }

    private Runnable follow(Transfer transfer, Step step, boolean first) {
        return switch (step) {
            case REQUEST -> () -> {};
            case START -> first ? () -> conclude(transfer, flows.started(transfer)) : () -> resumption.byPeer(transfer);
            case SUSPEND -> () -> check(transfer, flows.suspend(transfer, Optional.empty()));
            case COMPLETE -> () -> ended(transfer, flows.complete(transfer));
            case TERMINATE -> () -> ended(transfer, flows.terminate(transfer, Optional.empty()));
        };
    }

    private void check(Transfer transfer, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            fail(transfer, failed.reason());
        }
    }

    private void ended(Transfer transfer, Outcome outcome) {
        note(transfer, outcome);
        if (outcome instanceof Outcome.Failed && !means.hooks().keeps(ControlRule.END_IS_FINAL)) {
            transfer.move(TransferState.STARTED);
        }
    }

    /** A process that has ended has ended, whatever its data plane makes of it. */
    private static void note(Transfer transfer, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            transfer.erred(failed.reason());
        }
    }

    /**
     * Takes a step that the operator of this control plane has asked for, after the exchange is answered.
     *
     * @throws Refusal if it is not possible now
     */
    public void order(Transfer transfer, Step step, Optional<String> reason, ControlExchange exchange) throws Refusal {
        synchronized (transfer) {
            Verdict verdict = counterparty.decide(transfer, step, Party.SELF);
            boolean resumes = step != Step.START || transfer.state() == TransferState.SUSPENDED;
            if (!verdict.accepted() || !resumes) {
                throw new Refusal(Kind.WRONG_STATE, step.word() + " is not possible: " + verdict.reason());
            }
        }
        then(transfer, exchange, () -> {
            switch (step) {
                case START -> resumption.bySelf(transfer);
                case SUSPEND -> suspend(transfer, reason);
                case COMPLETE -> complete(transfer);
                case TERMINATE -> terminate(transfer, reason, true);
                default -> {
                    // A request begins a transfer; there is nothing to lead on.
                }
            }
        });
    }

    private void suspend(Transfer transfer, Optional<String> reason) {
        synchronized (transfer) {
            if (!counterparty.decide(transfer, Step.SUSPEND, Party.SELF).accepted()) {
                return;
            }
        }
        Outcome outcome = flows.suspend(transfer, reason);
        if (outcome instanceof Outcome.Failed failed) {
            fail(transfer, failed.reason());
            return;
        }
        transfer.suspendedBy(Optional.of(Party.SELF));
        if (!counterparty.tell(transfer, Step.SUSPEND, reason)) {
            fail(transfer, transfer.error().orElse("the suspension was not acknowledged"));
        }
    }

    private void complete(Transfer transfer) {
        synchronized (transfer) {
            if (!counterparty.decide(transfer, Step.COMPLETE, Party.SELF).accepted()) {
                return;
            }
        }
        note(transfer, flows.complete(transfer));
        completedByFlow(transfer);
    }
}
