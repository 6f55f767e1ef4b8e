package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dpstck.core.verdict.Revocation;

/** How long access to data has outlived its end, as the cases of a run measured it; for any number of threads. */
final class Revocations {

    private final TreeMap<String, Revocation.Trials> all = new TreeMap<>();

    synchronized void add(String what, Duration time) {
        all.merge(
                what,
                new Revocation.Trials(what, time.toMillis(), 1),
                (some, one) -> new Revocation.Trials(
                        what, Math.max(some.longestMillis(), one.longestMillis()), some.trials() + 1));
    }

    synchronized Optional<Revocation> measured() {
        var trials = List.copyOf(all.values());
        return trials.isEmpty()
                ? Optional.empty()
                : Optional.of(new Revocation(
                        trials.stream()
                                .mapToLong(Revocation.Trials::longestMillis)
                                .max()
                                .getAsLong(),
                        trials.stream().mapToInt(Revocation.Trials::trials).sum(),
                        trials));
    }
}
