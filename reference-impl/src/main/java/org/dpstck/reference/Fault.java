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
 * @param forms of the transfer process in which it is a defect, for a fault of the control plane; all of them unless the
 *     file says otherwise
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
        List<String> forms,
        boolean warns,
        ReferenceRole role,
        String pattern) {

    /** Takes copies of the lists. */
    public Fault {
        requirements = List.copyOf(requirements);
        editions = List.copyOf(editions);
        forms = forms == null ? List.of() : List.copyOf(forms);
        role = role == null ? ReferenceRole.DATA_PLANE : role;
        pattern = pattern == null ? "" : pattern;
    }

    /** Whether it is a defect in a form of the transfer process. */
    public boolean isDefectIn(String form) {
        return forms.isEmpty() || forms.contains(form);
    }
}
