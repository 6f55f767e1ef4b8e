package org.dpstck.reference.hook;

import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Signal;

/** Overrules the state machine. */
@FunctionalInterface
public interface TransitionHook extends Hook {

    /** Returns the decision to carry out; called with the flow's monitor held, before anything has moved. */
    Decision decided(DataFlow flow, Signal signal, Decision decision);
}
