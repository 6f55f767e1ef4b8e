package org.dpstck.cli.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.junit.Case;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.CatalogueException;

/**
 * The rows of one case in one section, in all editions.
 *
 * @param section heading of the document
 * @param rows at least one
 */
record CaseGroup(String section, List<CaseSpec> rows) {

    /** What a row's kind of flow demands anyway. */
    private static final List<String> OF_THE_KIND = List.of("consumer", "provider", "push", "pull");

    /** The groups, in the order in which their sections and cases come first. */
    static Collection<CaseGroup> of(Stream<CaseSpec> cases) {
        var groups = new LinkedHashMap<List<String>, CaseGroup>();
        cases.forEach(spec -> groups.computeIfAbsent(
                        List.of(spec.section(), spec.template()),
                        key -> new CaseGroup(spec.section(), new ArrayList<>()))
                .rows()
                .add(spec));
        return groups.values();
    }

    /** Id without the row, then what the row ranges over: {@code `START-DUPLICATE.`*kind*`.`*state*}. */
    String id() {
        var first = rows.get(0);
        var parts = new StringBuilder(first.template());
        var names = names();
        for (int i = 0; i < names.size(); i++) {
            if (!first.definition().template().contains("{" + i + "}")) {
                parts.append('.')
                        .append(String.join(".", parts(first.row().arguments().get(i), names.get(i))));
            }
        }
        var text = Markdown.code(first.template());
        var rest = parts.substring(first.template().length());
        return rest.isEmpty()
                ? text
                : text
                        + Arrays.stream(rest.substring(1).split("\\."))
                                .map(part -> ".*" + part + "*")
                                .collect(Collectors.joining());
    }

    /** The title; where the rows differ, what they range over stands in their place. */
    String title() {
        var titles = rows.stream().map(CaseSpec::title).distinct().toList();
        if (titles.size() == 1) {
            return titles.get(0);
        }
        var title = rows.get(0).definition().title();
        var names = names();
        for (int i = 0; i < names.size(); i++) {
            var at = i;
            var values = rows.stream()
                    .map(spec -> String.valueOf(spec.row().arguments().get(at)))
                    .distinct()
                    .toList();
            var parts = parts(rows.get(0).row().arguments().get(i), names.get(i));
            title = title.replace(
                    "{" + i + "}", values.size() == 1 ? values.get(0) : "*" + String.join(".", parts) + "*");
        }
        // What a title ends with is what the id says anyway.
        return title.replaceAll(": \\*[a-z.]+\\*$", "");
    }

    /** What of every row some aspect names; with "(some)" where not all rows do. */
    String each(Function<CaseSpec, List<String>> aspect) {
        var counts = new LinkedHashMap<String, Integer>();
        rows.forEach(spec -> aspect.apply(spec).stream()
                .filter(name -> !OF_THE_KIND.contains(name))
                .forEach(name -> counts.merge(name, 1, Integer::sum)));
        return counts.isEmpty()
                ? "–"
                : counts.entrySet().stream()
                        .map(it -> Markdown.code(it.getKey()) + (it.getValue() < rows.size() ? " (some)" : ""))
                        .collect(Collectors.joining(", "));
    }

    /** How many rows each edition has. */
    Map<String, Long> counts() {
        return rows.stream().collect(Collectors.groupingBy(CaseSpec::edition, Collectors.counting()));
    }

    private static List<String> parts(Object argument, String name) {
        if (argument instanceof Cell) {
            return List.of("kind", "state", "signal");
        }
        if (argument instanceof Given) {
            return List.of("kind", "state");
        }
        return List.of(argument instanceof FlowKind ? "kind" : name);
    }

    /** The names of the parameters that take the row's arguments. */
    private List<String> names() {
        var first = rows.get(0);
        try {
            return Arrays.stream(Class.forName(first.definition().type()).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Case.class)
                            && method.getName().equals(first.definition().method()))
                    .flatMap(method -> Arrays.stream(method.getParameters()))
                    .limit(first.row().arguments().size())
                    .map(parameter -> parameter.getName())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new CatalogueException(
                    "there is no class " + first.definition().type(), e);
        }
    }
}
