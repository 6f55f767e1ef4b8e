package org.dpstck.dataplane.cases;

import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** Transitions that may be over for the system before they are told to go on. */
final class Pending {

    private Pending() {}

    /** Lets a held transition go on; the system may well say that there is nothing left to go on with. */
    static void proceed(DataFlows flows, DataFlow flow) {
        try {
            flows.proceed(flow);
        } catch (Unjudgeable e) {
            return;
        }
    }
}
