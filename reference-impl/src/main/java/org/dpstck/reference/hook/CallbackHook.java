package org.dpstck.reference.hook;

import java.util.List;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Signal;

/** Changes, doubles or drops callbacks, or asks for one where none is due. */
public interface CallbackHook extends Hook {

    /** Returns the callbacks to send in the place of one. */
    default List<Callback> outgoing(Callback callback) {
        return List.of(callback);
    }

    /** Says whether a callback follows from this signal. */
    default boolean isDue(DataFlow flow, Signal signal, boolean due) {
        return due;
    }

    /** Says whether a signal that was refused is reported as an error of the flow. */
    default boolean isReported(DataFlow flow, Signal refused) {
        return false;
    }
}
