package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** What is nearly the id of a flow that exists, and names none. */
enum NearId implements Worded {
    /** Its first half, for whoever looks for ids that begin so. */
    HALF("the first half of the id of a flow") {
        @Override
        String of(String id) {
            return id.substring(0, id.length() / 2);
        }
    },
    /** More than it, for whoever keeps as much as fits a column, or looks for ids that it begins with. */
    LONGER("the id of a flow and more after it") {
        @Override
        String of(String id) {
            return id + "-tck";
        }
    };

    /** Half of a shorter id may well be the id of another flow. */
    private static final int SHORT = 16;

    private final String text;

    NearId(String text) {
        this.text = text;
    }

    /** The id that is near to another one. */
    abstract String of(String id);

    /** Whether what is near to an id cannot be an id by chance. */
    boolean isNobodys(String id) {
        return this == LONGER || id.length() >= SHORT;
    }

    /** What it is, for people. */
    @Override
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
