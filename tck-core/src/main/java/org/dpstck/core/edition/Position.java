package org.dpstck.core.edition;

import java.util.List;

/**
 * What the kit decides where documents contradict themselves or each other.
 *
 * @param number stable
 * @param title a few words
 * @param editions ids of the editions it is applied to
 * @param texts the texts that conflict, at least two, each naming its place
 * @param stance what it makes of the readings
 * @param decision what the kit does
 * @param why the reason
 */
public record Position(
        int number,
        String title,
        List<String> editions,
        List<String> texts,
        Stance stance,
        String decision,
        String why) {

    /** Copies the lists. */
    public Position {
        editions = List.copyOf(editions);
        texts = List.copyOf(texts);
    }

    /** The position in one line, citing the texts. */
    public String cite() {
        return "position " + number + " (" + title + "): " + String.join(" / ", texts) + " — " + decision;
    }
}
