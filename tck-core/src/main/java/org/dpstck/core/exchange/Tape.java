package org.dpstck.core.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The recorded exchanges of one case, which answer in the place of a system when the case is judged from its record.
 *
 * <p>A request is answered by the next recorded one that is the same but for ids; if it is another one, the record has no
 * answer and {@link Unrecorded} is thrown. What the system sent arrives at its place between them. Time is that of the
 * record: nothing waits. For one thread.
 */
public final class Tape {

    /** Ends the purpose of an exchange that was made once, for all cases that stand on it. */
    static final String ONCE = " (once a run)";

    private static final Duration SLACK = Duration.ofMillis(500);

    private final List<Exchange> requests = new ArrayList<>();
    private final List<Exchange> arrivals = new ArrayList<>();
    private final Bindings bindings;
    private final boolean ordered;
    private final boolean judged;
    private Consumer<Exchange> receiver = ignored -> {};
    private Instant now = Instant.MIN;
    private String divergence;
    private boolean partial;

    private Tape(List<Exchange> recorded, Bindings bindings, boolean ordered, boolean judged) {
        this.judged = judged;
        this.bindings = bindings;
        this.ordered = ordered;
        recorded.stream().sorted(Comparator.comparing(Exchange::at)).forEach(it -> {
            if (it.direction() == Exchange.Direction.TO_SYSTEM) {
                requests.add(it);
            } else {
                arrivals.add(it);
            }
        });
    }

    /**
     * The exchanges of one case.
     *
     * @param judged whether the case came to a judgement
     * @param known has the ids of what it shares with others
     */
    public static Tape of(List<Exchange> recorded, boolean judged, Known known) {
        return new Tape(recorded, new Bindings(known.bindings), true, judged);
    }

    /** The exchanges that no case made alone, in any order. */
    public static Tape common(List<Exchange> recorded, Known known) {
        return new Tape(recorded, known.bindings, false, true);
    }

    /** Which ids are which, as far as several cases have to do with them. */
    public static final class Known {
        private final Bindings bindings = new Bindings(null);
    }

    /** Remembers the ids of this case for others. */
    public void share(Known known) {
        bindings.addTo(known.bindings);
    }

    /** Takes what the system sent, with the ids of now, until another one takes it. */
    public void deliverTo(Consumer<Exchange> taking) {
        receiver = taking;
    }

    /** Why the record does not answer what the case asks; empty if it does. */
    public Optional<String> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** Whether the case was told something that the record does not hold whole: a secret, or a long body. */
    public boolean partial() {
        return partial || bindings.restsOnUnknownSecret();
    }

    /** How many requests of the case, clean-up apart, it did not send this time. */
    public long unasked() {
        return requests.stream()
                .filter(it -> !it.purpose().endsWith(ONCE) && !it.purpose().equals("clean-up"))
                .count();
    }

    /** The recorded answer to a request. */
    Reply answer(String purpose, Outgoing outgoing, List<Header> sent, Set<String> configured) {
        var found = requests.stream()
                .filter(it -> it.purpose().endsWith(ONCE) == purpose.endsWith(ONCE))
                .limit(ordered && !purpose.endsWith(ONCE) ? 1 : Long.MAX_VALUE)
                .filter(it -> it.purpose().equals(purpose))
                .filter(it -> same(it.request(), outgoing, sent, configured))
                .findFirst()
                .orElseThrow(() -> diverged("the suite sends what is not in the record: " + purpose + ", "
                        + outgoing.method() + " " + outgoing.url()));
        requests.remove(found);
        advance(found.at());
        advance(found.at().plusMillis(found.millis()));
        return reply(found, outgoing, sent);
    }

    /** Waits, in the time of the record, until there is enough of something. */
    public <T> List<T> await(Supplier<List<T>> found, int number, Duration deadline) {
        var end = now.equals(Instant.MIN) ? Instant.MAX : now.plus(deadline);
        var limit = next().filter(it -> it.isBefore(later(end))).orElse(later(end));
        var due = due(limit);
        while (found.get().size() < number && due.isPresent()) {
            advance(due.get().at());
            due = due(limit);
        }
        var enough = found.get();
        if (enough.size() < number && !end.equals(Instant.MAX)) {
            now = end;
        }
        return enough;
    }

    /** Lets everything arrive that came before the next request. */
    public void settle() {
        advance(next().orElse(Instant.MAX));
    }

    /**
     * Asks as often as the record has answers before the deadline.
     *
     * @return whether it became so
     */
    public boolean until(Duration deadline, Callable<Boolean> condition) {
        var end = now.plus(deadline);
        do {
            if (holds(condition)) {
                return true;
            }
        } while (Stream.concat(next().stream(), arrivals.stream().map(Exchange::at))
                .anyMatch(it -> !it.isAfter(end)));
        return false;
    }

