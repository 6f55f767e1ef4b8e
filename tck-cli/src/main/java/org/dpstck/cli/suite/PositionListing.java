package org.dpstck.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.edition.Position;
import tools.jackson.databind.json.JsonMapper;

/** Lists positions: what the kit decides where documents conflict, for people and for programs. */
public final class PositionListing {

    private static final String INDENT = "      ";

    private PositionListing() {}

    /** The positions of an edition under their headings; those of every edition for null. */
    public static Map<String, List<Position>> of(Map<String, List<Position>> all, String edition) {
        var kept = new LinkedHashMap<String, List<Position>>();
        all.forEach((topic, positions) -> {
            var some = positions.stream()
                    .filter(position -> edition == null || position.editions().contains(edition))
                    .toList();
            if (!some.isEmpty()) {
                kept.put(topic, some);
            }
        });
        return kept;
    }

    /** The positions as a JSON array. */
    public static String json(Map<String, List<Position>> topics) {
        var list = topics.values().stream()
                .flatMap(List::stream)
                .map(PositionListing::entry)
                .toList();
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }

    /** The positions with what was decided, wrapped at a width in characters. */
    public static List<String> text(Map<String, List<Position>> topics, Palette palette, int width) {
        var lines = new ArrayList<String>();
        topics.forEach((topic, positions) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(palette.paint(Style.STRONG, topic) + " (" + positions.size() + ")");
            positions.forEach(position -> {
                lines.add("  %4d  %s (%s)"
                        .formatted(
                                position.number(),
                                position.title(),
                                position.stance().id()));
                SafeText.wrap(position.decision(), width - INDENT.length() - 2)
                        .forEach(line -> lines.add(INDENT + "  " + line));
            });
        });
        return lines;
    }

    private static Map<String, Object> entry(Position position) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("number", position.number());
        entry.put("title", position.title());
        entry.put("editions", position.editions());
        entry.put("stance", position.stance().id());
        entry.put("texts", position.texts());
        entry.put("decision", position.decision());
        entry.put("why", position.why());
        return entry;
    }
}
