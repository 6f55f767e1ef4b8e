package org.dpstck.reference.flow;

import java.util.Locale;
import java.util.Optional;

/** When a prepare or start ends: at once, after a delay, or when the administrator lets it go on. */
public enum Pace {
    SYNC,
    ASYNC,
    HOLD;

    /** Reads the word that a message's {@code metadata.reference.answer} carries; an unknown word says nothing. */
    public static Optional<Pace> ofWord(String word) {
        for (Pace pace : values()) {
            if (pace.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(pace);
            }
        }
        return Optional.empty();
    }
}
