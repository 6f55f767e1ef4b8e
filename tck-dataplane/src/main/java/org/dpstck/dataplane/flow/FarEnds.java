package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Served;

/**
 * What lies behind data addresses: the system's endpoints, to which one case sends, and endpoints that the case serves.
 *
 * <p>Certificates are not asked for, and the headers for the signaling endpoint are not sent.
 */
public final class FarEnds {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Shared shared;
    private final HttpWire wire;
    private final Memo<String, Object> found;
    private final CaseContext context;
    private final List<Endpoint> served = new ArrayList<>();

    FarEnds(Shared shared, HttpWire wire, Memo<String, Object> found, CaseContext context) {
        this.shared = shared;
        this.wire = wire;
        this.found = found;
        this.context = context;
    }

    /** Sends a request to an endpoint that the system named. */
    public Reply send(String purpose, Outgoing outgoing) {
        return wire.send(context.journal(), purpose, outgoing);
    }

    /** Whether the edition leaves open how a request for data bears its token (position 206). */
    public boolean takesTokensInAnyForm() {
        return shared.edition().asks("TOKEN-OPENS")
                && shared.edition().profiles().isEmpty();
    }

    /** Serves an endpoint until the case is over; the answers must not block. */
    public Endpoint serve(Function<Arrival, Served> answers) {
        var endpoint = shared.standIn().serve(context.journal(), answers);
        served.add(endpoint);
        return endpoint;
    }

    /** Sends a request whose answer has no end of its own, and reads what comes until it ends or nobody asks any more. */
    public DataStream begin(String purpose, Outgoing outgoing) {
        var timeouts = shared.system().timeouts();
        // It has to begin, a signal has to be answered, and then it may take its time to stop.
        var longest = timeouts.callback()
                .multipliedBy(2)
                .plus(timeouts.request())
                .plus(timeouts.quiet().multipliedBy(2))
                .plus(MARGIN);
        return DataStream.begun(
                context.journal().tape().isPresent(),
                came -> wire.follow(context.journal(), purpose, outgoing, longest, came));
    }

    /** Data without an end, for the source of a flow. */
    public String stream(DataFlow flow) {
        return shared.standIn().stream(flow.inbox());
    }

    /** How often the system has asked for that data. */
    public int streams(DataFlow flow) {
        return shared.standIn().streams(flow.inbox());
    }

    /** A little data at once, for the source of a flow; it names what was asked for. */
    public String asset(DataFlow flow) {
        return shared.standIn().asset(flow.inbox());
    }

    /** Notes for the report how long access has outlived what was to end it. */
    public void outlived(String what, Duration time) {
        shared.revocations().add(what, time);
    }

    /** How long the system may take to come to an endpoint. */
    public Duration patience() {
        return shared.system().timeouts().callback();
    }

    /** How long nothing may come where nothing is allowed. */
    public Duration quiet() {
        return shared.system().timeouts().quiet();
    }

    /** Asks again and again until something is so; whether it is before the deadline. */
    public boolean until(Duration interval, Duration deadline, Callable<Boolean> condition) {
        return Waiting.until(context.journal(), interval, deadline, condition);
    }

    /** Whether the system reaches the suite only through something that speaks TLS for it. */
    public boolean tlsOnly() {
        return shared.standIn().address().startsWith("https:");
    }

    /** Finds something out once a run, whichever case asks first; what is null is found out again by the next. */
    @SuppressWarnings("unchecked")
    public <T> T once(String key, Supplier<T> finding) {
        return (T) found.get(key, () -> context.journal().once(finding::get));
    }

    void release() {
        served.forEach(shared.standIn()::release);
        served.clear();
    }
}
