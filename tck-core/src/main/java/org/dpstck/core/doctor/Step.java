package org.dpstck.core.doctor;

import java.util.List;

/**
 * One thing that is looked at.
 *
 * @param <P> what it looks at
 */
public interface Step<P extends Patient> {

    /** Id of the check. */
    String id();

    /** Checks without which this one tells nothing. */
    List<String> standsOn();

    /** Looks; bounded in time, whatever the system does. */
    Finding look(P patient);
}
