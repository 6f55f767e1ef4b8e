package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.dpstck.core.edition.Callback;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Judge;

/** Looks at where a callback arrived: address, path, transfer id, method (§Control Plane Endpoint). */
public final class CallbackReading {

    private static final String ADDRESS = "CALLBACK-ADDRESS";
    private static final String TRANSFER = "CALLBACK-TRANSFER-ID";
    private static final int DATA_FLOW_ID = 53;
    private static final int SLASHES = 56;
    private static final int SHOWN = 5;

    private final DataFlow flow;
    private final Judge judge;
    private final Duration deadline;

    /** A reading of the callbacks of one flow. */
    public CallbackReading(DataFlow flow, Judge judge, Duration deadline) {
        this.flow = flow;
        this.judge = judge;
        this.deadline = deadline;
    }

    /** The callback comes in time, at its place. */
    public void arrives(Callback callback) {
        var arrival = flow.inbox().await(it -> flow.isCallback(it, callback), deadline);
        if (arrival.isEmpty()) {
            judge.violated(
                    callback.requirement(),
                    callback.method() + " " + flow.callbackAddress() + path(callback, flow.processId()) + " within "
                            + Durations.text(deadline),
                    instead(flow.inbox().all()),
                    null);
            return;
        }
        place(callback, arrival.get());
    }

    private void place(Callback callback, Arrival arrival) {
        var wanted = path(callback, flow.processId());
        if (!arrival.method().equals(callback.method())) {
            judge.violated(ADDRESS, callback.method() + " " + wanted, arrival.line(), arrival.exchange());
        }
        var path = arrival.path();
        if (arrival.missed()) {
            judge.violated(
                    ADDRESS,
                    callback.method() + " " + flow.callbackAddress() + wanted,
                    arrival.line() + ", which is not below the callbackAddress of the flow",
                    arrival.exchange());
            return;
        }
        if (path.contains("//")) {
            judge.warned(ADDRESS, SLASHES, wanted, path, arrival.exchange());
            path = path.replaceAll("/+", "/");
        }
        if (!path.equals(wanted)) {
            otherPath(callback, arrival, path, wanted);
        }
    }

    private void otherPath(Callback callback, Arrival arrival, String path, String wanted) {
        var byFlowId = flow.dataFlowId().map(id -> path(callback, id)).filter(path::equals);
        var sameShape = Pattern.compile(Pattern.quote(callback.path()).replace("{transferId}", "\\E[^/]+\\Q"))
                .matcher(path)
                .matches();
        if (byFlowId.isPresent()) {
            judge.warned(TRANSFER, DATA_FLOW_ID, wanted, path, arrival.exchange());
        } else {
            judge.violated(sameShape ? TRANSFER : ADDRESS, wanted, path, arrival.exchange());
        }
    }

    private static String instead(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return "nothing arrived for the flow";
        }
        return "only "
                + String.join(
                        ", ",
                        arrivals.stream()
                                .limit(SHOWN)
                                .map(arrival -> Texts.oneLine(arrival.line(), 160))
                                .toList());
    }

    /** The path of a callback below the callback address, with the id that stands for the transfer. */
    private static String path(Callback callback, String transferId) {
        return callback.path().replace("{transferId}", Messages.encoded(transferId));
    }
}
