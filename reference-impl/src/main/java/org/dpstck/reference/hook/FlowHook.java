package org.dpstck.reference.hook;

import java.time.Duration;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.Pace;

/** Chooses what the specification leaves open about a flow: its id, its pace, how long it is kept. */
public interface FlowHook extends Hook {

    /** Chooses the id of a new flow. */
    default String id(FlowRequest request, String proposed) {
        return proposed;
    }

    /** Chooses the pace of a new flow. */
    default Pace pace(FlowRequest request, Pace proposed) {
        return proposed;
    }

    /** Chooses how long an asynchronous transition takes. */
    default Duration pending(Duration proposed) {
        return proposed;
    }

    /** Says whether a flow is kept in the store after it has moved. */
    default boolean keeps(DataFlow flow) {
        return true;
    }
}
