package org.dpstck.reference;

import java.util.List;

/**
 * A named behaviour of the reference implementation that is unusual and still legal.
 *
 * @param id upper-case words joined by hyphens
 * @param title one sentence that names the behaviour
 * @param why what makes it legal
 * @param aspect what it is about, one word or several between commas; two variants about one aspect exclude each other
 * @param role the plane that behaves so; the data plane unless the file says otherwise
 * @param warns the ids of the requirements under which a position lets it draw a warning
 * @param editions the editions in which it is legal and differs; all of them if none is named
 */
public record Variant(
        String id,
        String title,
        String aspect,
        String why,
        ReferenceRole role,
        List<String> warns,
        List<String> editions) {

    /** Takes copies of the lists; one that is left out is empty. */
    public Variant {
        role = role == null ? ReferenceRole.DATA_PLANE : role;
        warns = warns == null ? List.of() : List.copyOf(warns);
        editions = editions == null ? List.of() : List.copyOf(editions);
    }

    /** Whether a plane of this edition may behave so. */
    public boolean isLegalIn(String edition) {
        return editions.isEmpty() || editions.contains(edition);
    }
}
