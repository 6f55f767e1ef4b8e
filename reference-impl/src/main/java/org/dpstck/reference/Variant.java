package org.dpstck.reference;

import java.util.List;

/**
 * A named behaviour of the reference implementation that is unusual and still legal.
 *
 * @param id upper-case words joined by hyphens
 * @param title one sentence that names the behaviour
 * @param why what makes it legal
 * @param editions the editions in which it is legal; in the others the plane behaves as it always does
 */
public record Variant(String id, String title, String why, List<String> editions) {

    /** Without editions, all of them. */
    public Variant {
        editions = editions == null ? ReferenceDataPlane.editions() : List.copyOf(editions);
    }
}
