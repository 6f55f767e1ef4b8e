package org.dpstck.core.junit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.core.verdict.Violation;

/** Cases that end in every way there is. */
final class TinyCases {

    private static final String MUST = "PREPARE-200";
    private static final String SHOULD = "PUSH-READY-FOR-DATA";

    @Case(value = "PASS", title = "passes with {0}", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    @Rows("four")
    void pass(Integer number, Journal journal) {
        var request = new Exchange.Request("GET", "http://h/" + number, List.of(), null);
        journal.add(new Exchange(
                "x" + number, Exchange.Direction.TO_SYSTEM, "test", Instant.now(), 1, request, null, "none"));
    }

    @Case(value = "FAIL", title = "fails", stimulus = "s", expected = "e", fix = "f")
    @Verifies({MUST, SHOULD})
    void fail(Judge judge) {
        judge.violated(SHOULD, "ready", "not ready", null);
        judge.violated(MUST, "200", "500", null);
    }

    @Case(value = "FAIL-AND-STOP", title = "fails and stops", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void failAndStop(Judge judge) {
        judge.violated(MUST, "200", "500", null);
        judge.stop();
        throw new IllegalStateException("not reached");
    }

    @Case(value = "FAIL-BEFORE-UNTESTED", title = "fails, then ends", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void failThenUntested(Judge judge) {
        judge.violated(MUST, "200", "500", null);
        throw Unjudgeable.untested("no way on");
    }

    @Case(value = "TURNED-AWAY", title = "is asked too much", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void turnedAway(Judge judge, Journal journal) {
        var request = new Exchange.Request("POST", "http://h/", List.of(), null);
        var answer = new Exchange.Answer(429, List.of(), "slow down", 9);
        journal.add(new Exchange("x9", Exchange.Direction.TO_SYSTEM, "test", Instant.now(), 1, request, answer, null));
        judge.violated(MUST, "200", "429", null);
    }

    @Case(value = "WARN", title = "warns", stimulus = "s", expected = "e", fix = "f")
    @Verifies(SHOULD)
    void warn(Judge judge) {
        judge.violated(SHOULD, "ready", "not ready", null);
    }

    @Case(value = "UNTESTED", title = "is untested", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void untested() {
        throw Unjudgeable.untested("nothing reaches it");
    }

    @Case(value = "INCONCLUSIVE", title = "is inconclusive", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void inconclusive() {
        throw Unjudgeable.inconclusive("nobody there");
    }

    @Case(value = "UNPREPARED", title = "is inconclusive already", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void unprepared(Unjudgeable never) {
        throw new Violation("not reached");
    }

    @Case(value = "NOT-APPLICABLE", title = "does not apply", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    @Needs(Capability.REGISTRATION)
    void notApplicable() {
        throw new Violation("not reached");
    }

    @Case(value = "NO-TRIGGER", title = "has no trigger", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    @Needs(triggers = TriggerPoint.FAIL)
    void noTrigger() {
        throw new Violation("not reached");
    }

    @Case(value = "CLOSE-THE-GATE", title = "ends the run", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    void closeTheGate(TinySuite.Signals signals) {
        signals.gate.close("the system is gone");
        signals.gate.close("something else");
    }

    @Case(value = "MEET", title = "meets the others", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    @Rows("four")
    void meet(Integer number, TinySuite.Signals signals) throws Exception {
        signals.meeting.await(30, TimeUnit.SECONDS);
    }

    @Case(value = "ALONE", title = "counts who is there", stimulus = "s", expected = "e", fix = "f")
    @Verifies(MUST)
    @Rows("four")
    void alone(Integer number, TinySuite.Signals signals) {
        signals.mostAtOnce.accumulateAndGet(signals.atOnce.incrementAndGet(), Math::max);
        Thread.yield();
        signals.atOnce.decrementAndGet();
    }

    static Stream<Row> four(Edition edition) {
        return IntStream.range(0, 4).mapToObj(Row::of);
    }
}
