package org.dpstck.cli.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.exchange.Exchange;
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
    private final Set<String> lenders = new LinkedHashSet<>();
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
        lenders.stream().filter(it -> !it.equals(spec.id())).forEach(it -> tape.borrow(findings(cases.get(it)), known));
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

    /** From now on, what these cases found out for all answers the others, too. */
    void lend(Collection<String> ids) {
        lenders.addAll(ids);
    }

    /** What a case sent for all, and what arrived before it went on with what is its own. */
    private static List<Exchange> findings(CaseResult lender) {
        var found = lender.exchanges().stream().filter(Tape::isForAll).toList();
        if (found.isEmpty()) {
            return found;
        }
        var from = found.get(0).at();
        var to = lender.exchanges().stream()
                .filter(it -> it.direction() == Exchange.Direction.TO_SYSTEM && !Tape.isForAll(it))
                .map(Exchange::at)
                .filter(it -> it.isAfter(found.get(found.size() - 1).at()))
                .findFirst()
                .orElse(Instant.MAX);
        var arrived = lender.exchanges().stream()
                .filter(it -> it.direction() == Exchange.Direction.FROM_SYSTEM)
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to));
        return Stream.concat(found.stream(), arrived).toList();
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
