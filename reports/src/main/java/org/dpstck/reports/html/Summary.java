package org.dpstck.reports.html;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Printable;

/**
 * What stands at the top: the verdict, and what it is about.
 *
 * @param verdict in words
 * @param mark how the verdict looks
 * @param reason of the verdict, in one line
 * @param system its name and version
 * @param facts in the order in which readers ask for them
 * @param notes of the run, and of this report
 */
public record Summary(String verdict, Mark mark, String reason, String system, List<Fact> facts, List<String> notes) {

    /** A fact with its name. */
    public record Fact(String name, String value) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Summary of(RunRecord run, Edition edition) {
        var version = run.system().version() == null ? "" : " " + run.system().version();
        return new Summary(
                run.verdict().name().replace('_', ' '),
                mark(run),
                Printable.line(run.reason()),
                Printable.line(run.system().name() + version),
                facts(run, edition),
                notes(run, edition));
    }

    private static Mark mark(RunRecord run) {
        return switch (run.verdict()) {
            case CONFORMANT -> Mark.PASSED;
            case PARTIAL -> Mark.UNTESTED;
            case NOT_CONFORMANT -> Mark.FAILED;
            case INCONCLUSIVE -> Mark.INCONCLUSIVE;
        };
    }

    private static List<Fact> facts(RunRecord run, Edition edition) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("Address", run.system().url()));
        facts.add(fact("Judged as", run.role().replace('-', ' ')));
        facts.add(fact("Edition", edition == null ? run.edition() : run.edition() + " – " + edition.title()));
        facts.add(fact("Strict", run.strict() ? "yes: the less likely reading fails, too" : "no"));
        if (!run.selection().isEmpty()) {
            facts.add(fact("Selected", String.join(", ", run.selection())));
        }
        if (run.seed() != null) {
            facts.add(fact("Seed", String.valueOf(run.seed())));
        }
        facts.add(fact("Began", TIME.format(run.startedAt())));
        facts.add(fact("Took", seconds(Duration.between(run.startedAt(), run.finishedAt()))));
        if (run.revocation() != null) {
            facts.add(fact("Access outlived its revocation by", run.revocation().text()));
        }
        facts.add(fact("Suite", "dps-tck " + run.suiteVersion()));
        if (run.status() != RunRecord.Status.COMPLETE) {
            facts.add(fact("Came to its end", "no: " + run.status().name().toLowerCase(Locale.ROOT)));
        }
        return facts;
    }

    private static List<String> notes(RunRecord run, Edition edition) {
        var notes = new ArrayList<>(run.notes().stream().map(Printable::text).toList());
        if (edition == null) {
            notes.add(
                    "This version of dps-tck does not have edition " + Printable.line(run.edition())
                            + ": clauses, state table and diagram are missing. Render the report with the version that judged.");
        }
        return notes;
    }

    private static Fact fact(String name, String value) {
        return new Fact(name, Printable.line(value));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
