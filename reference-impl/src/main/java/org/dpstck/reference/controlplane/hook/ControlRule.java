package org.dpstck.reference.controlplane.hook;

/** A rule that a fault can make the control plane break, or a choice that a variant makes otherwise. */
public enum ControlRule {
    /** A data plane that cannot be reached is passed over. */
    PASSES_OVER_UNREACHABLE,
    /** A 5xx answer and a broken connection are tried again. */
    RETRIES,
    /** And soon. */
    RETRIES_SOON,
    /** The attempts come to an end. */
    RETRIES_END,
    /** A 4xx answer is final. */
    TAKES_NO_FOR_AN_ANSWER,
    /** A flow that the data plane will open later is not open yet. */
    WAITS_FOR_CALLBACK,
    /** A flow about which the data plane has not answered yet is not open. */
    WAITS_FOR_ANSWER,
    /** A callback that overtakes the answer it belongs to counts. */
    HEEDS_EARLY_CALLBACKS,
    /** A flow whose data plane should have told a data address, and has not, is not open. */
    NEEDS_ADDRESS,
    /** A data plane that does not answer is given the time that was configured, and has failed then. */
    HAS_PATIENCE,
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
    REFUSAL_CHANGES_NOTHING,
    /** What was refused is not passed on to the data plane. */
    REFUSAL_REACHES_NOBODY,
    /** The counter-party is not told what it has said itself. */
    ECHOES_NOTHING,
    /** Nor that a process is completed. */
    ECHOES_NO_COMPLETION,
    /** A message that names another process than its path is not passed on to the data plane. */
    FOREIGN_IDS_REACH_NOBODY,
    /** A callback that names another data flow than that of its transfer is refused. */
    CHECKS_FLOW_OF_CALLBACK,
    /** The id of a data flow is the one that the data plane gave in its answer. */
    KEEPS_FLOW_ID,
    /** A data plane that needs the other side's address is resumed when that is there. */
    RESUMES_WITH_ADDRESS,
    /** A callback that comes twice is told the counter-party once. */
    CALLBACK_COUNTS_ONCE,
    /** A message that the counter-party answers with an error moves nothing. */
    ERROR_MOVES_NOTHING,
    /** A process that has ended has ended, whatever its data plane makes of it. */
    END_IS_FINAL,
    /** A request to a data plane carries what its registration authorizes it by. */
    CARRIES_CREDENTIALS,
    /** A secret goes to the token end point and nowhere else. */
    KEEPS_SECRETS,
    /** What follows from a request is begun when that is answered. */
    ANSWERS_FIRST,
    /** Registered data planes get heart-beats. */
    BEATS,
    /** At the path of the document. */
    BEATS_AT_CHECK,
    /** A data plane that did not answer its heart-beat is not selected. */
    HEEDS_HEART_BEATS,
    /** Nor one that answers with a 4xx: that is no success. */
    HEEDS_REFUSED_HEART_BEATS,
    /** A data plane is selected from its registration on, before it has answered a heart-beat. */
    SELECTS_UNCHECKED,
    /** A data plane that is removed is gone when that is answered, and not with the next heart-beats. */
    REMOVES_AT_ONCE,
    /** One that answers again is selected again. */
    COMES_BACK,
    /** A data plane that cannot read the source is not selected. */
    HEEDS_SOURCES,
    /** Nor one whose types of source merely look like that of the source. */
    COMPARES_WHOLE_SOURCES,
    /** Any of the types of source that a data plane names counts. */
    HEEDS_EVERY_SOURCE,
    /** Nor is one selected whose transfer types merely look like that of the transfer. */
    COMPARES_WHOLE_TYPES,
    /** And gives no distribution to the catalogue. */
    CATALOGUES_SOURCES,
    /** Every way to transfer is a distribution of its own. */
    CATALOGUES_EVERY_TYPE,
    /** It is built from the data planes that are registered now. */
    CATALOGUES_NOW,
    /** A start message makes an endpoint data reference. */
    MAKES_REFERENCE,
    /** A new start message replaces the endpoint data reference. */
    REPLACES_REFERENCE,
    /** And the one before is gone. */
    REMOVES_REFERENCE,
    /** A reference is that of a transfer, and not of all that are about its agreement. */
    REFERENCES_TRANSFERS,
    /** A start after a suspension brings the address that the data plane has returned for it. */
    PASSES_NEW_ADDRESS
}
