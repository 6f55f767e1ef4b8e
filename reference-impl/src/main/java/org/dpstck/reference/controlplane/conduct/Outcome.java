package org.dpstck.reference.controlplane.conduct;

/** What became of a message to the data plane. */
sealed interface Outcome {

    /** It is done; the flow is where the message wanted it. */
    record Done() implements Outcome {}

    /** It is not done yet, or a callback has told of it already. */
    record Later() implements Outcome {}

    /** It will not be done. */
    record Failed(String reason) implements Outcome {}
}
