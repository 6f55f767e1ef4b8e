package org.dpstck.dataplane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.detect.Evidence.Bearing;
import org.dpstck.core.edition.FlowKind;

/**
 * Puts into words why a system speaks one edition rather than another: the rest of a sentence that begins with "it".
 *
 * @param asked the edition that it does not speak
 * @param spoken the one that it speaks
 * @param kind of flow that was tried
 */
record Reasons(Dossier asked, Dossier spoken, FlowKind kind) {

    private static final int MOST = 2;

    @Override
    public String toString() {
        var reasons = new ArrayList<String>();
        if (asked.has(Trait.MESSAGE, Bearing.AGAINST)) {
            return "it " + messages();
        }
        if (asked.has(Trait.ANSWER, Bearing.AGAINST)) {
            reasons.add(answers());
        }
        if (asked.has(Trait.STATUS, Bearing.AGAINST) && spoken.has(Trait.STATUS, Bearing.FOR)) {
            reasons.add("tells the status at " + status(spoken) + " and not at " + status(asked));
        }
        Stream.of(
                        tells(Trait.OPERATION, Bearing.AGAINST),
                        tells(Trait.MESSAGE, Bearing.DOUBT),
                        tells(Trait.END, Bearing.AGAINST))
                .flatMap(List::stream)
                .forEach(reasons::add);
        return reasons.stream()
                .distinct()
                .limit(MOST)
                .map(reason -> "it " + reason)
                .collect(Collectors.joining("; "));
    }

    private String messages() {
        var refused = CreationForm.tellingMembers(asked.edition(), spoken.edition(), kind);
        var accepted = CreationForm.tellingMembers(spoken.edition(), asked.edition(), kind);
        if (refused.isEmpty() && accepted.isEmpty()) {
            return "refused the message of " + asked.edition().id() + " and accepted that of "
                    + spoken.edition().id();
        }
        if (refused.isEmpty()) {
            return "refused a message without " + Wording.names(accepted) + " and accepted one with it";
        }
        if (accepted.isEmpty()) {
            return "refused " + Wording.names(refused) + " and accepted a message without";
        }
        return "refused " + Wording.names(refused) + " and accepted " + Wording.names(accepted);
    }

    private String answers() {
        var lacking = tells(Trait.ANSWER, Bearing.AGAINST).get(0);
        var has = new ArrayList<>(spoken.speaker().answered(kind));
        has.removeAll(asked.speaker().answered(kind));
        return lacking + (has.isEmpty() ? "" : " and with " + Wording.names(has));
    }

    private List<String> tells(Trait trait, Bearing bearing) {
        return asked.signs(bearing)
                .filter(sign -> sign.trait() == trait)
                .map(Sign::tell)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String status(Dossier dossier) {
        return dossier.speaker().status().orElseThrow().line();
    }
}
