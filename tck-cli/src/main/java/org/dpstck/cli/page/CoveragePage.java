package org.dpstck.cli.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dpstck.core.edition.Level;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;

/** What of each edition is verified by which cases, and what is not and why. */
public final class CoveragePage {

    private final Markdown page = new Markdown();

    private CoveragePage() {}

    /** The whole page as lines, for editions in this order. */
    public static List<String> of(List<Catalogue> catalogues) {
        var page = new CoveragePage();
        page.counts(catalogues);
        catalogues.forEach(page::edition);
        return page.page.lines();
    }

    private void counts(List<Catalogue> catalogues) {
        var head = new ArrayList<>(List.of("edition", "requirements", "verified", "without a case", "cases"));
        Arrays.stream(Level.values()).map(Level::name).forEach(head::add);
        page.head(head);
        for (var catalogue : catalogues) {
            var all = List.copyOf(catalogue.edition().requirements().values());
            var reachable = verified(all);
            var cells = new ArrayList<>(List.of(
                    "[%s](#%s)".formatted(catalogue.edition().id(), anchor(catalogue)),
                    String.valueOf(all.size()),
                    String.valueOf(reachable),
                    String.valueOf(all.size() - reachable),
                    String.valueOf(catalogue.cases().size())));
            for (var level : Level.values()) {
                var some = all.stream().filter(it -> it.level() == level).toList();
                var verified = verified(some);
                cells.add(some.isEmpty() ? "–" : verified + " / " + (some.size() - verified));
            }
            page.cells(cells);
        }
    }

    private void edition(Catalogue catalogue) {
        var edition = catalogue.edition();
        page.heading(2, edition.id());
        page.paragraph(Markdown.text(edition.title()) + ".");
        page.head(List.of("requirement", "level", "section", "clause", "cases, or why there is none"));
        edition.requirements()
                .values()
                .forEach(requirement -> page.cells(List.of(
                        Markdown.code(requirement.id()),
                        requirement.level().name(),
                        "§" + requirement.section(),
                        Markdown.text(requirement.clause()),
                        Markdown.text(requirement
                                .untestableBecause()
                                .map(why -> "*None:* " + why)
                                .orElseGet(() -> cases(catalogue, requirement))))));
    }

    private static String cases(Catalogue catalogue, Requirement requirement) {
        return catalogue.verifying(requirement.id()).stream()
                .collect(Collectors.groupingBy(CaseSpec::template, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(group ->
                        Markdown.code(group.getKey()) + (group.getValue() == 1 ? "" : " (" + group.getValue() + ")"))
                .collect(Collectors.joining(", "));
    }

    private static int verified(List<Requirement> requirements) {
        return (int) requirements.stream()
                .filter(it -> it.untestableBecause().isEmpty())
                .count();
    }

    /** The anchor that renderers give to the heading of an edition. */
    private static String anchor(Catalogue catalogue) {
        return catalogue.edition().id().toLowerCase(Locale.ROOT).replace(".", "");
    }
}
