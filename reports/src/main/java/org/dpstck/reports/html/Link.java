package org.dpstck.reports.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses within the report: what is shown stands behind the number sign, so that it can be sent to somebody. */
final class Link {

    private Link() {}

    /** Opens a case. */
    static String toCase(String id) {
        return "#case=" + encoded(id);
    }

    /** Shows the cases of a requirement. */
    static String toRequirement(String id) {
        return "#view=cases&requirement=" + encoded(id);
    }

    /** Shows the cases with an outcome. */
    static String toOutcome(Mark mark) {
        return "#view=cases&outcome=" + encoded(mark.id());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
