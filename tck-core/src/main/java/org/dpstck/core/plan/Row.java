package org.dpstck.core.plan;

import java.util.List;
import java.util.Set;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/**
 * One row of what a clause ranges over: the arguments of a case.
 *
 * @param arguments in the order of the method's first parameters; their text goes into the id of the case
 * @param requirement what the row verifies besides what its case says; null for nothing
 * @param capabilities that the row needs besides those its arguments imply
 * @param triggers that the row needs besides those its arguments imply
 */
public record Row(
        List<Object> arguments, String requirement, Set<Capability> capabilities, Set<TriggerPoint> triggers) {

    /** A row of some arguments. */
    public static Row of(Object... arguments) {
        return new Row(List.of(arguments), null, Set.of(), Set.of());
    }

    /** The only row of a case that ranges over nothing. */
    public static Row single() {
        return of();
    }

    /** The same row, verifying a requirement of its own. */
    public Row verifying(String own) {
        return new Row(arguments, own, capabilities, triggers);
    }

    /** The same row, for systems that declare some capabilities. */
    public Row needing(Capability... more) {
        return new Row(arguments, requirement, Set.of(more), triggers);
    }

    /** The same row, for systems with some triggers. */
    public Row needing(TriggerPoint... more) {
        return new Row(arguments, requirement, capabilities, Set.of(more));
    }
}
