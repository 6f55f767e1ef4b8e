package org.dpstck.cli.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.summary.Words;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;

/** Runs the suite again and again, each time in another order, and tells the cases whose outcome changed. */
public final class Repetition {

    private final RunRequest request;
    private final int rounds;
    private final Function<RunRequest, RunRecord> run;
    private final PrintWriter out;
    private final List<Round> done = new ArrayList<>();

    private record Round(int number, RunRecord record) {

        Map<String, Outcome> outcomes() {
            return record.cases().stream().collect(Collectors.toMap(CaseResult::id, CaseResult::outcome));
        }
    }

    /**
     * A repetition.
     *
     * @param request of every round; its seed is the one of the first round, and those that follow count on from it
     * @param rounds how many, 1 or more
     * @param run carries out one round
     */
    public Repetition(RunRequest request, int rounds, Function<RunRequest, RunRecord> run, PrintWriter out) {
        this.request = request;
        this.rounds = rounds;
        this.run = run;
        this.out = out;
    }

    /**
     * Runs all rounds, or those until one is interrupted.
     *
     * @return 1 if some round is not conformant, 3 if one is inconclusive or an outcome changed, otherwise 0
     */
    public int execute() {
        var folder = OutputFolder.at(request.out()).create().path();
        out.println("Judging " + rounds + " times, with the seeds " + request.seed() + " to "
                + (request.seed() + rounds - 1) + "; the records are in " + folder);
        for (int number = 1; number <= rounds && !interrupted(); number++) {
            var seed = request.seed() + number - 1;
            var record = run.apply(request.round(seed, folder.resolve(String.valueOf(number))));
            done.add(new Round(number, record));
            out.println("round %d of %d, seed %d: %s, %s"
                    .formatted(number, rounds, seed, Words.of(record.verdict()), SafeText.line(record.reason())));
            out.flush();
        }
        var changed = changed();
        changed.forEach(out::println);
        out.println(
                changed.isEmpty()
                        ? "No outcome changed in " + Words.count(done.size(), "round") + "."
                        : Words.count(changed.size(), "case") + " changed the outcome; run one again with --seed.");
        return code(changed.isEmpty());
    }

    private boolean interrupted() {
        return !done.isEmpty() && done.get(done.size() - 1).record().status() == RunRecord.Status.INTERRUPTED;
    }

    /** Each case with more than one outcome: how often each, and in which rounds. */
    private List<String> changed() {
        var lines = new ArrayList<String>();
        for (var id : done.get(0).outcomes().keySet().stream().sorted().toList()) {
            var rounds = new TreeMap<Outcome, List<Round>>();
            done.forEach(round -> rounds.computeIfAbsent(
                            round.outcomes().getOrDefault(id, Outcome.INCONCLUSIVE), outcome -> new ArrayList<>())
                    .add(round));
            if (rounds.size() > 1) {
                lines.add(id + ": "
                        + rounds.entrySet().stream()
                                .map(entry -> Words.of(entry.getKey()) + " " + times(entry.getValue()))
                                .collect(Collectors.joining(", ")));
            }
        }
        return lines;
    }

    private String times(List<Round> rounds) {
        var seeds = rounds.stream()
                .map(round -> String.valueOf(round.record().seed()))
                .toList();
        return rounds.size() + "×"
                + (rounds.size() * 2 > done.size() ? "" : " (seeds " + String.join(", ", seeds) + ")");
    }

    private int code(boolean steady) {
        var worst = done.stream().map(round -> round.record().verdict()).toList();
        if (worst.contains(Verdict.NOT_CONFORMANT)) {
            return ExitCode.NOT_CONFORMANT;
        }
        return steady && !worst.contains(Verdict.INCONCLUSIVE) ? ExitCode.OK : ExitCode.INCONCLUSIVE;
    }
}
