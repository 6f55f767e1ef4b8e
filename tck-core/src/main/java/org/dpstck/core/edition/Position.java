package org.dpstck.core.edition;

import java.util.List;

/**
 * What the kit decides where documents contradict themselves or each other.
 *
 * @param number stable
 * @param title a few words
 * @param texts the texts that conflict, each naming its place
 * @param stance strict, lenient, informational or configurable
 * @param decision what the kit does
 * @param why the reason
 */
public record Position(int number, String title, List<String> texts, String stance, String decision, String why) {

    /** The position in one line, citing the texts. */
    public String cite() {
        return "position " + number + " (" + title + "): " + String.join(" / ", texts) + " — " + decision;
    }
}
