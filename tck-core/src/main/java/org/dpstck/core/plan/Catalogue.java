package org.dpstck.core.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Level;
import org.dpstck.core.sut.Capability;

/**
 * All cases of a suite in an edition, rows filled in.
 *
 * @param edition judged by
 * @param cases by id, in the order of the suite
 */
public record Catalogue(Edition edition, Map<String, CaseSpec> cases) {

    /**
     * Fills in the rows.
     *
     * @throws CatalogueException if two cases have one id or a case names an unknown requirement
     */
    public static Catalogue of(Edition edition, String role, List<CaseDefinition> definitions) {
        var cases = new LinkedHashMap<String, CaseSpec>();
        for (var definition : definitions) {
            if (definition.needs().contains(Capability.REGISTRATION) && !registers(edition)) {
                continue;
            }
            for (var row : definition.rows()) {
                if (isElsewhere(edition, definition, row)) {
                    continue;
                }
                var spec = spec(edition, role, definition, row);
                if (cases.put(spec.id(), spec) != null) {
                    throw new CatalogueException("two cases have the id " + spec.id());
                }
            }
        }
        return new Catalogue(edition, cases);
    }

    /** Whether every requirement that the case verifies counts only in other editions. */
    private static boolean isElsewhere(Edition edition, CaseDefinition definition, Row row) {
        return !definition.verifies().isEmpty()
                && definition.verifies().stream()
                        .map(pattern -> filled(pattern, row))
                        .allMatch(id -> id.endsWith("?") && !edition.asks(id.substring(0, id.length() - 1)));
    }

    /** Whether there is anything to register with: a data plane with one half of an edition, a control plane with the other. */
    private static boolean registers(Edition edition) {
        return edition.transfers() != null || edition.registered().isPresent();
    }

    /** The case of an id. */
    public Optional<CaseSpec> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    /**
     * The same cases several times over, the repetitions under ids of their own: for measuring what a case costs.
     *
     * @param times 1 or more; 1 changes nothing
     */
    public Catalogue times(int times) {
        var all = new LinkedHashMap<>(cases);
        for (int i = 2; i <= times; i++) {
            var suffix = "~" + i;
            cases.values().stream()
                    .map(spec -> spec.called(spec.id() + suffix))
                    .forEach(spec -> all.put(spec.id(), spec));
        }
        return new Catalogue(edition, all);
    }

    /** The cases that verify a requirement, in the order of the suite. */
    public List<CaseSpec> verifying(String requirement) {
        return cases.values().stream()
                .filter(spec -> spec.requirements().contains(requirement))
                .toList();
    }

    private static CaseSpec spec(Edition edition, String role, CaseDefinition definition, Row row) {
        var template = filled(definition.template(), row);
        var rest = rest(definition.template(), row);
        var id = rest.isEmpty() ? template : template + "." + rest;
        var requirements = requirements(edition, definition, row, id);
        var demands = Demands.of(row, edition);
        var capabilities = EnumSet.copyOf(demands.capabilities());
        capabilities.addAll(definition.needs());
        var triggers = EnumSet.copyOf(demands.triggers());
        triggers.addAll(definition.triggers());
        var level = requirements.stream()
                .map(requirement -> edition.requirement(requirement).level())
                .min(Level::compareTo)
                .orElseThrow();
        return new CaseSpec(
                id,
                template,
                worded(definition.title(), row),
                role,
                edition.id(),
                level,
                requirements,
                edition.requirement(requirements.get(0)).section(),
                capabilities,
                triggers,
                row,
                definition);
    }

    /** The row's part of the id: the arguments that the template does not hold already. */
    private static String rest(String template, Row row) {
        return IntStream.range(0, row.arguments().size())
                .filter(i -> !template.contains("{" + i + "}"))
                .mapToObj(i -> String.valueOf(row.arguments().get(i)))
                .collect(Collectors.joining("."));
    }

    private static List<String> requirements(Edition edition, CaseDefinition definition, Row row, String id) {
        var requirements = new LinkedHashSet<String>();
        for (var pattern : definition.verifies()) {
            var requirement = "{requirement}".equals(pattern) ? row.requirement() : filled(pattern, row);
            if (requirement != null && requirement.endsWith("?")) {
                requirement = requirement.substring(0, requirement.length() - 1);
                requirement = edition.asks(requirement) ? requirement : null;
            }
            if (requirement != null) {
                requirements.add(requirement);
            }
        }
        for (var requirement : requirements) {
            if (!edition.requirements().containsKey(requirement)) {
                throw new CatalogueException("case " + id + " verifies " + requirement + ", which edition "
                        + edition.id() + " does not have");
            }
        }
        if (requirements.isEmpty()) {
            throw new CatalogueException("case " + id + " verifies nothing");
        }
        return new ArrayList<>(requirements);
    }

    /** Part of an id. */
    private static String filled(String pattern, Row row) {
        return filled(pattern, row, argument -> String.valueOf(argument).toUpperCase(Locale.ROOT));
    }

    /** A title. */
    private static String worded(String pattern, Row row) {
        return filled(pattern, row, argument -> argument instanceof Worded it ? it.text() : String.valueOf(argument));
    }

    private static String filled(String pattern, Row row, Function<Object, String> text) {
        var filled = pattern;
        for (int i = 0; i < row.arguments().size(); i++) {
            filled = filled.replace("{" + i + "}", text.apply(row.arguments().get(i)));
        }
        return filled;
    }
}
