package org.dpstck.core.doctor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.Check;

/**
 * Takes steps one after the other; what stands on a problem is not looked at, and says so.
 *
 * @param <P> what is examined
 */
public final class Rounds<P extends Patient> {

    private final P patient;
    private final Redactor redactor;
    private final Consumer<Check> report;
    /** Checks that others must not stand on, with the check that is to blame. */
    private final Map<String, String> down = new HashMap<>();

    /**
     * Rounds about one system.
     *
     * @param redactor cleans what is found
     * @param report told of each check as soon as it is made
     */
    public Rounds(P patient, Redactor redactor, Consumer<Check> report) {
        this.patient = patient;
        this.redactor = redactor;
        this.report = report;
    }

    /** Why something was not looked at that stands on a check which is a problem. */
    public static String because(String id) {
        return "because of the problem with " + id;
    }

    /** Takes a step. */
    public void take(Step<? super P> step) {
        var started = System.nanoTime();
        var blame = step.standsOn().stream()
                .filter(down::containsKey)
                .map(down::get)
                .findFirst();
        var finding = blame.map(id -> Finding.notChecked(because(id))).orElseGet(() -> step.look(patient));
        blame.ifPresent(id -> down.put(step.id(), id));
        if (finding.outcome() == Check.Outcome.PROBLEM) {
            down.put(step.id(), step.id());
        }
        report.accept(check(step, finding, (System.nanoTime() - started) / 1_000_000));
    }

    /** What a system or a command said may hold anything; no secret leaves from here. */
    private Check check(Step<? super P> step, Finding finding, long millis) {
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
