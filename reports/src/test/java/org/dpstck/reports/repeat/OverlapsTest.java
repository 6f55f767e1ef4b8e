package org.dpstck.reports.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Exchange.Direction;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void whatLeftOneAfterTheOtherIsNoGroup() {
        var overlaps = Overlaps.of(List.of(sent("x1", 0, 10, "set-up"), sent("x2", 10, 10, "stimulus")));

        assertThat(overlaps.groups()).isEmpty();
    }

    @Test
    void whatWasToGoTogetherIsAGroupEvenIfOneWasAnsweredBeforeTheOtherLeft() {
        var before = sent("x1", 0, 2, "set-up");
        var suspend = together(sent("x2", 10, 0, "stimulus"), "t1");
        var terminate = together(sent("x4", 11, 0, "at the same time"), "t1");
        var again = together(sent("x5", 12, 3, "at the same time"), "t2");
        var start = came("x3", 10, "start", 200);
        var exchanges = List.of(before, suspend, start, terminate, again);

        var overlaps = Overlaps.of(exchanges);

        assertThat(overlaps.groups()).containsExactly(List.of(suspend, terminate));
        assertThat(Overlaps.isRival(suspend, overlaps.group(terminate))).isTrue();
        assertThat(overlaps.inOrder(exchanges)).containsExactly(before, suspend, terminate, start, again);
    }

    @Test
    void rivalsOverlapAndHaveOnePurpose() {
        var first = sent("x1", 0, 10, "at the same time");
        var second = sent("x2", 3, 2, "at the same time");
        var later = sent("x3", 11, 5, "read back");

        var overlaps = Overlaps.of(List.of(first, second, later));

        assertThat(overlaps.groups()).containsExactly(List.of(first, second));
        assertThat(overlaps.group(second)).contains(first);
        assertThat(overlaps.group(later)).isEmpty();
        assertThat(Overlaps.isRival(second, List.of(first, second))).isTrue();
        assertThat(Overlaps.end(List.of(first, second))).isEqualTo(BEGIN.plusMillis(10));
    }

    @Test
    void whatRivalsBringAboutComesWhenTheLastOfThemHasLeft() {
        var first = sent("x1", 0, 10, "at the same time");
        var start = came("x2", 5, "start", 200);
        var second = sent("x3", 7, 5, "at the same time");
        var told = came("x4", 9, "TransferStartMessage", 200);
        var exchanges = List.of(first, start, second, told);

        assertThat(Overlaps.of(exchanges).inOrder(exchanges)).containsExactly(first, second, start, told);
    }

    @Test
    void whatIsSentDuringALongAnswerOvertakesIt() {
        var stream = sent("x1", 0, 700, "at the data endpoint");
        var signal = sent("x2", 300, 20, "stimulus");

        var group = Overlaps.of(List.of(stream, signal)).group(stream);

        assertThat(Overlaps.isOvertaken(stream, group)).isTrue();
        assertThat(Overlaps.isOvertaken(signal, group)).isFalse();
        assertThat(Overlaps.isRival(stream, group)).isFalse();
    }

    @Test
    void anAnswerIsHeldUntilTheLastThatWasSentBefore() {
        var start = came("x7", 0, "start", 202);
        var started = sent("x5", 3, 2, "started");
        var completed = sent("x6", 8, 2, "completed");
        var next = sent("x8", 12, 2, "stimulus");

        var overlaps = Overlaps.of(List.of(start, started, completed, next));

        assertThat(overlaps.held()).containsOnlyKeys(start).containsValue(completed);
    }

    @Test
    void heartBeatsAreNotHeld() {
        assertThat(Overlaps.of(List.of(came("x7", 0, "heart-beat", 204), sent("x5", 3, 2, "catalogue")))
                        .held())
                .isEmpty();
    }

    @Test
    void heartBeatsTurnWhereTheirAnswerDoes() {
        var well = came("x1", 0, "heart-beat", 204);
        var ill = came("x2", 200, "heart-beat", 503);
        var still = came("x3", 400, "heart-beat", 503);
        var start = came("x4", 500, "start", 200);

        var overlaps = Overlaps.of(List.of(well, ill, still, start));

        assertThat(overlaps.turns()).containsExactly(ill);
        assertThat(overlaps.phase(well)).hasValue(0);
        assertThat(overlaps.phase(ill)).hasValue(1);
        assertThat(overlaps.phase(still)).hasValue(1);
        assertThat(overlaps.phase(start)).isEmpty();
        assertThat(Overlaps.of(List.of(well)).phase(well)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void aDataPlaneIsWellBeforeItIsIll() {
        var ill = came("x1", 0, "heart-beat", 503);
        var well = came("x2", 200, "heart-beat", 204);

        assertThat(Overlaps.of(List.of(ill, well)).turns()).containsExactly(ill, well);
        assertThat(Overlaps.of(List.of(ill)).turns()).isEmpty();
        var started = came("x0", -100, "start", 200);
        assertThat(Overlaps.of(List.of(started, came("x3", 0, "heart-beat", 503)))
                        .turns())
                .hasSize(1);
    }

    private static Exchange sent(String id, int at, int millis, String purpose) {
        return exchange(id, Direction.TO_SYSTEM, at, millis, purpose, "POST", 200);
    }

    private static Exchange together(Exchange it, String name) {
        return new Exchange(
                it.id(),
                it.direction(),
                it.purpose(),
                it.at(),
                it.millis(),
                it.request(),
                it.answer(),
                it.error(),
                name);
    }

    private static Exchange came(String id, int at, String purpose, int status) {
        var method = purpose.equals("heart-beat") ? "GET" : "POST";
        return exchange(id, Direction.FROM_SYSTEM, at, 0, purpose, method, status);
    }

    private static Exchange exchange(
            String id, Direction direction, int at, int millis, String purpose, String method, int status) {
        return new Exchange(
                id,
                direction,
                purpose,
                BEGIN.plusMillis(at),
                millis,
                new Exchange.Request(method, "http://localhost/flows/" + purpose.replace(' ', '-'), List.of(), null),
                new Exchange.Answer(status, List.of(), "", 0),
                null);
    }
}
