package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Suites;
import org.dpstck.reference.ReferenceRole;

/** The self-tests of every role that a request asks for, one after the other. */
public final class SelfTests {

    private SelfTests() {}

    /**
     * Carries them out.
     *
     * @param suites to choose from
     * @param progress is told how each of them goes
     * @return a report for each role of which something was tried
     * @throws UsageException if the request selects nothing that exists, with the nearest ids
     */
    public static List<SelfTestReport> execute(
            SelfTestRequest request, Suites suites, Supplier<TrialProgress> progress) {
        var tests = roles(request)
                .map(role -> new SelfTest(request.of(role), suites, progress.get()))
                .toList();
        TrialPlan.check(request, tests);
        var reports = new ArrayList<SelfTestReport>();
        for (var test : tests) {
            if (test.selectsAnything()) {
                reports.add(test.execute());
            }
        }
        if (reports.isEmpty()) {
            throw new UsageException("nothing is selected: no such fault or variant exists in edition "
                    + String.join(", ", request.editions()));
        }
        return List.copyOf(reports);
    }

    private static Stream<String> roles(SelfTestRequest request) {
        return request.role() == null
                ? Stream.of(ReferenceRole.values()).map(ReferenceRole::word)
                : Stream.of(request.role());
    }
}
