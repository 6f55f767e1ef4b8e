package org.dpstck.reference.wire;

import org.dpstck.reference.flow.DataFlow;

/** What the wire reports about a flow; told whether the flow could take the event. */
public interface WireEvents {

    /** Everything has been transferred. */
    boolean completed(DataFlow flow);

    /** The transfer has failed and will not recover (section "Errored"); {@code reason} is shown to the control plane. */
    boolean failed(DataFlow flow, String reason);
}
