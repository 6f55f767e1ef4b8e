package org.dpstck.core.verdict;

/** A case ends without a judgement on the system: untested or inconclusive, with the reason. */
public final class Unjudgeable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    private Unjudgeable(Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    /** Nothing reaches what the case is about. */
    public static Unjudgeable untested(String reason) {
        return new Unjudgeable(Outcome.UNTESTED, reason);
    }

    /** The environment failed or something the case stands on does not hold. */
    public static Unjudgeable inconclusive(String reason) {
        return new Unjudgeable(Outcome.INCONCLUSIVE, reason);
    }

    /** What the case ends in. */
    public Outcome outcome() {
        return outcome;
    }
}
