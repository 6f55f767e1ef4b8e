package org.dpstck.dataplane.detect;

import org.dpstck.core.detect.Evidence;
import org.dpstck.core.detect.Evidence.Bearing;

/**
 * A piece of evidence with what it is about.
 *
 * @param trait what it is about
 * @param evidence for the report
 * @param tell what the system did, as the rest of a sentence that begins with "it"; null if another sign says it
 */
record Sign(Trait trait, Evidence evidence, String tell) {

    Bearing bearing() {
        return evidence.bearing();
    }
}
