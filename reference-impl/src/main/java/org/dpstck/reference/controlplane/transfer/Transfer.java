package org.dpstck.reference.controlplane.transfer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One transfer process, seen from one of its parties.
 *
 * <p>Its members are guarded by its own monitor; whoever decides and then moves holds it over both. What follows from a
 * decision (messages to the data plane and to the counter-party) is done in order, one piece after the other, without it.
 */
public final class Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);

    private final Terms terms;
    private TransferState state;
    private Optional<TransferState> announced = Optional.empty();
    private Optional<String> peerPid;
    private Optional<Party> suspendedBy = Optional.empty();
    private boolean awaitsReply;
    private FlowPhase phase = FlowPhase.NONE;
    private Optional<String> flowId = Optional.empty();
    private Optional<DataPlane> dataPlane = Optional.empty();
    private Optional<ObjectNode> ownAddress = Optional.empty();
    private Optional<ObjectNode> peerAddress = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<Runnable> onceOpen = Optional.empty();
    private CompletableFuture<Void> tail = CompletableFuture.completedFuture(null);

    /** Begins a process; the counter-party's id of it is known to the provider only. */
    public Transfer(Terms terms, TransferState state, Optional<String> peerPid) {
        this.terms = terms;
        this.state = state;
        this.peerPid = peerPid;
    }

    public Terms terms() {
        return terms;
    }

    /** The id by which this control plane knows the process. */
    public String id() {
        return terms.id();
    }

    public synchronized TransferState state() {
        return state;
    }

    /** The state that a message has told the counter-party of, while it has not acknowledged it. */
    public synchronized Optional<TransferState> announced() {
        return announced;
    }

    public synchronized void announce(TransferState target) {
        announced = Optional.of(target);
    }

    /** The counter-party did not take what was announced, or it no longer matters. */
    public synchronized void withdraw() {
        announced = Optional.empty();
    }

    /** Moves; terminal states are final. */
    public synchronized void move(TransferState target) {
        announced = Optional.empty();
        state = target;
    }

    /** The id by which the counter-party knows the process. */
    public synchronized Optional<String> peerPid() {
        return peerPid;
    }

    public synchronized void knownToPeerAs(String pid) {
        peerPid = Optional.of(pid);
    }

    public synchronized Optional<Party> suspendedBy() {
        return suspendedBy;
    }

    /** Says who has suspended the process; nobody in particular if both have. */
    public synchronized void suspendedBy(Optional<Party> party) {
        suspendedBy = party;
    }

    /** Whether this party has asked to resume and waits for the counter-party's address. */
    public synchronized boolean awaitsReply() {
        return awaitsReply;
    }

    public synchronized void awaitReply(boolean awaited) {
        awaitsReply = awaited;
    }

    public synchronized FlowPhase phase() {
        return phase;
    }

    /** The flow has got there; whoever waits for the end of a call goes on. */
    public synchronized void flowIs(FlowPhase reached) {
        phase = reached;
        notifyAll();
    }

    /**
     * Waits until no call that opens the flow is under way, but not longer than {@code millis}.
     *
     * @return whether none is
     * @throws InterruptedException if the control plane is being closed
     */
    public synchronized boolean awaitAnswer(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (phase == FlowPhase.CALLING) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    public synchronized Optional<String> flowId() {
        return flowId;
    }

    public synchronized void flowHasId(String id) {
        flowId = Optional.of(id);
    }

    public synchronized Optional<DataPlane> dataPlane() {
        return dataPlane;
    }

    public synchronized void isServedBy(DataPlane chosen) {
        dataPlane = Optional.of(chosen);
    }

    /** Where this party's data plane offers the data or takes it. */
    public synchronized Optional<ObjectNode> ownAddress() {
        return ownAddress;
    }

    public synchronized void offers(ObjectNode address) {
        ownAddress = Optional.of(address);
    }

    /** Where the counter-party's data plane does. */
    public synchronized Optional<ObjectNode> peerAddress() {
        return peerAddress;
    }

    public synchronized void isOffered(ObjectNode address) {
        peerAddress = Optional.of(address);
    }

    /** What went wrong last, if anything did. */
    public synchronized Optional<String> error() {
        return error;
    }

    public synchronized void erred(String reason) {
        error = Optional.of(reason);
    }

    /** What is to be done once the data plane has opened the flow; replaces what was kept before. */
    public synchronized void onceOpen(Runnable next) {
        onceOpen = Optional.of(next);
    }

    /** Takes what is to be done now that the flow is open; there is nothing the second time. */
    public synchronized Optional<Runnable> takeOnceOpen() {
        Optional<Runnable> next = onceOpen;
        onceOpen = Optional.empty();
        return next;
    }

    /** Does a piece of work once {@code due} and everything is done that was begun earlier for this process. */
    public synchronized void then(CompletableFuture<Void> due, Executor workers, Runnable work) {
        tail = tail.thenCombine(due, (before, now) -> now)
                .thenRunAsync(work, workers)
                .exceptionally(failure -> {
                    // Workers refuse what comes when the control plane is being closed.
                    if (!(failure.getCause() instanceof RejectedExecutionException)) {
                        LOG.warn("work for transfer {} failed", terms.id(), failure);
                    }
                    return null;
                });
    }
}
