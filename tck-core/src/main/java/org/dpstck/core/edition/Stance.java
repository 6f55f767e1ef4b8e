package org.dpstck.core.edition;

import java.util.Locale;

/** What a position makes of the readings of an ambiguous clause. */
public enum Stance {
    /** A violation fails the case. */
    STRICT,
    /** Every reading is accepted, the less likely one with a warning unless the decision says otherwise. */
    LENIENT,
    /** No reading fails or warns. */
    INFORMATIONAL,
    /** A setting of the system under test decides. */
    CONFIGURABLE;

    /** How documents name it, like {@code lenient}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
