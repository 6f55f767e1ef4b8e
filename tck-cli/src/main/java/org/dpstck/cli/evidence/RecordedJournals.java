package org.dpstck.cli.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Tape;
import org.dpstck.core.junit.Journals;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;

/** The exchanges of a record, in the place of a system. */
final class RecordedJournals implements Journals {

    private final Map<String, CaseResult> cases = new HashMap<>();
    private final Map<String, Tape> tapes = new HashMap<>();
    private final Tape.Known known = new Tape.Known();
    private final RunRecord.Basis basis;
    private final Journal common;

    RecordedJournals(RunRecord run) {
        basis = run.basis();
        run.cases().forEach(it -> cases.put(it.id(), it));
        common = Journal.replaying(Tape.common(basis.exchanges(), known, firstCase(run)));
    }

    private static Instant firstCase(RunRecord run) {
        return run.cases().stream()
                .map(CaseResult::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    @Override
    public Journal of(CaseSpec spec) {
        var recorded = cases.get(spec.id());
        var began = recorded.startedAt() == null ? Instant.MIN : recorded.startedAt();
        // What came before the case belongs to another one, whose work it found done.
        var own = recorded.exchanges().stream()
                .filter(it -> !it.at().isBefore(began))
                .toList();
        var tape = Tape.of(own, recorded.outcome().judged(), known);
        tapes.put(spec.id(), tape);
        return Journal.replaying(tape);
    }

    @Override
    public Journal common() {
        return common;
    }

    @Override
    public Optional<String> address() {
        return Optional.of(basis.address());
    }

    /** What answered a case the last time. */
    Tape tape(String id) {
        return tapes.get(id);
    }

    /** What a case found out about ids holds for those that follow. */
    void share(String id) {
        tapes.get(id).share(known);
    }
}
