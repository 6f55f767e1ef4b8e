package org.dpstck.reference;

import java.util.List;

/**
 * A named, deliberate defect of the reference implementation.
 *
 * @param id upper-case words joined by hyphens
 * @param title one sentence that names the defect
 * @param section the heading of the clause it breaks
 * @param requirements the ids of the requirements it breaks, in the registers of its editions
 * @param editions the editions in which it is a defect
 * @param warns whether a position makes it a warning only, because a document leaves room for it
 * @param role the plane that has it; the data plane unless the file says otherwise
 * @param pattern what a finding about it must say, as a regular expression that is found in what was expected,
 *     what was observed and the clause, a line each; it has to name the defect
 */
public record Fault(
        String id,
        String title,
        String section,
        List<String> requirements,
        List<String> editions,
        boolean warns,
        ReferenceRole role,
        String pattern) {

    /** Takes copies of the lists. */
    public Fault {
        requirements = List.copyOf(requirements);
        editions = List.copyOf(editions);
        role = role == null ? ReferenceRole.DATA_PLANE : role;
        pattern = pattern == null ? "" : pattern;
    }
}
