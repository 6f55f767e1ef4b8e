package org.dpstck.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a run is going to do.
 *
 * @param cases all selected cases, in the order of the suite
 * @param partial whether selection left something out
 */
public record Plan(List<PlannedCase> cases, boolean partial) {

    /** The same plan with its cases in an order that a seed decides; equal seeds give equal orders. */
    public Plan shuffled(long seed) {
        var shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(seed));
        return new Plan(List.copyOf(shuffled), partial);
    }

    /** The cases that run. */
    public List<CaseSpec> running() {
        return cases.stream().filter(PlannedCase::runs).map(PlannedCase::spec).toList();
    }

    /** The cases of one method that run, in the order of its rows. */
    public List<CaseSpec> running(String type, String method) {
        return running().stream()
                .filter(spec -> spec.definition().type().equals(type)
                        && spec.definition().method().equals(method))
                .toList();
    }
}
