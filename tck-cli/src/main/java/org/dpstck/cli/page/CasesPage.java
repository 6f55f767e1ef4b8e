package org.dpstck.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;

/** Every case without its rows, with how many rows each edition has. */
public final class CasesPage {

    private CasesPage() {}

    /** The page as lines, for editions in this order. */
    public static List<String> of(List<Catalogue> catalogues) {
        var page = new Markdown();
        var editions =
                catalogues.stream().map(catalogue -> catalogue.edition().id()).toList();
        totals(catalogues, page);
        var groups = CaseGroup.of(catalogues.stream().flatMap(catalogue -> catalogue.cases().values().stream()));
        var used = groups.stream().map(CaseGroup::section).distinct().toList();
        sections(catalogues).filter(used::contains).forEach(section -> {
            page.heading(2, "§" + section);
            var head = new ArrayList<>(List.of("id", "shows", "requirements", "needs besides"));
            head.addAll(editions);
            page.head(head);
            groups.stream()
                    .filter(group -> group.section().equals(section))
                    .forEach(group -> page.cells(cells(group, editions)));
        });
        return page.lines();
    }

    /** The headings in the order of the documents, each once. */
    private static Stream<String> sections(List<Catalogue> catalogues) {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.edition().requirements().values().stream())
                .map(Requirement::section)
                .distinct();
    }

    private static void totals(List<Catalogue> catalogues, Markdown page) {
        page.head(List.of("edition", "cases", "ids without a row"));
        for (var catalogue : catalogues) {
            var templates = catalogue.cases().values().stream()
                    .map(CaseSpec::template)
                    .distinct()
                    .count();
            page.cells(List.of(
                    catalogue.edition().id(), String.valueOf(catalogue.cases().size()), String.valueOf(templates)));
        }
    }

    private static List<String> cells(CaseGroup group, List<String> editions) {
        var counts = group.counts();
        var cells = new ArrayList<>(List.of(
                group.id(),
                Markdown.text(group.title()),
                group.each(CaseSpec::requirements),
                group.each(CaseSpec::needs)));
        cells.addAll(editions.stream()
                .map(edition -> counts.containsKey(edition) ? String.valueOf(counts.get(edition)) : "–")
                .collect(Collectors.toList()));
        return cells;
    }
}
