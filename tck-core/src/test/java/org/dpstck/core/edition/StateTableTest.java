package org.dpstck.core.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The state machine of 2026-02, read from the document's diagram and text by hand and written down once more. */
class StateTableTest {

    private static final List<String> SIGNALS =
            List.of("prepare", "start", "started", "suspend", "terminate", "completed");

    /** A state: the flow is there afterwards. {@code -}: refused. {@code ?}: the document leaves it open. */
    private static final Map<String, String> CONSUMER = Map.of(
            "PREPARING", "?  -  -        -          TERMINATED  -",
            "PREPARED", " ?  -  STARTED  -          TERMINATED  -",
            "STARTED", "  ?  -  ?        SUSPENDED  TERMINATED  COMPLETED",
            "SUSPENDED", "?  -  ?        ?          TERMINATED  -",
            "COMPLETED", "?  ?  -        -          -           ?",
            "TERMINATED", "? ?  -        -          ?           -");

    private static final Map<String, String> PROVIDER = Map.of(
            "STARTING", " ?  -  ?        -          TERMINATED  -",
            "STARTED", "  ?  -  ?        SUSPENDED  TERMINATED  COMPLETED",
            "SUSPENDED", "?  -  ?        ?          TERMINATED  -",
            "COMPLETED", "?  ?  -        -          -           ?",
            "TERMINATED", "? ?  -        -          ?           -");

    private final Edition edition = new Editions().load("2026-02");

    @Test
    void everyCellIsAsTheDocumentHasIt() {
        var expected = new ArrayList<String>();
        for (var kind : FlowKind.all()) {
            (kind.side() == Side.CONSUMER ? CONSUMER : PROVIDER).forEach((state, row) -> {
                var cells = row.strip().split("\\s+");
                for (int i = 0; i < cells.length; i++) {
                    expected.add(
                            kind + " " + state + " " + SIGNALS.get(i) + " " + told(kind, SIGNALS.get(i), cells[i]));
                }
            });
        }
        assertThat(edition.cells().stream().map(StateTableTest::text))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(132);
    }

    /** §Completed names the provider of a pull and the consumer of a push; the others may be told or not. */
    private static String told(FlowKind kind, String signal, String cell) {
        var named = (kind.side() == Side.PROVIDER) == (kind.direction() == Direction.PULL);
        return signal.equals("completed") && cell.equals("COMPLETED") && !named ? "?" : cell;
    }

    private static String text(Cell cell) {
        var expectation = cell.expectation();
        var text = expectation instanceof Cell.Moves moves
                ? moves.to().name()
                : expectation instanceof Cell.Refused ? "-" : "?";
        return cell.kind() + " " + cell.state() + " " + cell.signal() + " " + text;
    }

    @Test
    void eachRefusalNamesWhatForbidsIt() {
        for (var cell : edition.cells()) {
            if (cell.expectation() instanceof Cell.Refused refused) {
                var expected = cell.signal().name().equals("start")
                        ? "START-DUPLICATE"
                        : cell.state().terminal() ? "TERMINAL-FINAL" : "TRANSITION-ILLEGAL";
                assertThat(refused.requirement()).as(cell.toString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void openCellsCiteAPosition() {
        assertThat(edition.cells())
                .filteredOn(cell -> cell.expectation() instanceof Cell.Open)
                .allSatisfy(cell -> {
                    var open = (Cell.Open) cell.expectation();
                    assertThat(edition.positions()).containsKey(open.position());
                    assertThat(open.accepts()).isNotEmpty();
                    assertThat(edition.requirements()).containsKey(open.requirement());
                });
    }

    @Test
    void theShortestWayLeadsToEachState() {
        for (var kind : FlowKind.all()) {
            var consumer = kind.side() == Side.CONSUMER;
            var begin = consumer ? "prepare started" : "start";
            var named = consumer == (kind.direction() == Direction.PUSH);
            assertWay(kind, "INITIALIZED", "");
            assertWay(kind, "PREPARING", null);
            assertWay(kind, "STARTING", null);
            assertWay(kind, "PREPARED", consumer ? "prepare" : null);
            assertWay(kind, "STARTED", begin);
            assertWay(kind, "SUSPENDED", begin + " suspend");
            assertWay(kind, "COMPLETED", named ? begin + " completed" : null);
            assertWay(kind, "TERMINATED", consumer ? "prepare terminate" : "start terminate");
        }
    }

    private void assertWay(FlowKind kind, String state, String signals) {
        var way = edition.path(new Given(kind, edition.machine().state(state)))
                .map(edges ->
                        edges.stream().map(StateMachine.Transition::signal).collect(Collectors.joining(" ")));
        assertThat(way.orElse(null)).as(kind + " " + state).isEqualTo(signals);
    }

    @Test
    void statesAreFoundByTheNamesTheDocumentUses() {
        var machine = edition.machine();
        assertThat(machine.find("INITIAL")).contains(machine.state("INITIALIZED"));
        assertThat(machine.find("UNINITIALIZED")).contains(machine.state("INITIALIZED"));
        assertThat(machine.find("started")).isEmpty();
        assertThat(machine.states())
                .filteredOn(State::terminal)
                .extracting(State::name)
                .containsExactly("COMPLETED", "TERMINATED");
        assertThat(machine.states())
                .filteredOn(State::interim)
                .extracting(State::name)
                .containsExactly("PREPARING", "STARTING");
    }

    @Test
    void creationIsPerSide() {
        for (var kind : FlowKind.all()) {
            assertThat(edition.creating(kind).name()).isEqualTo(kind.side() == Side.CONSUMER ? "prepare" : "start");
        }
        assertThat(edition.interimOperation(edition.machine().state("PREPARING")))
                .contains(edition.operation("prepare"));
        assertThat(edition.interimOperation(edition.machine().state("STARTED"))).isEmpty();
        assertThat(edition.signals()).extracting(Operation::name).containsExactlyElementsOf(SIGNALS);
    }
}
