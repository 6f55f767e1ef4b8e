package org.dpstck.core.plan;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;

/** Decides case by case, from declarations alone. */
public final class Planner {

    private Planner() {}

    /** The plan for a system and a selection. */
    public static Plan plan(Catalogue catalogue, SystemUnderTest system, Selection selection) {
        var cases = new ArrayList<PlannedCase>();
        var partial = false;
        for (var spec : catalogue.cases().values()) {
            var decision = decide(spec, system, selection);
            if (decision instanceof Decision.NotSelected) {
                partial = true;
            } else {
                cases.add(new PlannedCase(spec, decision));
            }
        }
        return new Plan(cases, partial);
    }

    private static Decision decide(CaseSpec spec, SystemUnderTest system, Selection selection) {
        if (!selection.selects(spec)) {
            return new Decision.NotSelected();
        }
        var lacking = spec.capabilities().stream()
                .filter(capability -> !system.capabilities().contains(capability))
                .map(Capability::id)
                .collect(Collectors.joining(", "));
        var unused = spec.row().arguments().stream()
                .filter(Authorization.class::isInstance)
                .map(Authorization.class::cast)
                .filter(way -> !system.authorization().uses(way.profile(), way.use()))
                .findFirst();
        if (!lacking.isEmpty()) {
            return new Decision.NotApplicable("the system does not declare the capability " + lacking);
        }
        if (unused.isPresent()) {
            return new Decision.NotApplicable("the system's description does not say, and the edition does not read,"
                    + " that credentials are used for " + unused.get().use() + " (authorization.direction)");
        }
        var missing = spec.triggers().stream()
                .filter(trigger -> system.trigger(trigger).isEmpty())
                .map(TriggerPoint::id)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return new Decision.Untested("no trigger for " + missing + " is configured (triggers."
                    + missing.split(", ")[0] + "), and no request of the protocol asks for it");
        }
        return new Decision.Run();
    }
}
