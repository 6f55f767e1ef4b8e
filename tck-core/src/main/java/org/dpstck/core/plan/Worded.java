package org.dpstck.core.plan;

/** An argument of a row that reads otherwise in a title than in an id. */
public interface Worded {

    /** What it is, in words that fit the title of its case, like {@code "letters beyond ASCII"}. */
    String text();
}
