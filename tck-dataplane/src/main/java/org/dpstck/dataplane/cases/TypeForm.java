package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** What can be wrong with the name of a kind of transfer, apart from nobody serving it. */
enum TypeForm implements Worded {
    /** Neither push nor pull. */
    NO_DIRECTION("no direction", true),
    /** Another word in its place. */
    OTHER_DIRECTION("a direction that is none", true),
    /** Nothing before the direction. */
    NO_FORWARD("nothing before the direction", true),
    /** A hyphen with nothing behind it. */
    DANGLING("a hyphen at its end", false);

    private final String text;
    private final boolean strict;

    TypeForm(String text, boolean strict) {
        this.text = text;
        this.strict = strict;
    }

    /** What is wrong, for people. */
    @Override
    public String text() {
        return text;
    }

    /** Whether a syntax, where there is one, leaves no doubt. */
    boolean strict() {
        return strict;
    }

    /** The name with this defect. */
    String of(TypeName name) {
        return switch (this) {
            case NO_DIRECTION -> name.forward();
            case OTHER_DIRECTION -> name.forward() + "-sideways";
            case NO_FORWARD -> name.direction();
            case DANGLING -> name.forward() + name.direction() + "-";
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
