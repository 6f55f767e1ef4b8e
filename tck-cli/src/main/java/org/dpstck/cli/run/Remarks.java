package org.dpstck.cli.run;

import java.util.List;
import org.dpstck.core.verdict.Revocation;

/**
 * What there is to say of a run beyond its cases, once they have ended.
 *
 * @param notes whole sentences
 * @param revocation how long access to data has outlived its end; null if that was not measured
 */
record Remarks(List<String> notes, Revocation revocation) {

    /** Nothing. */
    static Remarks none() {
        return new Remarks(List.of(), null);
    }
}
