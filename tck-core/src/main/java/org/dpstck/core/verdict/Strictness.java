package org.dpstck.core.verdict;

import org.dpstck.core.edition.Position;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.edition.Stance;
import org.dpstck.core.verdict.Finding.Kind;

/** What the less likely reading of an ambiguous clause means in a run. */
public enum Strictness {
    /** It is a warning. */
    LENIENT,
    /** It is a violation, unless the position judges nothing or leaves it to a setting of its own. */
    STRICT;

    /** What is put behind the position where a strict run fails what another one warns of. */
    static final String NOTE =
            " This run is strict: what the position only warns of fails (--strict); without it, this is a warning.";

    /** How the less likely reading of a clause counts; a clause that is no more than a SHOULD is never a violation. */
    Kind of(Requirement clause, Position position) {
        var decided = position.stance() != Stance.INFORMATIONAL && position.stance() != Stance.CONFIGURABLE;
        return this == STRICT && decided && clause.level().mandatory() ? Kind.VIOLATION : Kind.WARNING;
    }
}
