package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.edition.Registration.Form;

/** What can be wrong with the form of the member authorization, and how sure the document is about it. */
enum AuthorizationDefect {
    /** One object in place of an array, or the other way round. */
    OTHER_FORM("CP-REGISTRATION-OPTIONAL", 0),
    /** It does not say of which type it is. */
    UNTYPED("AUTHORIZATION-TYPE", 77),
    /** An array with nothing in it. */
    NOTHING("CP-REGISTRATION-OPTIONAL", 78),
    /** A text. */
    TEXT("CP-REGISTRATION-OPTIONAL", 65);

    private final String requirement;
    private final int position;

    AuthorizationDefect(String requirement, int position) {
        this.requirement = requirement;
        this.position = position;
    }

    /** The requirement that it violates. */
    String requirement() {
        return requirement;
    }

    /** Whether a refusal is demanded, not merely expected. */
    boolean strict() {
        return position == 0;
    }

    /** The position that makes it lenient. */
    int position() {
        return position;
    }

    /** Whether an edition with this form can have it. */
    boolean isPossible(Form form) {
        return this != NOTHING || form == Form.LIST;
    }

    /** An entry that is correct by itself, with the defect. */
    Object of(Map<String, Object> entry, Form form) {
        return switch (this) {
            case OTHER_FORM -> (form == Form.LIST ? Form.OBJECT : Form.LIST).holding(entry);
            case UNTYPED -> {
                var untyped = new LinkedHashMap<>(entry);
                untyped.remove("type");
                yield form.holding(untyped);
            }
            case NOTHING -> List.of();
            case TEXT -> "oauth2_client_credentials";
        };
    }

    /** What it is, for people. */
    String text(Form form) {
        return switch (this) {
            case OTHER_FORM -> "with an authorization that is not " + form.text();
            case UNTYPED -> "with an authorization without type";
            case NOTHING -> "with an empty array as authorization";
            case TEXT -> "with a string as authorization";
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
