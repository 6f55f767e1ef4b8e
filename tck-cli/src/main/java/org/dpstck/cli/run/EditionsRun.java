package org.dpstck.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.cli.suite.Suites;
import org.dpstck.cli.summary.ComparisonSummary;
import org.dpstck.core.plan.Selection;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.EditionComparison;
import org.dpstck.reports.EditionComparison.Judged;

/** A run in the edition that was asked for, or one after the other in several, which are then compared. */
public final class EditionsRun {

    /** The worst first. */
    private static final List<Integer> WORST = List.of(ExitCode.BROKEN, ExitCode.NOT_CONFORMANT, ExitCode.INCONCLUSIVE);

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
    public EditionsRun(RunRequest request, Surroundings surroundings, Suites suites, Palette palette, String version) {
        this.request = request;
        this.surroundings = surroundings;
        this.suites = suites;
        this.palette = palette;
        this.version = version;
    }

    /**
     * Runs.
     *
     * @return the exit code of the verdict, or the worst one
     * @throws UsageException and the exceptions of configuration, stand-in and reference if nothing can run
     * @throws org.dpstck.core.junit.SuiteBrokenException if the suite broke; the records are written nevertheless
     */
    public int execute() {
        var editions = editions(request.edition(surroundings.settings()));
        if (editions.isEmpty()) {
            return run(request).record().verdict().exitCode();
        }
        var root = OutputFolder.at(request.out()).create();
        var runs = new ArrayList<Judged>();
        for (var edition : editions) {
            if (request.detail() != RunRequest.Detail.QUIET) {
                surroundings.out().println((runs.isEmpty() ? "" : System.lineSeparator()) + "Edition " + edition);
            }
            var ended = run(request.in(edition, root.path().resolve(edition)));
            runs.add(new Judged(edition, ended.record(), ended.speaksOtherwise()));
        }
        var comparison = EditionComparison.of(runs);
        new ComparisonSummary(
                        comparison,
                        palette,
                        surroundings.tty().columns(),
                        request.detail() == RunRequest.Detail.VERBOSE)
                .print(surroundings.out(), root.path());
        try {
            comparison.write(root.path());
        } catch (IOException e) {
            throw root.unwritten(e);
        }
        return worst(runs);
    }

    /**
     * A way to carry out rounds of a run in one edition.
     *
     * @param option that asks for it
     * @throws UsageException if several are asked for
     */
    public Function<RunRequest, RunRecord> single(String option) {
        if (!editions(request.edition(surroundings.settings())).isEmpty()) {
            throw new UsageException(option + " takes one edition at a time");
        }
        return round -> run(round).record();
    }

    private TckRun.Ended run(RunRequest single) {
        return new TckRun(single, surroundings, suites, palette, version).execute();
    }

    /** The editions, if there are several; one alone is a run like any other. */
    private List<String> editions(String asked) {
        if (!asked.contains(",")) {
            return List.of();
        }
        var ids = new LinkedHashSet<String>();
        Arrays.stream(asked.split(",", -1)).map(String::strip).forEach(ids::add);
        if (ids.contains("")) {
            throw new UsageException(
                    "--edition '" + SafeText.line(asked) + "' has an empty item; remove it, or say what it is");
        }
        ids.forEach(this::check);
        return List.copyOf(ids);
    }

    /** Whose cases they are, if it is said outside a file. */
    private String role() {
        var role = BundledDescription.role(request.settings(), surroundings.settings());
        return suites.all().stream().anyMatch(suite -> suite.role().equals(role)) ? role : null;
    }

    /** Finds out before the first run what would keep a later one from running. */
    private void check(String edition) {
        Nearest.complaint(new Selection(request.only()), suites.catalogue(role(), edition, null))
                .ifPresent(complaint -> {
                    throw new UsageException("in edition " + edition + " " + complaint);
                });
    }

    /** An edition that the system does not speak is no fault, as long as it speaks one of the others. */
    private static int worst(List<Judged> runs) {
        var spoken = runs.stream().filter(run -> !run.speaksOtherwise()).toList();
        var codes = (spoken.isEmpty() ? runs : spoken)
                .stream().map(run -> run.record().verdict().exitCode()).toList();
        return WORST.stream().filter(codes::contains).findFirst().orElse(ExitCode.OK);
    }
}
