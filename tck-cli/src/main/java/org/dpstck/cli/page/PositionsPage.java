package org.dpstck.cli.page;

import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Position;

/** The positions for readers: what conflicts, what is decided, why. */
public final class PositionsPage {

    private PositionsPage() {}

    /** The positions as lines, under their headings. */
    public static List<String> of(Map<String, List<Position>> topics) {
        var page = new Markdown();
        topics.forEach((topic, positions) -> {
            page.heading(2, topic);
            positions.forEach(position -> position(position, page));
        });
        return page.lines();
    }

    private static void position(Position position, Markdown page) {
        page.heading(3, position.number() + ". " + position.title());
        page.paragraph(
                "Stance: **" + position.stance().id() + "** · Editions: " + String.join(", ", position.editions()));
        page.paragraph(position.texts().stream().map(text -> "- " + text).toArray(String[]::new));
        page.paragraph("**Decision.** " + position.decision());
        page.paragraph("**Why.** " + position.why());
    }
}
