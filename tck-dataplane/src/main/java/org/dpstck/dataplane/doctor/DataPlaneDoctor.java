package org.dpstck.dataplane.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/** Takes the steps one after the other; what stands on a problem is not looked at, and says so. */
public final class DataPlaneDoctor {

    private final RunContext run;
    private final Consumer<Check> report;
    /** Checks that others must not stand on, with the check that is to blame. */
    private final Map<String, String> down = new HashMap<>();

    private DataPlaneDoctor(RunContext run, Consumer<Check> report) {
        this.run = run;
        this.report = report;
    }

    /**
     * Examines a data plane and how it is described.
     *
     * @param report told of each check as soon as it is made
     */
    public static void examine(RunContext run, Consumer<Check> report) {
        try (var bench = Bench.open(run)) {
            var examination = new Examination(run, bench);
            var doctor = new DataPlaneDoctor(run, report);
            try {
                steps(run).forEach(step -> doctor.take(step, examination));
            } finally {
                examination.release();
            }
        }
    }

    /** Why something was not looked at that stands on a check which is a problem. */
    static String because(String id) {
        return "because of the problem with " + id;
    }

    private static List<Step> steps(RunContext run) {
        var steps = new ArrayList<Step>();
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
        steps.add(new ClockStep());
        steps.add(new FlowsStep());
        return steps;
    }

    private void take(Step step, Examination examination) {
        var started = System.nanoTime();
        var blame = step.standsOn().stream()
                .filter(down::containsKey)
                .map(down::get)
                .findFirst();
        var finding = blame.map(id -> Finding.notChecked(because(id))).orElseGet(() -> step.look(examination));
        blame.ifPresent(id -> down.put(step.id(), id));
        if (finding.outcome() == Check.Outcome.PROBLEM) {
            down.put(step.id(), step.id());
        }
        report.accept(check(step, finding, (System.nanoTime() - started) / 1_000_000));
    }

    /** What a system or a command said may hold anything; no secret leaves from here. */
    private Check check(Step step, Finding finding, long millis) {
        Redactor redactor = run.redactor();
        return new Check(
                step.id(),
                finding.outcome(),
                redactor.clean(finding.observed()),
                redactor.clean(finding.meaning()),
                finding.change().stream().map(redactor::clean).toList(),
                finding.settings(),
                millis);
    }
}
