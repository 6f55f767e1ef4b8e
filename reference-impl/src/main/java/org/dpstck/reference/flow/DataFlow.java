package org.dpstck.reference.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One data flow: what was asked, where it stands, and how much has moved.
 *
 * <p>The state is guarded by the flow's own monitor. Whoever decides and then moves holds it over both, so that two
 * signals that arrive together are taken one after the other.
 */
public final class DataFlow {

    private final String id;
    private final FlowRequest request;
    private final Side side;
    private final Pace pace;
    private final String token;
    private final AtomicLong bytes = new AtomicLong();
    private final CompletableFuture<Void> leftStarted = new CompletableFuture<>();
    private FlowState state = FlowState.INITIALIZED;
    private Optional<DataAddress> peer;
    private Optional<String> error = Optional.empty();

    /** Creates a flow in INITIALIZED; {@code token} opens its wire end point. */
    public DataFlow(String id, FlowRequest request, Side side, Pace pace, String token) {
        this.id = id;
        this.request = request;
        this.side = side;
        this.pace = pace;
        this.token = token;
        this.peer = request.dataAddress();
    }

    public String id() {
        return id;
    }

    public FlowRequest request() {
        return request;
    }

    public Side side() {
        return side;
    }

    public Pace pace() {
        return pace;
    }

    /** The bearer token of this flow's own wire end point. */
    public String token() {
        return token;
    }

    public boolean is(Side wantedSide, Direction direction) {
        return side == wantedSide && request.direction() == direction;
    }

    /** Whether this side is told by {@code completed}: the pull provider and the push consumer (section "Completed"). */
    public boolean receivesCompleted() {
        return is(Side.PROVIDER, Direction.PULL) || is(Side.CONSUMER, Direction.PUSH);
    }

    /** Whether this side offers a wire end point: the pull provider and the push consumer. */
    public boolean offersEndpoint() {
        return is(Side.PROVIDER, Direction.PULL) || is(Side.CONSUMER, Direction.PUSH);
    }

    public synchronized FlowState state() {
        return state;
    }

    /** Puts the flow into {@code target} and wakes everyone who waits for a change. */
    public synchronized void move(FlowState target) {
        boolean leaves = state == FlowState.STARTED && target != FlowState.STARTED;
        state = target;
        notifyAll();
        if (leaves) {
            leftStarted.complete(null);
        }
    }

    /** Completes when the flow first leaves STARTED. */
    public CompletableFuture<Void> leftStarted() {
        return leftStarted;
    }

    /**
     * Waits until the flow is no longer STARTED, at most {@code limit}.
     *
     * @return whether the flow is still STARTED
     * @throws InterruptedException if the data plane is being closed
     */
    public synchronized boolean stillStartedAfter(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (state == FlowState.STARTED && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
        return state == FlowState.STARTED;
    }

    /** The address of the other side, once a start or started message has brought it. */
    public synchronized Optional<DataAddress> peer() {
        return peer;
    }

    public synchronized void connectTo(DataAddress address) {
        peer = Optional.of(address);
    }

    /** Why the wire failed, if it did. */
    public synchronized Optional<String> error() {
        return error;
    }

    public synchronized void fail(String reason) {
        error = Optional.of(reason);
    }

    /** The number of payload bytes that have moved so far. */
    public long bytes() {
        return bytes.get();
    }

    public void count(long moved) {
        bytes.addAndGet(moved);
    }
}
