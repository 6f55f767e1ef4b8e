package org.dpstck.reference.flow;

import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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
    private final Credentials credentials;
    private final Intake intake = new Intake();
    private final Signal opening;
    private final Supplier<Optional<URI>> controlPlane;
    private final Responses responses = new Responses();
    private Period period = new Period();
    private boolean read;
    private boolean transferring;
    private int starts;
    private FlowState state = FlowState.INITIALIZED;
    private Optional<DataAddress> peer;
    private Optional<String> error = Optional.empty();

    /**
     * Creates a flow in INITIALIZED.
     *
     * @param opening the signal that opens it: prepare or start
     * @param credentials open its wire end point
     * @param controlPlane where its callbacks go, asked anew for each one
     */
    public DataFlow(
            String id,
            FlowRequest request,
            Side side,
            Signal opening,
            Pace pace,
            Credentials credentials,
            Supplier<Optional<URI>> controlPlane) {
        this.id = id;
        this.request = request;
        this.side = side;
        this.opening = opening;
        this.controlPlane = controlPlane;
        this.pace = pace;
        this.credentials = credentials;
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

    /** The signal that has opened this flow. */
    public Signal opening() {
        return opening;
    }

    /** Where callbacks about this flow go now; empty if no control plane wants them. */
    public Optional<URI> controlPlane() {
        return controlPlane.get();
    }

    public Pace pace() {
        return pace;
    }

    /** The tokens of this flow's own wire end point. */
    public Credentials credentials() {
        return credentials;
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

    /** Whether this side offers a response channel: the provider, in both directions. */
    public boolean offersResponses() {
        return side == Side.PROVIDER && request.responseType().isPresent();
    }

    /** Whether this side responds to what it gets: the consumer, if its message asked for it. */
    public boolean responds() {
        return side == Side.CONSUMER
                && request.responseType().isPresent()
                && request.wishes().respond();
    }

    /** The response channel of this flow. */
    public Responses responses() {
        return responses;
    }

    public synchronized FlowState state() {
        return state;
    }

    /** Puts the flow into {@code target}; a period of transfer ends or begins with it. */
    public synchronized void move(FlowState target) {
        boolean was = state == FlowState.STARTED;
        boolean is = target == FlowState.STARTED;
        state = target;
        if (was && !is) {
            period.finish();
        }
        if (is && !was) {
            // One that is over stays over: whoever works in it must not go on after a suspension.
            period = new Period();
            transferring = false;
            starts++;
        }
    }

    /** Whether it has been STARTED more than once. */
    public synchronized boolean wasInterrupted() {
        return starts > 1;
    }

    /** The period of transfer that lasts, or the last one. */
    public synchronized Period period() {
        return period;
    }

    /** Ends what is under way, while the flow stays STARTED. */
    public synchronized void interrupt() {
        if (state == FlowState.STARTED) {
            period.finish();
            period = new Period();
        }
    }

    /** Whether nobody has asked this before. */
    public synchronized boolean isReadFirst() {
        boolean first = !read;
        read = true;
        return first;
    }

    /** Claims the present period for a transfer; empty if the flow is not STARTED or another one has it. */
    public synchronized Optional<Period> beginTransfer() {
        if (state != FlowState.STARTED || transferring) {
            return Optional.empty();
        }
        transferring = true;
        return Optional.of(period);
    }

    /** The address of the other side, once a start or started message has brought it. */
    public synchronized Optional<DataAddress> peer() {
        return peer;
    }

    /** Takes the address of the other side: of the forward channel, of the response channel, or of both. */
    public synchronized void connectTo(DataAddress address) {
        address.response().ifPresent(responses::connectTo);
        if (!address.isOfResponsesAlone()) {
            peer = Optional.of(address);
        }
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
        return intake.bytes();
    }

    public void count(long moved) {
        intake.count(moved);
    }

    /** What this flow has taken in so far. */
    public Intake intake() {
        return intake;
    }

    /**
     * Moves bytes, unless it is too late: while they move, the state does not.
     *
     * @param open asked whether the flow still takes any
     * @return whether they were moved
     */
    public synchronized boolean move(BooleanSupplier open, Runnable bytes) {
        boolean still = open.getAsBoolean();
        if (still) {
            bytes.run();
        }
        return still;
    }
}
