package org.dpstck.core.junit;

import java.util.List;
import java.util.Locale;

/**
 * What was found of one thing that a run stands on; holds no secrets.
 *
 * @param id stable, mostly the key of the description that it is about: {@code callback.advertise}
 * @param outcome how it stands
 * @param observed what was seen, in one line; for a check that was not made, why
 * @param meaning what that means for a run; empty where there is nothing to explain
 * @param change what to do about it, a sentence each; empty where there is nothing to do
 * @param settings values to write into the description, the likeliest first
 * @param millis how long it took, milliseconds
 */
public record Check(
        String id,
        Outcome outcome,
        String observed,
        String meaning,
        List<String> change,
        List<Setting> settings,
        long millis) {

    /** Copies the lists. */
    public Check {
        change = List.copyOf(change);
        settings = List.copyOf(settings);
    }

    /** How a thing stands. */
    public enum Outcome {
        /** As it should be. */
        OK,
        /** A run works, and something is worth a look. */
        WARNING,
        /** It stands in the way of a run, or of a part of it. */
        PROBLEM,
        /** It was not looked at. */
        NOT_CHECKED;

        /** As programs read it: {@code not-checked}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A value for a key of the description.
     *
     * @param key like {@code callback.advertise}
     * @param value as one would write it
     * @param why what speaks for it, in a few words
     */
    public record Setting(String key, String value, String why) {}
}
