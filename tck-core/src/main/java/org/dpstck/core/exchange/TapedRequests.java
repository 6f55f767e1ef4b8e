package org.dpstck.core.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the suite sent according to a record, and has not sent again yet. */
final class TapedRequests {

    private final List<Exchange> left = new ArrayList<>();
    private final Instant sequential;

    /** None; those until a moment are in the order in which they are sent again. */
    TapedRequests(Instant sequential) {
        this.sequential = sequential;
    }

    void add(Exchange request) {
        left.add(request);
        left.sort(Comparator.comparing(Exchange::at));
    }

    void remove(Exchange request) {
        left.remove(request);
    }

    /** What may be the next one of a purpose: the first, where they are in order; any of what was sent for all cases. */
    Stream<Exchange> candidates(String purpose) {
        var forAll = purpose.endsWith(Tape.ONCE);
        var sent = left.stream().filter(it -> Tape.isForAll(it) == forAll).toList();
        return sent.stream()
                .limit(sequential.equals(Instant.MAX) && !forAll ? atOnce(sent) : sent.size())
                .filter(it -> it.purpose().equals(purpose));
    }

    /** How many were on their way when the first was, or meant to be: those have no order. */
    private static long atOnce(List<Exchange> sent) {
        return sent.stream()
                .takeWhile(it -> it.isTogetherWith(sent.get(0))
                        || it.at()
                                .isBefore(
                                        sent.get(0).at().plusMillis(sent.get(0).millis() + 1)))
                .count();
    }

    /** The next one, where they are in order. */
    Optional<Exchange> next() {
        return left.stream()
                .filter(it -> it.at().isBefore(sequential) && !Tape.isForAll(it))
                .findFirst();
    }

    /** Whether the next one is the same as an earlier one, and was sent no sooner than then. */
    boolean repeats(Exchange earlier, Instant then) {
        return next().filter(it -> it.purpose().equals(earlier.purpose()))
                .filter(it -> it.request().method().equals(earlier.request().method()))
                .filter(it -> it.request().url().equals(earlier.request().url()))
                .filter(it -> !it.at().isBefore(then))
                .isPresent();
    }

    /** How many are left, clean-up and what was sent for all cases apart. */
    long unasked() {
        return left.stream()
                .filter(it -> !Tape.isForAll(it) && !it.purpose().equals("clean-up"))
                .count();
    }
}
