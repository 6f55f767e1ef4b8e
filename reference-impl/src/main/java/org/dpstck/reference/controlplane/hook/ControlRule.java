package org.dpstck.reference.controlplane.hook;

/** A rule that a fault can make the control plane break, or a choice that a variant makes otherwise. */
public enum ControlRule {
    /** A data plane that cannot be reached is passed over. */
    PASSES_OVER_UNREACHABLE,
    /** A 5xx answer and a broken connection are tried again. */
    RETRIES,
    /** The attempts come to an end. */
    RETRIES_END,
    /** A 4xx answer is final. */
    TAKES_NO_FOR_AN_ANSWER,
    /** A flow that the data plane will open later is not open yet. */
    WAITS_FOR_CALLBACK,
    /** A flow that the data plane refuses, or fails to open, is not open. */
    FAILURE_STOPS,
    /** A failure of the data plane terminates the process. */
    FAILURE_TERMINATES,
    /** And tells the counter-party. */
    FAILURE_IS_TOLD,
    /** The {@code errored} callback means what the edition says, for this party. */
    ERRORED_AS_EDITION_SAYS,
    /** The {@code errored} callback means what the edition says, for the counter-party. */
    ERRORED_TOLD_AS_EDITION_SAYS,
    /** A repeated request makes no second process. */
    REQUEST_IDEMPOTENT,
    /** The consumer prepares its data plane before it requests. */
    PREPARES,
    /** What was refused changes nothing. */
    REFUSAL_CHANGES_NOTHING
}
