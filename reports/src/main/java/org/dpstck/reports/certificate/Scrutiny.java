package org.dpstck.reports.certificate;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.verdict.Conclusion;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.base.RequirementOutcomes;

/** What stands in the way of attesting a run; all of it at once, each with what to do about it. */
public final class Scrutiny {

    /** How the record says that the system was the kit's own; the run writes it by this constant. */
    public static final String BUNDLED = "The system is the reference ";

    private static final int SHOWN = 10;

    private Scrutiny() {}

    /** What shows that the record is not what the run left, or that another build of the kit made it. */
    public static List<String> ofRecord(Evidence evidence, SuiteIdentity suite) {
        var problems = new ArrayList<String>();
        if (!evidence.sealed()) {
            problems.add("run.json was changed after the run: its SHA-256 is not the one in seal.json; run again");
        }
        problems.addAll(contradictions(evidence.run()));
        var made = evidence.seal().suite();
        if (!made.version().equals(evidence.run().suiteVersion())) {
            problems.add("seal.json and run.json name different versions of the kit; run again");
        }
        if (!made.equals(suite)) {
            problems.add("the run was made by dps-tck " + made.version() + " (SHA-256 " + shortened(made.sha256())
                    + "…), and this is " + suite.version() + " (" + shortened(suite.sha256())
                    + "…); use the kit that made the run, or run again with this one");
        }
        return problems;
    }

    /** What a record says of itself that its cases contradict. */
    static List<String> contradictions(RunRecord run) {
        var problems = new ArrayList<String>();
        var concluded = Conclusion.of(run.cases(), !run.selection().isEmpty(), run.status(), run.reason());
        var verdict = concluded.verdict() == Verdict.PARTIAL && run.verdict() == Verdict.CONFORMANT
                ? Verdict.CONFORMANT // A selection may select everything.
                : concluded.verdict();
        if (verdict != run.verdict()) {
            problems.add("run.json contradicts itself: its verdict is " + run.verdict() + ", and its cases make it "
                    + concluded.verdict() + "; run again");
        }
        if (!Counts.of(run.cases()).equals(run.counts())) {
            problems.add("run.json contradicts itself: its counts are not those of its cases; run again");
        }
        run.cases().stream()
                .filter(it -> it.outcome() == Outcome.PASSED
                        && (!it.findings().isEmpty() || !it.message().isEmpty() || it.startedAt() == null))
                .findFirst()
                .ifPresent(it -> problems.add("run.json contradicts itself: " + it.id()
                        + " passed, and has findings or never began; run again"));
        return problems;
    }

    /** Why a run that is what it seems deserves no certificate. */
    public static List<String> ofConformance(RunRecord run, Edition edition, Applicant applicant) {
        var problems = new ArrayList<String>();
        if (run.status() != RunRecord.Status.COMPLETE) {
            problems.add("the run did not come to its end (" + run.status() + "); run again");
        }
        if (!run.selection().isEmpty()) {
            problems.add("a part of the cases was selected; run again without --only");
        }
        if (run.verdict() != Verdict.CONFORMANT) {
            problems.add("the verdict is " + run.verdict().name().replace('_', ' ') + ": " + run.reason());
        }
        if (run.notes().stream().anyMatch(it -> it.startsWith(BUNDLED))) {
            problems.add("the system is the reference that comes with the kit, and nobody's product; judge yours with"
                    + " --config or --url");
        }
        untested(run, edition, problems);
        if (!run.system().url().startsWith("https:")
                && !"require".equals(run.configuration().get("https"))) {
            problems.add("the base URL is not HTTPS, and the setting https lets that pass; certification runs set"
                    + " --https require");
        }
        var judged = run.system().version();
        if (judged != null && !judged.equals(applicant.version())) {
            problems.add("the version that was judged is " + judged + " (system.version), and the applicant's is "
                    + applicant.version());
        }
        return problems;
    }

    private static void untested(RunRecord run, Edition edition, List<String> problems) {
        var outcomes = RequirementOutcomes.of(run);
        var untested = edition.requirements().values().stream()
                .filter(it -> it.level().mandatory())
                .map(Requirement::id)
                .filter(it -> outcomes.outcome(it) == Outcome.UNTESTED)
                .toList();
        if (!untested.isEmpty()) {
            var first = untested.subList(0, Math.min(SHOWN, untested.size()));
            problems.add(untested.size() + " mandatory requirement" + (untested.size() == 1 ? " is" : "s are")
                    + " untested: " + String.join(", ", first) + (untested.size() > SHOWN ? ", …" : "")
                    + "; the report says which trigger or setting each wants");
        }
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }
}
