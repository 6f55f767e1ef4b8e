package org.dpstck.core.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.edition.Level;
import org.dpstck.core.exchange.Exchange;

/**
 * Everything one run leaves behind; written as {@code run.json} and described by {@code run-record.schema.json}.
 *
 * @param format name and version of this format, {@link #FORMAT}
 * @param verdict what the run says of the system
 * @param status whether the run came to its end
 * @param reason why the verdict is what it is, in one line
 * @param edition id of the edition judged by
 * @param role the role the system was judged in, {@code data-plane} or {@code control-plane}
 * @param suiteVersion version of this kit
 * @param system what was judged
 * @param configuration the effective settings by key, secrets removed
 * @param selection the patterns of {@code --only}; empty for a whole run
 * @param strict whether what a position on an ambiguous clause only warns of failed
 * @param seed decided the order in which the cases ran; null for the order of the suite
 * @param startedAt when the run began, UTC
 * @param finishedAt when the record was written, UTC
 * @param counts outcomes of all cases
 * @param levels outcomes of the cases by level
 * @param notes what the run has to say beyond single cases, in whole sentences
 * @param explanations what the cases send and expect, by the part of their ids before the row; empty in earlier records
 * @param cases in the order of the suite
 * @param basis what the cases have in common; null in earlier records
 * @param revocation how long access to data has outlived its end; null if that was not measured
 */
public record RunRecord(
        String format,
        Verdict verdict,
        Status status,
        String reason,
        String edition,
        String role,
        String suiteVersion,
        SystemInfo system,
        Map<String, Object> configuration,
        List<String> selection,
        boolean strict,
        Long seed,
        Instant startedAt,
        Instant finishedAt,
        Counts counts,
        Map<Level, Counts> levels,
        List<String> notes,
        Map<String, Explanation> explanations,
        List<CaseResult> cases,
        Basis basis,
        Revocation revocation) {

    /** The value of {@link #format()} in records of this version. */
    public static final String FORMAT = "dps-tck-run/1";

    /** Records of earlier versions explain nothing. */
    public RunRecord {
        explanations = explanations == null ? Map.of() : explanations;
    }

    /** A record that is not to be judged once more. */
    public RunRecord(
            String format,
            Verdict verdict,
            Status status,
            String reason,
            String edition,
            String role,
            String suiteVersion,
            SystemInfo system,
            Map<String, Object> configuration,
            List<String> selection,
            boolean strict,
            Long seed,
            Instant startedAt,
            Instant finishedAt,
            Counts counts,
            Map<Level, Counts> levels,
            List<String> notes,
            Map<String, Explanation> explanations,
            List<CaseResult> cases) {
        this(
                format,
                verdict,
                status,
                reason,
                edition,
                role,
                suiteVersion,
                system,
                configuration,
                selection,
                strict,
                seed,
                startedAt,
                finishedAt,
                counts,
                levels,
                notes,
                explanations,
                cases,
                null,
                null);
    }

    /**
     * The explanation of a case, if there is one.
     *
     * @param id of the case; its row stands behind a dot
     */
    public Optional<Explanation> explanation(String id) {
        return explanations.entrySet().stream()
                .filter(it -> id.equals(it.getKey()) || id.startsWith(it.getKey() + "."))
                .max(Comparator.comparingInt(it -> it.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /**
     * What a later judgement of the record needs besides the cases.
     *
     * @param address where the suite listened, as the system had to know it
     * @param exchanges that no case made for itself alone, in the order they happened
     */
    public record Basis(String address, List<Exchange> exchanges) {

        /** Copies the list. */
        public Basis {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** Whether a run came to its end. */
    public enum Status {
        /** Every selected case has an outcome of its own. */
        COMPLETE,
        /** The run was cut short by a signal, or had not ended when this was written. */
        INTERRUPTED,
        /** The run stopped by itself, because the system was or became unusable. */
        STOPPED
    }

    /**
     * The system under test as described by its owner.
     *
     * @param name as configured
     * @param version as configured; null if not given
     * @param url base URL of the signaling endpoint
     */
    public record SystemInfo(String name, String version, String url) {}

    /**
     * What a case does, in the words of the suite; one for all rows of a case.
     *
     * @param stimulus what the suite sends
     * @param expected what it expects to observe
     * @param fix what an implementer can do about a failure
     */
    public record Explanation(String stimulus, String expected, String fix) {}
}
