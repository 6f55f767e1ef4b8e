package org.dpstck.cli.selftest;

import java.util.List;
import org.dpstck.reference.Faults;
import org.dpstck.reference.Variants;

/** What has to be tried as well after a trial that showed something unwanted. */
final class FollowUp {

    private FollowUp() {}

    /** Trials that tell more; none after most. */
    static List<Trial> of(TrialResult result) {
        return switch (result.trial().kind()) {
            case FAULT -> afterFault(result);
            case VARIANT -> afterVariants(result);
            case NOTHING -> List.of();
        };
    }

    /** Whether a result is replaced by those of its follow-ups. */
    static boolean replaces(TrialResult result) {
        return result.trial().kind() == Trial.Kind.FAULT && !of(result).isEmpty();
    }

    /** A fault that its own cases missed is tried on the whole suite: perhaps others catch it. */
    private static List<Trial> afterFault(TrialResult result) {
        var trial = result.trial();
        var fault = Faults.byId(trial.id()).orElseThrow();
        return trial.isWhole()
                        || FaultReport.of(fault, result, fault.requirements()).caught()
                ? List.of()
                : List.of(Trial.whole(fault, trial.edition()));
    }

    /** Of several variants that are flagged together, each is tried by itself. */
    private static List<Trial> afterVariants(TrialResult result) {
        var ids = result.trial().ids();
        if (ids.size() == 1 || VariantReport.isCleanTogether(result)) {
            return List.of();
        }
        return ids.stream()
                .map(id -> Trial.of(
                        List.of(Variants.byId(id).orElseThrow()), result.trial().edition()))
                .toList();
    }
}
