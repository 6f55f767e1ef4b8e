package org.dpstck.cli.selftest;

/**
 * Something that makes the suite less than trustworthy.
 *
 * @param kind what
 * @param subject fault, variant or case, with its edition
 * @param text what happened, in a sentence
 */
record Problem(Kind kind, String subject, String text) {

    /** What is wrong. */
    enum Kind {
        /** A fault that nobody caught. */
        SURVIVOR("survivor"),
        /** A fault that only cases of unrelated requirements caught. */
        UNRELATED("unrelated catch"),
        /** A fault whose findings do not name the defect. */
        WORDING("wording"),
        /** A legal variant that is held against the system. */
        FLAGGED("flagged"),
        /** A case that no fault can make fail. */
        USELESS("useless case"),
        /** The suite crashed, or did not come to an end. */
        BROKEN("broken"),
        /** Data of the self-test itself that does not hold any more. */
        STALE("stale");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return kind.words + ": " + subject + ": " + text;
    }
}
