package org.dpstck.reference.controlplane.conduct;

import java.io.IOException;
import java.util.Optional;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.send.Reply;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferMachine;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes steps together with the control plane of the counter-party.
 *
 * <p>The sender of a message moves when it is acknowledged. Until then the new state is only announced: a message of the
 * counter-party that is legal in it shows that it has been reached, whatever becomes of the acknowledgement.
 */
final class Counterparty {

    private static final Logger LOG = LoggerFactory.getLogger(Counterparty.class);

    private final Means means;

    /** Speaks through these means. */
    Counterparty(Means means) {
        this.means = means;
    }

    /** Decides on a step; the caller holds the transfer's monitor. */
    Verdict decide(Transfer transfer, Step step, Party party) {
        Verdict verdict = decide(transfer, transfer.state(), step, party);
        Optional<TransferState> announced = transfer.announced();
        if (!verdict.accepted() && party == Party.PEER && announced.isPresent()) {
            Verdict other = decide(transfer, announced.get(), step, party);
            verdict = other.accepted() ? other : verdict;
        }
        return means.hooks().decided(transfer, step, party, verdict);
    }

    private Verdict decide(Transfer transfer, TransferState state, Step step, Party party) {
        return TransferMachine.decide(transfer, state, step, party, means.form().suspenderResumes());
    }

    /** Requests the transfer; whether the provider has acknowledged it. */
    boolean request(Transfer transfer) {
        if (!announce(transfer, Step.REQUEST)) {
            return false;
        }
        Optional<Reply> reply = deliver(transfer, means.dsp().request(transfer));
        synchronized (transfer) {
            Optional<String> pid = reply.filter(Reply::isSuccess)
                    .flatMap(Reply::object)
                    .map(process -> transfer.terms().form().peerPid(transfer, process))
                    .filter(text -> !text.isBlank());
            pid.ifPresent(transfer::knownToPeerAs);
            if (pid.isEmpty()) {
                reply.filter(Reply::isSuccess)
                        .ifPresent(each -> transfer.erred("the provider names no process: " + each.words()));
            }
            return acknowledged(transfer, Step.REQUEST, transfer.peerPid().isPresent());
        }
    }

    /** Takes a step and tells the counter-party; whether it has acknowledged it. */
    boolean tell(Transfer transfer, Step step, Optional<String> reason) {
        if (!announce(transfer, step)) {
            return false;
        }
        Optional<Reply> reply = deliver(transfer, means.dsp().step(transfer, step, reason));
        synchronized (transfer) {
            boolean taken = reply.filter(Reply::isSuccess).isPresent();
            return acknowledged(transfer, step, taken || !means.hooks().keeps(ControlRule.ERROR_MOVES_NOTHING));
        }
    }

    private boolean announce(Transfer transfer, Step step) {
        synchronized (transfer) {
            boolean legal = decide(transfer, step, Party.SELF).accepted();
            if (legal) {
                transfer.announce(step.target());
            }
            return legal;
        }
    }

    private static boolean acknowledged(Transfer transfer, Step step, boolean taken) {
        // A message of the counter-party may have moved the process on already, and then nothing is announced.
        if (transfer.announced().filter(step.target()::equals).isEmpty()) {
            return true;
        }
        if (taken) {
            transfer.move(step.target());
        } else {
            transfer.withdraw();
        }
        return taken;
    }

    /** Sends once more what was told before. */
    void repeat(Transfer transfer, Step step) {
        deliver(
                transfer,
                step == Step.REQUEST
                        ? means.dsp().request(transfer)
                        : means.dsp().step(transfer, step, Optional.empty()));
    }

    /** Sends a message that is no step of this party, or whose outcome changes nothing. */
    Optional<Reply> deliver(Transfer transfer, Outgoing message) {
        try {
            Reply reply = means.sender().send(message);
            if (!reply.isSuccess()) {
                transfer.erred(
                        "the counter-party answered the " + message.kind().word() + " with " + reply.words());
            }
            return Optional.of(reply);
        } catch (IOException undelivered) {
            LOG.debug("{} was not delivered to {}", message.kind(), message.target(), undelivered);
            transfer.erred(
                    "the " + message.kind().word() + " did not reach the counter-party: " + undelivered.getMessage());
            return Optional.empty();
        }
    }
}
