package org.dpstck.cli.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dpstck.core.verdict.CaseResult;

/** Groups cases for lists that must stay short and hide nothing. */
final class Groups {

    private static final int EXAMPLES = 3;

    private Groups() {}

    /** Cases with one reason together, the largest group first. */
    static <K> Map<K, List<CaseResult>> by(Collection<CaseResult> cases, Function<CaseResult, K> reason) {
        var groups = new LinkedHashMap<K, List<CaseResult>>();
        cases.forEach(it -> groups.computeIfAbsent(reason.apply(it), key -> new ArrayList<>())
                .add(it));
        var sorted = new LinkedHashMap<K, List<CaseResult>>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }

    /** The first ids, and how many more there are. */
    static String examples(List<CaseResult> cases) {
        var shown = cases.stream().limit(EXAMPLES).map(CaseResult::id).collect(Collectors.joining(", "));
        return cases.size() > EXAMPLES ? shown + " and " + (cases.size() - EXAMPLES) + " more" : shown;
    }
}
