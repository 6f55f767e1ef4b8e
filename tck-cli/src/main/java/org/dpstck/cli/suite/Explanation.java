package org.dpstck.cli.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;

/** Explains a case or a requirement: what the document says, what the suite does about it, what to do about a failure. */
public final class Explanation {

    private static final int LABEL = 11;
    private static final int ROWS_SHOWN = 12;

    private final Catalogue catalogue;
    private final Edition edition;
    private final Palette palette;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Catalogue catalogue, Palette palette, int width) {
        this.catalogue = catalogue;
        this.edition = catalogue.edition();
        this.palette = palette;
        this.width = width;
    }

    /**
     * Explains what an id stands for: a case, a case with all its rows, or a requirement.
     *
     * @param id whatever the case of its letters
     * @param width of the lines, in characters
     * @throws UsageException if nothing has this id, with the nearest ones
     */
    public static List<String> of(String id, Catalogue catalogue, Palette palette, int width) {
        var explanation = new Explanation(catalogue, palette, width);
        explanation.explain(id.strip());
        return explanation.lines;
    }

    private void explain(String id) {
        var exact =
                cases().stream().filter(spec -> spec.id().equalsIgnoreCase(id)).toList();
        var rows = cases().stream()
                .filter(spec -> spec.template().equalsIgnoreCase(id))
                .toList();
        var requirement = edition.requirements().get(id.toUpperCase(Locale.ROOT));
        if (!exact.isEmpty()) {
            caseWith(exact.get(0).id(), exact);
        } else if (!rows.isEmpty()) {
            caseWith(rows.get(0).template(), rows);
        }
        if (requirement != null && exact.isEmpty()) {
            if (!rows.isEmpty()) {
                lines.add("");
            }
            requirement(requirement);
        } else if (exact.isEmpty() && rows.isEmpty()) {
            throw unknown(id);
        }
    }

    private UsageException unknown(String id) {
        var known = new LinkedHashSet<>(Nearest.ids(catalogue));
        known.addAll(edition.requirements().keySet());
        var near = Nearest.to(id, known);
        return new UsageException("no case and no requirement of edition " + edition.id() + " is called '" + id + "'"
                + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?")
                + " (`dps-tck list` shows the ids)");
    }

    private Collection<CaseSpec> cases() {
        return catalogue.cases().values();
    }

    private void caseWith(String id, List<CaseSpec> rows) {
        var first = rows.get(0);
        var definition = first.definition();
        // The title of all rows names what they range over by its place; each row fills it in.
        heading(id, rows.size() == 1 ? first.title() : definition.title().replaceAll("\\{\\d+}", "…"));
        var requirements = new LinkedHashSet<String>();
        rows.forEach(spec -> requirements.addAll(spec.requirements()));
        requirements.forEach(name -> clause(edition.requirement(name)));
        field("stimulus", definition.stimulus());
        field("expected", definition.expected());
        field("how to fix", definition.fix());
        needs(rows);
        if (rows.size() > 1) {
            rows(rows);
        }
        requirements.stream()
                .flatMap(name -> edition.requirement(name).positions().stream())
                .distinct()
                .forEach(this::position);
        field("run it", "dps-tck run --only '" + id + "'");
    }

    private void requirement(Requirement requirement) {
        heading(requirement.id(), "a requirement on the " + requirement.party().replace('-', ' '));
        clause(requirement);
        requirement.untestableBecause().ifPresent(why -> field("untestable", why));
        requirement.positions().forEach(this::position);
        var verifying = catalogue.verifying(requirement.id());
        if (!verifying.isEmpty()) {
            rows(verifying);
            field("run them", "dps-tck run --only '" + requirement.id() + "'");
        }
    }

    private void heading(String id, String title) {
        lines.add(palette.paint(Style.STRONG, id));
        SafeText.wrap(title, width).forEach(lines::add);
        lines.add("");
    }

    private void clause(Requirement requirement) {
        field(
                "clause",
                requirement.clause() + "\n" + requirement.id() + ", " + requirement.level() + ", §"
                        + requirement.section() + " (" + requirement.anchor() + ")");
    }

    private void needs(List<CaseSpec> rows) {
        var all = new TreeSet<String>();
        rows.forEach(spec -> all.addAll(spec.needs()));
        if (!all.isEmpty()) {
            var some = rows.stream().anyMatch(spec -> !spec.needs().containsAll(all));
            field("needs", String.join(", ", all) + (some ? " (each row some of them)" : ""));
        }
    }

    private void rows(List<CaseSpec> cases) {
        var shown = cases.stream().limit(ROWS_SHOWN).map(CaseSpec::id).toList();
        var more = cases.size() - shown.size();
        field("cases", String.join("\n", shown) + (more > 0 ? "\nand " + more + " more" : ""));
    }

    private void position(int number) {
        var position = edition.positions().get(number);
        if (position != null) {
            field(
                    "position",
                    number + ", " + position.title() + " (" + position.stance().id() + ")\n"
                            + String.join("\n", position.texts()) + "\nDecided: " + position.decision() + "\nBecause: "
                            + position.why());
        }
    }

    private void field(String label, String text) {
        var wrapped = SafeText.wrap(text, Math.max(width - LABEL - 1, LABEL));
        for (int i = 0; i < wrapped.size(); i++) {
            var lead = i == 0 ? label : "";
            lines.add(palette.paint(Style.FAINT, lead) + " ".repeat(LABEL + 1 - lead.length()) + wrapped.get(i));
        }
    }
}
