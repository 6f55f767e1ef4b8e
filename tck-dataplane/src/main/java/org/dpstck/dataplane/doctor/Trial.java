package org.dpstck.dataplane.doctor;

import java.util.Optional;
import org.dpstck.core.edition.Callback;

/**
 * What came of trying a trigger, or of what it is a trigger for.
 *
 * @param ending how it ended
 * @param observed what was seen, in one line
 * @param callback that was due in the end; null if none was
 * @param effects what was seen of it; null if nothing was awaited
 */
record Trial(Ending ending, String observed, Callback callback, Effects effects) {

    /** How a trial ended. */
    enum Ending {
        /** There was nothing to try, or no way to try it. */
        NOT_TRIED,
        /** It was fired, with an error. */
        FAILED,
        /** It was fired without an error, and nothing came of it. */
        IDLE,
        /** It was fired without an error, and its effect cannot be seen. */
        UNSEEN,
        /** It did what it is for. */
        WORKED
    }

    /** A trial without a callback to wait for. */
    static Trial of(Ending ending, String observed) {
        return new Trial(ending, observed, null, null);
    }

    /** The effects that were awaited. */
    Optional<Effects> awaited() {
        return Optional.ofNullable(effects);
    }
}