    /**
     * A trigger is fired, and worked if the record has it, or if the case that fired it was judged.
     *
     * @throws Unrecorded if it was not, perhaps because the trigger failed
     */
    void fires(String purpose) {
        var found = requests.stream()
                .filter(it -> it.purpose().endsWith(ONCE) == purpose.endsWith(ONCE))
                .limit(ordered && !purpose.endsWith(ONCE) ? 1 : Long.MAX_VALUE)
                .filter(it -> it.purpose().equals(purpose))
                .findFirst();
        if (found.isPresent()) {
            requests.remove(found.get());
            advance(found.get().at().plusMillis(found.get().millis()));
        } else if (!judged) {
            throw diverged("the record does not say whether a trigger worked, and the case was not judged");
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a condition failed", e);
        }
    }

    /** Compares what the suite answers the system now with what it answered then. */
    public void answers(Exchange recorded, int status, String body) {
        var answer = recorded.answer();
        if (answer != null && (answer.status() != status || !similar(answer.body(), body))) {
            throw diverged("the suite answers " + recorded.request().method() + " "
                    + recorded.request().url() + " otherwise than it did");
        }
    }

    /** Notes that the record cannot tell what the case has to know. */
    public Unrecorded diverged(String why) {
        divergence = divergence == null ? why : divergence;
        return new Unrecorded(why);
    }

    private Optional<Instant> next() {
        return requests.stream()
                .filter(it -> ordered && !it.purpose().endsWith(ONCE))
                .map(Exchange::at)
                .findFirst();
    }

    private static Instant later(Instant end) {
        return end.equals(Instant.MAX) ? end : end.plus(SLACK);
    }

    private void advance(Instant until) {
        for (var due = due(until); due.isPresent(); due = due(until)) {
            var arrival = due.get();
            arrivals.remove(arrival);
            now = arrival.at();
            receiver.accept(translated(arrival));
        }
        if (until.isAfter(now) && !until.equals(Instant.MAX)) {
            now = until;
        }
    }

    /** The first arrival until then; where exchanges of many are mixed, of those that are about ids of now. */
    private Optional<Exchange> due(Instant until) {
        return arrivals.stream()
                .filter(it -> !it.at().isAfter(until))
                .filter(it -> ordered || bindings.knows(it.request().url()))
                .findFirst();
    }

    private Exchange translated(Exchange arrival) {
        var request = arrival.request();
        if (RecordedText.isCut(request.body())) {
            throw diverged("a message of the system is too long for the record");
        }
        var current = new Exchange.Request(
                request.method(),
                bindings.credentials(request.url()),
                request.headers().stream()
                        .map(it -> new Header(it.name(), bindings.credentials(it.value())))
                        .toList(),
                bindings.credentials(request.body()));
        return new Exchange(
                arrival.id(), arrival.direction(), arrival.purpose(), arrival.at(), 0, current, arrival.answer(), null);
    }

    private List<Header> translated(List<Header> headers) {
        return headers.stream()
                .map(it -> new Header(it.name(), bindings.translate(it.value())))
                .toList();
    }

    private boolean same(Exchange.Request recorded, Outgoing outgoing, List<Header> sent, Set<String> configured) {
        return recorded.method().equals(outgoing.method())
                && bindings.align(
                        recorded.url() + "\n" + RecordedText.of(recorded.headers(), configured),
                        outgoing.url() + "\n" + RecordedText.of(sent, configured))
                && similar(recorded.body(), outgoing.body());
    }

    private boolean similar(String recorded, String current) {
        if (RecordedText.isCut(recorded)) {
            var kept = recorded.substring(0, recorded.lastIndexOf('…'));
            return current != null && current.length() >= kept.length();
        }
        return bindings.align(RecordedText.sorted(recorded), RecordedText.sorted(current));
    }

    private Reply reply(Exchange recorded, Outgoing outgoing, List<Header> sent) {
        var request = new Exchange.Request(outgoing.method(), outgoing.url(), sent, outgoing.body());
        if (recorded.answer() == null) {
            var failure = WireFailures.recorded(recorded.error());
            var exchange = new Exchange(
                    recorded.id(),
                    recorded.direction(),
                    recorded.purpose(),
                    recorded.at(),
                    recorded.millis(),
                    request,
                    null,
                    failure.text());
            return new Reply(exchange, 0, List.of(), new byte[0], failure);
        }
        partial |= RecordedText.isCut(recorded.answer().body());
        var headers = translated(recorded.answer().headers());
        var body = bindings.translate(recorded.answer().body());
        var answer = new Exchange.Answer(
                recorded.answer().status(), headers, body, recorded.answer().bodyBytes());
        var exchange = new Exchange(
                recorded.id(),
                recorded.direction(),
                recorded.purpose(),
                recorded.at(),
                recorded.millis(),
                request,
                answer,
                null);
        return new Reply(exchange, answer.status(), headers, body.getBytes(StandardCharsets.UTF_8), null);
    }
}
