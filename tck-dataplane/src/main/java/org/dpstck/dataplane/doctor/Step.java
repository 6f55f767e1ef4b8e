package org.dpstck.dataplane.doctor;

import java.util.List;

/** One thing that is looked at. */
interface Step {

    /** Id of the check. */
    String id();

    /** Checks without which this one tells nothing. */
    List<String> standsOn();

    /** Looks; bounded in time, whatever the system does. */
    Finding look(Examination examination);
}
