package org.dpstck.cli.selftest;

import org.dpstck.reference.Fault;
import org.dpstck.reference.Variant;

/**
 * What a reference speaks in a trial: an edition, and for a control plane the form of the transfer process.
 *
 * @param edition of Data Plane Signaling
 * @param form of the transfer process; null for the default one, or for a role that does not speak it
 */
record Place(String edition, String form) {

    private static final String AND = "/";

    /** The form of the transfer process that is meant where none is named. */
    private static final String USUAL_FORM = "2025-1";

    /** The place of a label like {@code 2026-02} or {@code 2026-02/dsp-tp}. */
    static Place of(String label) {
        var parts = label.split(AND, 2);
        return new Place(parts[0], parts.length == 1 ? null : parts[1]);
    }

    /** The same edition in another form. */
    static String label(String edition, String form) {
        return new Place(edition, form).toString();
    }

    boolean isOfDefaultForm() {
        return form == null;
    }

    boolean hasDefect(Fault fault) {
        return fault.editions().contains(edition) && fault.isDefectIn(form == null ? USUAL_FORM : form);
    }

    boolean allows(Variant variant) {
        return variant.isLegalIn(edition);
    }

    @Override
    public String toString() {
        return form == null ? edition : edition + AND + form;
    }
}
