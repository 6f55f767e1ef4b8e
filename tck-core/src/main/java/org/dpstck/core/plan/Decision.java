package org.dpstck.core.plan;

/** What the plan says of one case. */
public sealed interface Decision {

    /** It runs. */
    record Run() implements Decision {}

    /** The edition or the declared capabilities exclude it. */
    record NotApplicable(String reason) implements Decision {}

    /** It applies, but nothing reaches it. */
    record Untested(String reason) implements Decision {}

    /** It was left out by selection and is not part of the record. */
    record NotSelected() implements Decision {}
}
