package org.dpstck.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dpstck.cli.demo.Ledger.Note.Kind;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Push and pull between two participants, end to end: suspended half-way, resumed, completed, with bytes compared. */
class ScenarioTest {

    /** No multiple of any size of piece. */
    private static final int SIZE = 5_000_011;

    private static final String EDITION = "1.0-RC3";

    static Stream<String> editions() {
        var editions = new ControlPlaneEditions(new Editions());
        // Where consumers have no data plane there is nothing to show.
        return editions.ids().stream().filter(id -> editions.load(id, null)
                .transfers()
                .signal(Side.CONSUMER, "begin")
                .isPresent());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyByteArrivesAndNoneWhileATransferIsSuspended(String edition) {
        var story = play(edition, SIZE, List.of("push", "pull"), List.of(), Request.PATIENCE);

        assertThat(story.problems()).isEmpty();
        assertThat(story.acts()).extracting(Act::direction).containsExactly(Direction.PUSH, Direction.PULL);
        for (var act : story.acts()) {
            assertThat(act.receipt().bytes()).isEqualTo(SIZE);
            assertThat(act.receipt().digest()).isEqualTo(story.digest()).matches("[0-9a-f]{64}");
            assertThat(act.sent()).isEqualTo(SIZE);
            assertThat(notes(act, Kind.HOLDS))
                    .anyMatch(text -> text.contains("HTTP 403"))
                    .anyMatch(text -> text.contains("no byte moves"));
            nothingMovesBetween(act, "suspend the transfer", story.resumes() ? "resume the" : "terminate the");
        }
        assertThat(asked(story.acts().get(0)))
                .contains("prepare", "start", "TransferRequest", "TransferStart", "suspend", "completed");
    }

    private static void nothingMovesBetween(Act act, String suspended, String resumed) {
        var began = index(act, suspended);
        var ended = index(act, resumed);
        assertThat(began).isBetween(0, ended - 1);
        assertThat(act.events().subList(began, ended))
                .filteredOn(Event.Asked.class::isInstance)
                .extracting(event -> (Event.Asked) event)
                .filteredOn(Event.Asked::data)
                .as("requests of the wire that were taken while the transfer was suspended")
                .noneMatch(asked -> act.events().stream()
                        .filter(Event.Answered.class::isInstance)
                        .map(Event.Answered.class::cast)
                        .anyMatch(answer -> answer.number() == asked.number() && answer.status() < 400));
    }

    private static int index(Act act, String order) {
        for (var i = 0; i < act.events().size(); i++) {
            if (act.events().get(i) instanceof Event.Noted note && note.text().contains(order)) {
                return i;
            }
        }
        return -1;
    }

    /** The picture comes from the wire: a control plane that says everything twice is seen to. */
    @Test
    void whatIsDrawnIsWhatWasExchanged() {
        var correct = play(EDITION, 100_000, List.of("push"), List.of(), Request.PATIENCE);
        var twice = play(EDITION, 100_000, List.of("push"), List.of("SENDS-SUSPEND-TWICE"), Request.PATIENCE);

        assertThat(asked(correct.acts().get(0))).filteredOn("suspend"::equals).hasSize(2);
        assertThat(asked(twice.acts().get(0))).filteredOn("suspend"::equals).hasSize(4);
    }

    @Test
    void aPlaneThatIsNotSuspendedIsNamed() {
        var story = play(EDITION, 100_000, List.of("pull"), List.of("SENDS-NO-SUSPEND"), Duration.ofSeconds(3));

        assertThat(story.holds()).isFalse();
        assertThat(story.problems()).singleElement().asString().contains("data plane is not SUSPENDED but STARTED");
        assertThat(notes(story.acts().get(0), Kind.BROKEN)).hasSize(1);
    }

    @Test
    void aTokenThatStaysGoodIsNamed() {
        var story = play(EDITION, 100_000, List.of("pull"), List.of("TOKEN-OUTLIVES-SUSPENSION"), Request.PATIENCE);

        assertThat(story.problems()).singleElement().asString().contains("HTTP 200, where a refusal was expected");
        assertThat(story.acts().get(0).receipt().complete(100_000)).isTrue();
    }

    @Test
    void aPartnerWithoutAnAgreementIsNamed() {
        var story = play(EDITION, 1000, List.of("pull"), List.of("TELLS-START-NEVER"), Duration.ofSeconds(3));

        assertThat(story.problems()).singleElement().asString().contains("only 0 of the first 500 bytes have come");
        assertThat(story.acts().get(0).receipt().bytes()).isZero();
    }

    @Test
    void aByteThatDiffersIsFound() {
        var data = new byte[] {1, 2, 3, 4, 5};
        var payload = new Payload(data);
        payload.store("one", 0, data, 5);
        payload.store("two", 0, new byte[] {1, 2}, 2);
        payload.store("two", 2, new byte[] {9, 4, 5}, 3);
        payload.store("three", 0, new byte[] {1, 2, 3, 4, 5, 6}, 6);

        assertThat(payload.receipt("one").complete(5)).isTrue();
        assertThat(payload.receipt("two").difference()).isEqualTo(2);
        assertThat(payload.receipt("two").complete(5)).isFalse();
        assertThat(payload.receipt("three").bytes()).isEqualTo(6);
        assertThat(payload.receipt("three").complete(5)).isFalse();
        assertThat(payload.receipt("none").complete(5)).isFalse();
    }

    private static Story play(
            String edition, int size, List<String> directions, List<String> faults, Duration patience) {
        var data = new byte[size];
        new Random(size).nextBytes(data);
        var bound = new ControlPlaneEditions(new Editions()).load(edition, null);
        return new Scenario(bound, new Request(edition, directions, data, faults, List.of(), patience)).play();
    }

    private static List<String> asked(Act act) {
        return act.events().stream()
                .filter(Event.Asked.class::isInstance)
                .map(event -> ((Event.Asked) event).label())
                .toList();
    }

    private static List<String> notes(Act act, Kind kind) {
        return act.events().stream()
                .filter(Event.Noted.class::isInstance)
                .map(Event.Noted.class::cast)
                .filter(note -> note.kind() == kind)
                .map(Event.Noted::text)
                .toList();
    }
}
