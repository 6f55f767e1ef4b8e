package org.dpstck.core.detect;

import java.util.List;
import java.util.Optional;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Redactor;

/**
 * Which editions a system speaks, as far as a handful of exchanges tells.
 *
 * @param obstacle why nothing could be found out, as one line for people that names the fix; null if something was
 * @param candidates every edition that was asked about, in the order of the question
 * @param spoken ids of the editions that the evidence leaves: one if it is clear, none if no edition fits
 * @param summary what was found, in one line for people
 * @param exchanges everything that was sent and received, in its order
 * @param forms of the transfer process that were asked about, for a control plane
 * @param spokenForms ids of the forms that the evidence leaves
 */
public record Detection(
        String obstacle,
        List<Candidate> candidates,
        List<String> spoken,
        String summary,
        List<Exchange> exchanges,
        List<Candidate> forms,
        List<String> spokenForms) {

    /** What a system speaks that has no transfer process. */
    public Detection(
            String obstacle,
            List<Candidate> candidates,
            List<String> spoken,
            String summary,
            List<Exchange> exchanges) {
        this(obstacle, candidates, spoken, summary, exchanges, List.of(), List.of());
    }

    /** Copies the lists. */
    public Detection {
        forms = List.copyOf(forms);
        spokenForms = List.copyOf(spokenForms);
        candidates = List.copyOf(candidates);
        spoken = List.copyOf(spoken);
        exchanges = List.copyOf(exchanges);
    }

    /** Nothing could be found out. */
    public static Detection prevented(String obstacle, List<Exchange> exchanges) {
        return new Detection(obstacle, List.of(), List.of(), obstacle, exchanges);
    }

    /** The same with what the system was sent and answered cleaned; the exchanges are clean anyway. */
    public Detection cleaned(Redactor redactor) {
        return new Detection(
                obstacle == null ? null : redactor.clean(obstacle),
                clean(candidates, redactor),
                spoken,
                redactor.clean(summary),
                exchanges,
                clean(forms, redactor),
                spokenForms);
    }

    private static List<Candidate> clean(List<Candidate> some, Redactor redactor) {
        return some.stream()
                .map(candidate -> new Candidate(
                        candidate.edition(),
                        candidate.evidence().stream()
                                .map(it -> new Evidence(
                                        it.bearing(),
                                        redactor.clean(it.sent()),
                                        redactor.clean(it.seen()),
                                        redactor.clean(it.meaning()),
                                        it.exchange()))
                                .toList()))
                .toList();
    }

    /** The edition, if exactly one is left. */
    public Optional<String> edition() {
        return spoken.size() == 1 ? Optional.of(spoken.get(0)) : Optional.empty();
    }
}
