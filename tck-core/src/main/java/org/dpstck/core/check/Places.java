package org.dpstck.core.check;

import java.util.List;
import org.dpstck.core.edition.MessageSchemas.SchemaProblem;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.verdict.Place;

/** Says where in the body of an exchange a finding is; never more of what the system wrote than a report can show. */
public final class Places {

    private static final int LONGEST = 200;

    private Places() {}

    /** Where a schema objects, and to what. */
    public static Place of(SchemaProblem problem) {
        return at(problem.pointer(), problem.text());
    }

    /** A direct member of the body. */
    public static List<Place> member(String name, String problem) {
        return List.of(at("/" + name.replace("~", "~0").replace("/", "~1"), problem));
    }

    /** The whole body, where a member is missing from it. */
    public static List<Place> missing(String name) {
        return List.of(at("", "no " + name));
    }

    private static Place at(String pointer, String problem) {
        return new Place(pointer.length() > LONGEST ? "" : pointer, Texts.oneLine(problem, LONGEST));
    }
}
