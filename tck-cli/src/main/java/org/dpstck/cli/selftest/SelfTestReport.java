package org.dpstck.cli.selftest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a self-test showed; its writers are {@link ReportJson}, {@link MatrixFiles} and {@link TrustPage}. */
public final class SelfTestReport {

    private final SelfTestRequest request;
    private final boolean complete;
    private final Instant startedAt;
    private final Instant finishedAt;
    private final List<FaultReport> faults;
    private final List<VariantReport> variants;
    private final List<Usefulness.Useless> useless;
    private final List<Problem> problems;
    private final Map<String, Integer> passed;

    SelfTestReport(
            SelfTestRequest request,
            boolean complete,
            Instant startedAt,
            Instant finishedAt,
            List<FaultReport> faults,
            List<VariantReport> variants,
            List<Usefulness.Useless> useless,
            List<Problem> problems,
            Map<String, Integer> passed) {
        this.request = request;
        this.complete = complete;
        this.startedAt = startedAt;
        this.finishedAt = finishedAt;
        this.faults = List.copyOf(faults);
        this.variants = List.copyOf(variants);
        this.useless = List.copyOf(useless);
        this.problems = List.copyOf(problems);
        this.passed = Map.copyOf(passed);
    }

    /** Whether nothing speaks against the suite. */
    public boolean passed() {
        return problems.isEmpty();
    }

    /** What speaks against the suite, a line each. */
    public List<String> problemLines() {
        return problems.stream().map(Problem::toString).toList();
    }

    /** Seconds from the first trial to the last. */
    public double seconds() {
        return Duration.between(startedAt, finishedAt).toMillis() / 1000.0;
    }

    SelfTestRequest request() {
        return request;
    }

    /** Whether everything was tried, so that useless cases are known. */
    boolean complete() {
        return complete;
    }

    Instant startedAt() {
        return startedAt;
    }

    List<FaultReport> faults() {
        return faults;
    }

    List<VariantReport> variants() {
        return variants;
    }

    List<Usefulness.Useless> useless() {
        return useless;
    }

    List<Problem> problems() {
        return problems;
    }

    /** How many cases pass on the correct data plane, by edition. */
    Map<String, Integer> passedByEdition() {
        return passed;
    }
}
