package org.dpstck.reports.repeat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values of a run that a script has as variables, in the order in which they became known. */
final class Names {

    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST_MARK = 8;

    /** Where the system and the script are. */
    private static final Set<String> ADDRESSES = Set.of("BASE_URL", "DSP_URL", "ORIGIN", "CALLBACK_URL");

    /** Names that are good for variables as they are; any other could be one that the shell or a program obeys. */
    private static final Set<String> HARMLESS = Set.of(
            "BASE_URL",
            "DSP_URL",
            "ORIGIN",
            "CALLBACK_URL",
            "KEY",
            "SECRET",
            "PROCESS_ID",
            "MESSAGE_ID",
            "DATA_FLOW_ID",
            "DATAPLANE_ID",
            "CONTROLPLANE_ID",
            "CONSUMER_PID",
            "PROVIDER_PID",
            "CALLBACK_ADDRESS",
            "ENDPOINT",
            "TRANSFER_ID",
            "ACCESS_TOKEN",
            "REFRESH_TOKEN");

    private final Map<String, Piece> spellings = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> vague = new HashSet<>();
    private final Map<String, String> invented = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private List<String> longestFirst;

    /** Whether a value has a variable. */
    boolean knows(String value) {
        return spellings.containsKey(value);
    }

    /** Gives a value a variable with a telling name; the one that it has, if it has one. */
    String define(String value, String wish) {
        var known = spellings.get(value);
        if (known != null) {
            return known.text();
        }
        var name = free(wish);
        spellings.put(value, Piece.value(name));
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        spellings.putIfAbsent(encoded, Piece.encoded(name));
        longestFirst = null;
        return name;
    }

    /** The same for a value that is told apart when messages are compared. */
    String defineId(String value, String wish) {
        var name = define(value, wish);
        ids.putIfAbsent(value, name);
        return name;
    }

    /** The same for an id of the suite's own, which is another one each time that the script runs. */
    String invent(String value, String wish) {
        var name = defineId(value, wish);
        invented.put(value, name);
        return name;
    }

    /** The variable of an id of the suite's own; empty if it does not matter which it is. */
    Optional<String> invented(String value) {
        return Optional.ofNullable(vague.contains(value) ? null : invented.get(value));
    }

    /** Says that it does not matter which of some ids stands in an address. */
    void vague(Set<String> values) {
        vague.addAll(values);
    }

    /** Tells a value apart when messages are compared, and leaves it as it is everywhere else. */
    void tellApart(String value, String name) {
        ids.putIfAbsent(value, name);
    }

    /** The variable of an id. */
    Optional<String> id(String value) {
        return Optional.ofNullable(ids.get(value));
    }

    /** The first id or address in a text, the longest of those that begin there; shorter ones could be anything. */
    Optional<Occurrences.Found> mark(String text) {
        return Stream.concat(
                        ids.keySet().stream(),
                        spellings.entrySet().stream()
                                .filter(it -> isAddress(it.getValue()))
                                .map(Map.Entry::getKey))
                .filter(it -> it.length() >= SHORTEST_MARK && text.contains(it))
                .map(it -> new Occurrences.Found(text.indexOf(it), it))
                .min(Comparator.comparingInt(Occurrences.Found::start)
                        .thenComparing(
                                Comparator.comparingInt(Occurrences.Found::end).reversed()));
    }

    /** The variable of such an id or address. */
    String marked(String value) {
        var id = ids.get(value);
        return id == null ? spellings.get(value).text() : id;
    }

    private static boolean isAddress(Piece piece) {
        return piece.kind() == Piece.Kind.VALUE && ADDRESSES.contains(piece.text());
    }

    /** Whether any text needed a variable. */
    boolean uses(String variable) {
        return used.contains(variable);
    }

    /** Says that a variable is needed. */
    void use(String variable) {
        used.add(variable);
    }

    /** A text with its values as variables. */
    List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var found : Occurrences.of(longestFirst(), text)) {
            if (found.start() > at) {
                pieces.add(Piece.literal(text.substring(at, found.start())));
            }
            var piece = spellings.get(found.value());
            used.add(piece.text());
            pieces.add(piece);
            at = found.end();
        }
        if (at < text.length() || pieces.isEmpty()) {
            pieces.add(Piece.literal(text.substring(at)));
        }
        return pieces;
    }

    /** The longest first, because one may begin with another. */
    private List<String> longestFirst() {
        if (longestFirst == null) {
            longestFirst = spellings.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
        return longestFirst;
    }

    /** {@code processId} becomes PROCESS_ID, and PROCESS_ID_2 when that is taken. */
    private String free(String wish) {
        var name = wish.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        if (!HARMLESS.contains(name)) {
            name = "VALUE_" + name;
        }
        var number = taken.merge(name, 1, Integer::sum);
        return number == 1 ? name : name + "_" + number;
    }
}
