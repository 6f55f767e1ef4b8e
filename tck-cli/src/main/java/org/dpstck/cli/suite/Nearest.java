package org.dpstck.cli.suite;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;
import org.dpstck.core.plan.Selection;

/** Finds the ids that somebody may have meant. */
public final class Nearest {

    private static final int SUGGESTIONS = 3;

    private Nearest() {}

    /**
     * Ids near a word, the nearest first, at most three; empty if none is near.
     *
     * <p>A word without a dot means no single row: rows are not suggested for it.
     */
    public static List<String> to(String word, Collection<String> known) {
        var wanted = plain(word);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var limit = Math.max(2, wanted.length() / 3);
        return known.stream()
                .distinct()
                .filter(id -> word.contains(".") || !id.contains("."))
                .filter(id -> difference(wanted, plain(id)) <= limit)
                .sorted(Comparator.comparingInt((String id) -> difference(wanted, plain(id)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** What to say of the patterns of a selection that select nothing; empty if every one selects something. */
    public static Optional<String> complaint(Selection selection, Catalogue catalogue) {
        var idle = selection.idle(catalogue);
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("--only: no case has an id or a requirement like " + guesses(idle, ids(catalogue))
                + "; `dps-tck list` shows the ids");
    }

    /** The same for a selection of requirements. */
    public static Optional<String> complaintOfRequirements(Selection selection, Catalogue catalogue) {
        var register = catalogue.edition().requirements();
        var idle = selection.globs().stream()
                .filter(glob -> register.values().stream().noneMatch(requirement -> new Selection(List.of(glob))
                        .selects(requirement, catalogue.verifying(requirement.id()))))
                .toList();
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        var known = Stream.concat(register.keySet().stream(), ids(catalogue).stream())
                .distinct()
                .toList();
        return Optional.of("--only: no requirement has an id or a case like " + guesses(idle, known)
                + "; `dps-tck list --requirements` shows the ids");
    }

    private static String guesses(List<String> globs, Collection<String> known) {
        return globs.stream()
                .map(glob -> {
                    var near = to(glob, known);
                    return "'" + glob + "'"
                            + (near.isEmpty() ? "" : " (did you mean " + String.join(", ", near) + "?)");
                })
                .collect(Collectors.joining(" nor "));
    }

    /** Every id by which a case can be named: without the row, by requirement, in full. */
    static List<String> ids(Catalogue catalogue) {
        var cases = catalogue.cases().values();
        return Stream.of(
                        cases.stream().map(CaseSpec::template),
                        cases.stream().flatMap(spec -> spec.requirements().stream()),
                        cases.stream().map(CaseSpec::id))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
    }

    private static String plain(String id) {
        return id.toUpperCase(Locale.ROOT).replaceAll("[*?\\s_-]", "");
    }

    /** How far a word is from an id, or from the beginning of one, which is a little farther. */
    private static int difference(String word, String id) {
        var whole = distance(word, id);
        return id.length() <= word.length()
                ? whole
                : Math.min(whole, 1 + distance(word, id.substring(0, word.length())));
    }

    /** How many letters to insert, delete or replace. */
    private static int distance(String word, String id) {
        var row = new int[id.length() + 1];
        for (int column = 0; column <= id.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= word.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= id.length(); column++) {
                int replaced = diagonal + (word.charAt(line - 1) == id.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[id.length()];
    }
}
