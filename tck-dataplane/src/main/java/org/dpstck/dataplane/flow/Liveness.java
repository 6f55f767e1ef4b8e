package org.dpstck.dataplane.flow;

import java.util.concurrent.atomic.AtomicInteger;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.dpstck.core.junit.RunGate;

/** Closes the gate when the system goes away in the middle of a run, so that it is said once and not once per case. */
public final class Liveness {

    private static final int REFUSED_IN_A_ROW = 4;
    private static final int SILENT_IN_A_ROW = 12;

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();
    private final RunGate gate;
    private final String url;

    /** Watches the answers of a base URL. */
    public Liveness(RunGate gate, String url) {
        this.gate = gate;
        this.url = url;
    }

    /** Takes notice of an answer or its absence. */
    public void saw(Reply reply) {
        if (reply.answered() || !isSilence(reply.failure())) {
            refused.set(0);
            silent.set(0);
        } else if (reply.failure().unreachable()) {
            if (refused.incrementAndGet() >= REFUSED_IN_A_ROW) {
                gate.close("the system at " + url + " went away during the run ("
                        + reply.failure().text() + "); see its log, start it again and repeat the run");
            }
        } else if (silent.incrementAndGet() >= SILENT_IN_A_ROW) {
            gate.close("the system at " + url + " stopped answering during the run ("
                    + reply.failure().text() + ", " + SILENT_IN_A_ROW
                    + " times in a row); see its log, or allow more with timeouts.request");
        }
    }

    private static boolean isSilence(WireFailure failure) {
        return failure.unreachable() || failure.kind() == WireFailure.Kind.TIME_OUT;
    }
}
