package org.dpstck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.Finding;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.core.verdict.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Failures that the owner of a system knows of: they do not fail a pipeline, and never change a verdict.
 *
 * @param file where they come from
 * @param entries in its order
 */
public record KnownFailures(Path file, List<Entry> entries) {

    /**
     * A case by its id, with or without the row, or a requirement; until a day, or for good.
     *
     * @param sometimes whether it is a matter of moments, and may as well not show
     */
    record Entry(String caseId, String requirement, String reason, LocalDate until, boolean sometimes) {

        String name() {
            return caseId == null ? requirement : caseId;
        }

        boolean concerns(CaseResult result) {
            return caseId == null
                    ? result.requirements().contains(requirement)
                    : result.id().equals(caseId) || result.id().startsWith(caseId + ".");
        }

        boolean covers(CaseResult result, Finding finding) {
            return concerns(result) && (caseId != null || finding.requirement().equals(requirement));
        }

        /** Whether a case still shows it. */
        boolean shows(CaseResult result) {
            return result.outcome() == Outcome.FAILED && violations(result).anyMatch(it -> covers(result, it));
        }
    }

    private record RawEntry(
            @com.fasterxml.jackson.annotation.JsonProperty("case") String caseId,
            String requirement,
            String reason,
            String until,
            boolean sometimes) {}

    /**
     * What a list of known failures makes of a run.
     *
     * @param code to end with
     * @param lines for people
     */
    public record Judged(int code, List<String> lines) {}

    /**
     * Reads a list.
     *
     * @throws UsageException if it cannot be read, or an entry is not complete, with everything that is wrong
     */
    public static KnownFailures read(Path file) {
        var entries = new ArrayList<Entry>();
        var problems = new ArrayList<String>();
        for (var raw : raw(file)) {
            entry(raw, entries.size() + problems.size() + 1, entries, problems);
        }
        if (!problems.isEmpty()) {
            throw new UsageException("--known-failures " + file + ": " + String.join("; ", problems));
        }
        return new KnownFailures(file, entries);
    }

    /** Judges a run. */
    public Judged judge(RunRecord run, LocalDate today) {
        var current = entries.stream()
                .filter(entry -> entry.until() == null || !entry.until().isBefore(today))
                .toList();
        var failed = run.cases().stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .toList();
        var unknown = failed.stream().filter(result -> !known(result, current)).toList();
        var lines = new ArrayList<String>();
        lines.add("Known failures (" + file + "): " + (failed.size() - unknown.size()) + " of " + failed.size()
                + " failed cases are known.");
        unknown.forEach(result -> lines.add("  not known: " + result.id()));
        var stale = entries.stream().flatMap(entry -> stale(entry, run, today)).toList();
        stale.forEach(it -> lines.add("  " + it));
        return new Judged(code(run, !unknown.isEmpty() || !stale.isEmpty()), lines);
    }

    private static int code(RunRecord run, boolean amiss) {
        if (amiss) {
            return ExitCode.NOT_CONFORMANT;
        }
        var judgeable =
                run.status() == RunRecord.Status.COMPLETE && run.counts().inconclusive() == 0;
        if (run.verdict() == Verdict.NOT_CONFORMANT) {
            return judgeable ? ExitCode.OK : ExitCode.INCONCLUSIVE;
        }
        return run.verdict().exitCode();
    }

    private static boolean known(CaseResult result, List<Entry> entries) {
        return violations(result)
                .allMatch(finding -> entries.stream().anyMatch(entry -> entry.covers(result, finding)));
    }

    private static Stream<Finding> violations(CaseResult result) {
        return result.findings().stream().filter(it -> it.kind() == Finding.Kind.VIOLATION);
    }

    /** Why an entry has to go, if it has to. */
    private static Stream<String> stale(Entry entry, RunRecord run, LocalDate today) {
        var concerned = run.cases().stream().filter(entry::concerns).toList();
        if (entry.until() != null && entry.until().isBefore(today)) {
            return Stream.of("expired on " + entry.until() + ": " + entry.name() + "; fix it, or give it a later day");
        }
        if (concerned.isEmpty()) {
            // A part of the cases says nothing of the others.
            return run.selection().isEmpty()
                    ? Stream.of("no longer exists: " + entry.name() + "; remove the entry")
                    : Stream.empty();
        }
        var judged = concerned.stream().anyMatch(result -> result.outcome().judged());
        return judged && !entry.sometimes() && concerned.stream().noneMatch(entry::shows)
                ? Stream.of("no longer fails: " + entry.name() + "; remove the entry")
                : Stream.empty();
    }

    private static List<RawEntry> raw(Path file) {
        var yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return List.of(yaml.readValue(Files.readString(file), RawEntry[].class));
        } catch (IOException e) {
            throw new UsageException(
                    "--known-failures " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "); name a YAML file",
                    e);
        } catch (JacksonException | NullPointerException e) {
            throw new UsageException(
                    "--known-failures " + file
                            + " has to be a list of entries like `- {case: START-DUPLICATE, reason: ticket"
                            + " 17, until: 2027-01-31}`, with `case` or `requirement`",
                    e);
        }
    }

    private static void entry(RawEntry raw, int number, List<Entry> entries, List<String> problems) {
        if (raw == null || (raw.caseId() == null) == (raw.requirement() == null)) {
            problems.add("entry " + number + " needs either case or requirement");
            return;
        }
        var name = raw.caseId() == null ? raw.requirement() : raw.caseId();
        if (raw.reason() == null || raw.reason().isBlank()) {
            problems.add("entry " + number + " (" + name + ") needs a reason");
            return;
        }
        try {
            var until = raw.until() == null ? null : LocalDate.parse(raw.until());
            entries.add(new Entry(raw.caseId(), raw.requirement(), raw.reason(), until, raw.sometimes()));
        } catch (DateTimeException e) {
            problems.add("entry " + number + " (" + name + "): until is a day like 2027-01-31, not " + raw.until());
        }
    }
}
