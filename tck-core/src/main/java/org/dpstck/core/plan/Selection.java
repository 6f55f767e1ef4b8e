package org.dpstck.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dpstck.core.edition.Requirement;

/**
 * Which cases a run is limited to: globs over case ids and requirement ids; none means all.
 *
 * @param globs with {@code *} for any characters and {@code ?} for one, whatever the case of letters
 */
public record Selection(List<String> globs) {

    /** Every case. */
    public static Selection all() {
        return new Selection(List.of());
    }

    /** Whether it selects a case: by id, by id without the row, or by a requirement. */
    public boolean selects(CaseSpec spec) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, spec));
    }

    /** Whether it selects a requirement: by its id, or by the id of a case that verifies it, with or without the row. */
    public boolean selects(Requirement requirement, List<CaseSpec> verifying) {
        return globs.isEmpty()
                || globs.stream()
                        .map(glob -> pattern(glob).asMatchPredicate())
                        .anyMatch(matcher -> matcher.test(requirement.id())
                                || verifying.stream().anyMatch(spec -> named(spec, matcher)));
    }

    /** The globs that select nothing of a catalogue. */
    public List<String> idle(Catalogue catalogue) {
        var idle = new ArrayList<String>();
        for (var glob : globs) {
            if (catalogue.cases().values().stream().noneMatch(spec -> matches(glob, spec))) {
                idle.add(glob);
            }
        }
        return idle;
    }

    private static boolean matches(String glob, CaseSpec spec) {
        Predicate<String> matcher = pattern(glob).asMatchPredicate();
        return named(spec, matcher) || spec.requirements().stream().anyMatch(matcher);
    }

    private static boolean named(CaseSpec spec, Predicate<String> matcher) {
        return matcher.test(normal(spec.id())) || matcher.test(normal(spec.template()));
    }

    private static String normal(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static Pattern pattern(String glob) {
        var regex = new StringBuilder();
        for (var character : normal(glob).toCharArray()) {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
