package org.dpstck.reports.html;

import org.dpstck.core.edition.State;

/**
 * A way from a state to another.
 *
 * @param from where it begins
 * @param to where it ends
 * @param label the signal, or the callback with an arrow before it
 * @param mark what came of the cases that go this way
 * @param about who may go it, for people
 * @param link shows its cases; empty if there are none
 */
public record Edge(State from, State to, String label, Mark mark, String about, String link) {

    /** For pointers and screen readers: everything about it. */
    public String title() {
        return label + ": " + from.name() + " → " + to.name() + ", " + mark.label();
    }
}
