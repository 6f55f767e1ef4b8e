package org.dpstck.cli.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.TerminalPrompt;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.cli.suite.Suites;
import org.dpstck.cli.summary.RunSummary;
import org.dpstck.cli.summary.Words;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.CaseScanner;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.plan.Planner;
import org.dpstck.core.plan.Selection;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.AllureResults;

/** One run in one edition, from the request to the record. */
final class TckRun {

    private static final long INTERIM_MILLIS = 1000;
    private static final long INTERIM_SHARE = 25;
    private static final long TICK_MILLIS = 500;

    /** How often every case runs; more than once for benchmarks alone, see benchmarks/README.md. */
    private static final int TIMES = Math.max(1, Integer.getInteger("dpstck.times", 1));

    private final RunRequest request;
    private final Surroundings surroundings;
    private final Suites suites;
    private final Palette palette;
    private final String version;

    /**
     * A run.
     *
     * @param suites to choose from
     * @param version of this kit, for the record
     */
    TckRun(RunRequest request, Surroundings surroundings, Suites suites, Palette palette, String version) {
        this.request = request;
        this.surroundings = surroundings;
        this.suites = suites;
        this.palette = palette;
        this.version = version;
    }

    /**
     * What is left of a run.
     *
     * @param record as it was written
     * @param folder with the records
     * @param speaksOtherwise whether it stopped because the system speaks another edition
     */
    record Ended(RunRecord record, Path folder, boolean speaksOtherwise) {}

    /**
     * Runs.
     *
     * @return what is left of the run; its verdict has the exit code
     * @throws UsageException and the exceptions of configuration, stand-in and reference if nothing can run
     * @throws org.dpstck.core.junit.SuiteBrokenException if the suite broke; the records are written nevertheless
     */
    Ended execute() {
        var startedAt = Instant.now();
        var folder = OutputFolder.at(request.out());
        try (var target = Target.of(request, surroundings.settings())) {
            var described = target.describe();
            var suite = suites.suite(described.role());
            var catalogue = CaseScanner.scan(
                            suite,
                            suites.edition(
                                    suite,
                                    described.edition(),
                                    described.controlPlane().form()))
                    .times(TIMES);
            var selection = new Selection(request.only());
            Nearest.complaint(selection, catalogue).ifPresent(complaint -> {
                throw new UsageException(complaint);
            });
            var system = target.ready();
            var plan = Planner.plan(catalogue, system, selection);
            var briefing =
                    new Briefing(catalogue.edition(), system, plan, request.only(), request.seed(), version, startedAt);
            return judge(suite, briefing, target, folder);
        }
    }

    private Ended judge(Suite suite, Briefing briefing, Target target, OutputFolder chosen) {
        var progress = Progress.of(
                request.detail(), surroundings, palette, briefing.plan().cases().size());
        var context = new RunContext(
                briefing.edition(),
                briefing.system(),
                new Redactor(SutConfiguration.secrets(briefing.system())),
                new ExchangeIds(),
                new RunGate(),
                new TerminalPrompt(surroundings, progress::aside),
                request.anyEdition());
        try (var session = suite.open(context)) {
            var folder = chosen.create();
            var recorder = Recorder.open(folder, subject(briefing), briefing.edition(), version);
            var results = new Results(
                    briefing.plan(), context.redactor(), new Observers(List.of(recorder, progress, request.events())));
            var judging = new Judging(briefing.plan(), briefing.seed(), context, session, results, request.parallel());
            var ending = new Ending(
                    briefing,
                    results,
                    recorder,
                    context.gate(),
                    () -> remarks(target, session, judging),
                    () -> session.address()
                            .map(address -> new RunRecord.Basis(
                                    address, context.journals().common().exchanges()))
                            .orElse(null),
                    record -> {
                        progress.end();
                        show(record, folder);
                        request.events().ended(record, folder.path());
                    });
            request.events().begun(briefing);
            run(judging, ending, progress, headline(briefing));
            ending.unwritten().ifPresent(e -> {
                throw folder.unwritten(e);
            });
            return new Ended(ending.finish(), folder.path(), session.speaksOtherwise());
        }
    }

    private void run(Judging judging, Ending ending, Progress progress, String headline) {
        var clock = Daemons.clock("dps-tck-clock");
        var hook = surroundings.hooks().register(ending::interrupt);
        try {
            ending.interim();
            keepInterim(clock, ending, INTERIM_MILLIS);
            every(clock, TICK_MILLIS, progress::tick);
            judging.run(clock, () -> progress.begin(headline));
        } finally {
            // Also when the suite broke: what was judged until then stays on record.
            ending.finish();
            clock.shutdownNow();
            hook.close();
        }
    }

    /** Saves what there is again and again; the more it costs, the less often, so that a long run is not slowed down. */
    private static void keepInterim(ScheduledExecutorService clock, Ending ending, long delay) {
        clock.schedule(
                () -> {
                    var begun = System.nanoTime();
                    ending.interim();
                    var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                    if (!clock.isShutdown()) {
                        keepInterim(clock, ending, Math.max(INTERIM_MILLIS, took * INTERIM_SHARE));
                    }
                },
                delay,
                TimeUnit.MILLISECONDS);
    }

    private static void every(ScheduledExecutorService clock, long millis, Runnable task) {
        clock.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void show(RunRecord record, OutputFolder folder) {
        var summary = new RunSummary(record, palette, surroundings.tty().columns());
        if (request.detail() != RunRequest.Detail.NOTHING) {
            StepSummary.append(record, surroundings);
        }
        switch (request.detail()) {
            case NOTHING -> {}
            case QUIET -> summary.printVerdict(surroundings.out(), folder.path());
            default -> summary.print(surroundings.out(), folder.path());
        }
    }

    private String headline(Briefing briefing) {
        var running = briefing.plan().running().size();
        var others = briefing.plan().cases().size() - running;
        return "Judging %s at %s as %s by edition %s%s: %s, %d at a time%s%s"
                .formatted(
                        SafeText.line(briefing.system().name()),
                        briefing.about().url(),
                        briefing.system().role().replace('-', ' '),
                        briefing.edition().id(),
                        briefing.system().strict() ? ", strictly" : "",
                        Words.count(running, "case"),
                        request.parallel(),
                        briefing.seed() == null ? "" : ", in the order of seed " + briefing.seed(),
                        others == 0 ? "" : "; " + others + " do not run");
    }

    private static Remarks remarks(Target target, SuiteSession session, Judging judging) {
        var notes = new ArrayList<>(target.notes());
        if (TIMES > 1) {
            notes.add("Every case ran " + TIMES + " times (dpstck.times): this run measures the kit.");
        }
        if (judging.begun()) {
            notes.addAll(session.notes());
        }
        return new Remarks(notes, session.revocation().orElse(null));
    }

    private static AllureResults.Subject subject(Briefing briefing) {
        return new AllureResults.Subject(
                briefing.edition().id(), briefing.system().role(), briefing.suiteVersion(), briefing.about());
    }
}
