package org.dpstck.core.exchange;

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

    private final TapedRequests requests;
    private final List<Exchange> arrivals = new ArrayList<>();
    private final Bindings bindings;
    private final Retellings retellings;
    private final Instant sequential;
    private final boolean judged;
    private Consumer<Exchange> receiver = ignored -> {};
    private Instant now = Instant.MIN;
    private Exchange last;
    private String divergence;
    private boolean partial;
    private boolean close;

    private Tape(List<Exchange> recorded, Bindings bindings, Instant sequential, boolean judged) {
        this.judged = judged;
        this.bindings = bindings;
        this.retellings = new Retellings(bindings);
        this.sequential = sequential;
        this.requests = new TapedRequests(sequential);
        add(recorded);
    }

    private void add(List<Exchange> recorded) {
        recorded.forEach(it -> {
            if (it.direction() == Exchange.Direction.TO_SYSTEM) {
                requests.add(it);
            } else {
                arrivals.add(it);
            }
        });
        arrivals.sort(Comparator.comparing(Exchange::at));
    }

    /**
     * The exchanges of one case.
     *
     * @param judged whether the case came to a judgement
     * @param known has the ids of what it shares with others
     */
    public static Tape of(List<Exchange> recorded, boolean judged, Known known) {
        return new Tape(recorded, new Bindings(known.bindings), Instant.MAX, judged);
    }

    /**
     * The exchanges that no case made alone.
     *
     * @param cases when the first case began; from then on they are in any order
     */
    public static Tape common(List<Exchange> recorded, Known known, Instant cases) {
        return new Tape(recorded, known.bindings, cases, true);
    }

    /** What another case found out for all answers this one, too; the ids of that case may stand for those of this one. */
    public void borrow(List<Exchange> findings, Known known) {
        retellings.borrow(findings, known.bindings);
        add(findings);
    }

    /** Whether an exchange was made once, for all cases that stand on what came of it. */
    public static boolean isForAll(Exchange exchange) {
        return exchange.purpose().endsWith(ONCE);
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

    /** Whether something came so close to a deadline that the record does not tell on which side of it. */
    public boolean close() {
        return close;
    }

    /** How many requests of the case, clean-up apart, it did not send this time. */
    public long unasked() {
        return requests.unasked();
    }

    /** The recorded answer to a request. */
    Reply answer(String purpose, Outgoing outgoing, List<Header> sent, Set<String> configured) {
        var found = requests.candidates(purpose)
                .filter(it -> retellings.of(it).same(it.request(), outgoing, sent, configured))
                .findFirst()
                .orElseThrow(() -> diverged("the suite sends what is not in the record: " + purpose + ", "
                        + outgoing.method() + " " + outgoing.url()));
        return answer(found, outgoing, sent);
    }

    private Reply answer(Exchange found, Outgoing outgoing, List<Header> sent) {
        requests.remove(found);
        advance(found.at());
        advance(found.at().plusMillis(found.millis()));
        last = found;
        partial |= found.answer() != null && RecordedText.isCut(found.answer().body());
        return retellings.of(found).reply(found, outgoing, sent);
    }

    /**
     * What came of a trigger that calls the system or a program; empty if the record does not have it, though the case that
     * fired it was judged.
     *
     * @throws Unrecorded if it was another call, or perhaps failed
     */
    Optional<Reply> call(String purpose, Outgoing outgoing, List<Header> sent) {
        var found = fired(purpose);
        if (found.isPresent() && !retellings.of(found.get()).same(found.get().request(), outgoing, sent, Set.of())) {
            throw diverged("a trigger is fired that is not in the record: " + purpose);
        }
        return found.map(it -> answer(it, outgoing, sent));
    }

    /** Waits, in the time of the record, until there is enough of something. */
    public <T> List<T> await(Supplier<List<T>> found, int number, Duration deadline) {
        var end = now.equals(Instant.MIN) ? Instant.MAX : now.plus(deadline);
        // What arrives may make the suite send something, and then more may come.
        var due = due(limit(end));
        while (found.get().size() < number && due.isPresent()) {
            arrive(due.get(), end);
            due = due(limit(end));
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
            if (Condition.holds(condition)) {
                return true;
            }
        } while (Stream.concat(next().stream(), arrivals.stream().map(Exchange::at))
                .anyMatch(it -> !it.isAfter(end)));
        return false;
    }

    /** The time of the record. */
    public Instant now() {
        return now;
    }

    /** When the last request was sent that was answered; empty if none was yet. */
    public Optional<Instant> lastSent() {
        return Optional.ofNullable(last).map(Exchange::at);
    }

    /** Whether the suite asked for the same once more, no sooner than a pause after the last answer. */
    public boolean asksAgain(Duration pause) {
        return last != null && requests.repeats(last, now.plus(pause));
    }

    /** Lets the next thing arrive that the system sent; whether there was one before a moment. */
    public boolean arrives(Instant end) {
        var due = due(limit(end));
        due.ifPresent(it -> arrive(it, end));
        return due.isPresent();
    }

    /**
     * A trigger is fired, and worked if the record has it, or if the case that fired it was judged.
     *
     * @throws Unrecorded if it was not, perhaps because the trigger failed
     */
    void fires(String purpose) {
        fired(purpose).ifPresent(it -> {
            requests.remove(it);
            advance(it.at().plusMillis(it.millis()));
        });
    }

    private Optional<Exchange> fired(String purpose) {
        var found = requests.candidates(purpose).findFirst();
        if (found.isEmpty() && !judged) {
            throw diverged("the record does not say whether a trigger worked, and the case was not judged");
        }
        return found;
    }

    /** Compares what the suite answers the system now with what it answered then. */
    public void answers(Exchange recorded, int status, String body) {
        var answer = recorded.answer();
        if (answer != null
                && (answer.status() != status || !retellings.of(recorded).similar(answer.body(), body))) {
            throw diverged("the suite answers otherwise than it did: "
                    + recorded.request().method() + " " + recorded.request().url());
        }
    }

    /** Notes that the record cannot tell what the case has to know. */
    public Unrecorded diverged(String why) {
        divergence = divergence == null ? why : divergence;
        return new Unrecorded(why);
    }

    private Optional<Instant> next() {
        return requests.next().map(Exchange::at);
    }

    private boolean inOrder(Exchange exchange) {
        return exchange.at().isBefore(sequential);
    }

    /** How far time may go: to the end of a wait, but not beyond what the suite did next. */
    private Instant limit(Instant end) {
        return next().filter(it -> it.isBefore(later(end))).orElse(later(end));
    }

    private static Instant later(Instant end) {
        return end.equals(Instant.MAX) ? end : end.plus(SLACK);
    }

    private void arrive(Exchange due, Instant end) {
        close |= due.at().isAfter(end);
        advance(due.at());
    }

    private void advance(Instant until) {
        for (var due = due(until); due.isPresent(); due = due(until)) {
            var arrival = due.get();
            arrivals.remove(arrival);
            now = arrival.at();
            if (RecordedText.isCut(arrival.request().body())) {
                throw diverged("a message of the system is too long for the record");
            }
            receiver.accept(retellings.arrival(arrival));
        }
        if (until.isAfter(now) && !until.equals(Instant.MAX)) {
            now = until;
        }
    }

    /** The first arrival until then; of those of others, or of many, one that is about ids of now. */
    private Optional<Exchange> due(Instant until) {
        return arrivals.stream()
                .filter(it -> !it.at().isAfter(until))
                .filter(it -> inOrder(it) && !retellings.borrowed(it)
                        || retellings.of(it).knows(it))
                .findFirst();
    }
}
