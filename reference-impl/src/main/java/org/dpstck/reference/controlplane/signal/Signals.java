package org.dpstck.reference.controlplane.signal;

import java.util.Optional;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.send.Reply;
import org.dpstck.reference.controlplane.transfer.Transfer;
import tools.jackson.databind.node.ObjectNode;

/** The messages that a control plane writes to data planes, and how it reads their answers. */
public interface Signals {

    /** Whether there is a signal that resumes a flow. */
    boolean canResume();

    /** Whether the flow of a transfer is on a data plane of this control plane at all. */
    boolean drives(Transfer transfer);

    /** Opens a flow. */
    Outgoing opening(Transfer transfer, DataPlane dataPlane);

    /** Tells the consumer's data plane that the transfer has started. */
    Outgoing started(Transfer transfer);

    /** Resumes the flow. */
    Outgoing resume(Transfer transfer);

    /** Suspends the flow. */
    Outgoing suspend(Transfer transfer, Optional<String> reason);

    /** Terminates the flow. */
    Outgoing terminate(Transfer transfer, Optional<String> reason);

    /** Ends a flow whose transfer is complete. */
    Outgoing completed(Transfer transfer);

    /** The message of an answer, with a data address in the form of the Dataspace Protocol; empty if it is none. */
    Optional<ObjectNode> answer(Reply reply);
}
