package org.dpstck.cli.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.core.plan.CaseSpec;
import tools.jackson.databind.json.JsonMapper;

/** Lists cases, for people and for programs. */
public final class CaseListing {

    private static final int LEVEL_WIDTH = 7;

    private CaseListing() {}

    /** The cases as a JSON array, in the order of the suite. */
    public static String json(Collection<CaseSpec> cases) {
        var list = cases.stream().map(CaseListing::entry).toList();
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }

    /** The cases under the headings of the document, a line each, in columns. */
    public static List<String> text(Collection<CaseSpec> cases, Palette palette) {
        var sections = new LinkedHashMap<String, List<CaseSpec>>();
        cases.forEach(spec -> sections.computeIfAbsent(spec.section(), it -> new ArrayList<>())
                .add(spec));
        var width = cases.stream().mapToInt(spec -> spec.id().length()).max().orElse(0);
        var lines = new ArrayList<String>();
        sections.forEach((section, specs) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(palette.paint(Style.STRONG, "§" + section) + " (" + specs.size() + ")");
            specs.forEach(spec -> lines.add("  " + line(spec, width, palette)));
        });
        return lines;
    }

    private static String line(CaseSpec spec, int width, Palette palette) {
        var needs =
                spec.needs().isEmpty() ? "" : palette.paint(Style.FAINT, " [" + String.join(", ", spec.needs()) + "]");
        return pad(spec.id(), width) + "  " + pad(spec.level().name(), LEVEL_WIDTH) + "  " + spec.title() + needs;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static Map<String, Object> entry(CaseSpec spec) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", spec.id());
        entry.put("title", spec.title());
        entry.put("role", spec.role());
        entry.put("edition", spec.edition());
        entry.put("level", spec.level().name());
        entry.put("requirements", spec.requirements());
        entry.put("needs", spec.needs());
        return entry;
    }
}
