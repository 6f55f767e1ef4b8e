package org.dpstck.dataplane.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dpstck.core.doctor.ClockStep;
import org.dpstck.core.doctor.Rounds;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.doctor.TlsStep;
import org.dpstck.core.doctor.UrlStep;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/** Takes the steps one after the other; what stands on a problem is not looked at, and says so. */
public final class DataPlaneDoctor {

    private DataPlaneDoctor() {}

    /**
     * Examines a data plane and how it is described.
     *
     * @param report told of each check as soon as it is made
     */
    public static void examine(RunContext run, Consumer<Check> report) {
        try (var bench = Bench.open(run)) {
            var examination = new Examination(run, bench);
            var rounds = new Rounds<>(examination, run.redactor(), report);
            try {
                steps(run).forEach(rounds::take);
            } finally {
                examination.release();
            }
        }
    }

    private static List<Step<? super Examination>> steps(RunContext run) {
        var steps = new ArrayList<Step<? super Examination>>();
        steps.addAll(List.of(
                new UrlStep(),
                new TlsStep(),
                new HttpStep(),
                new AuthenticationStep(),
                new EditionStep(),
                new IdsStep()));
        steps.add(new BindStep());
        var declared = run.edition().registered().isPresent() && run.system().can(Capability.REGISTRATION);
        if (declared || run.edition().callsBackWhereRegistered()) {
            steps.add(new RegistrationStep());
        }
        steps.add(new CallbackStep());
        Stream.of(TriggerPoint.values())
                .filter(point -> !point.isForControlPlanes())
                .map(TriggerStep::new)
                .forEach(steps::add);
        steps.add(new ClockStep(HttpStep.ID));
        steps.add(new FlowsStep());
        return steps;
    }
}
