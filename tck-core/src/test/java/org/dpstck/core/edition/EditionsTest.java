package org.dpstck.core.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionsTest {

    private final Editions editions = new Editions();
    private final Edition edition = editions.load("2026-02");

    @Test
    void everyEditionOfTheIndexLoads() {
        assertThat(editions.ids()).isNotEmpty().doesNotHaveDuplicates().contains(editions.defaultId());
        for (var id : editions.ids()) {
            var loaded = editions.load(id);
            assertThat(loaded.id()).isEqualTo(id);
            assertThat(loaded.title()).isNotBlank();
            assertThat(loaded.operations()).isNotEmpty();
            assertThat(loaded.cells()).isNotEmpty();
            assertThat(loaded.requirements().values()).allSatisfy(requirement -> {
                assertThat(requirement.party()).isEqualTo("data-plane");
                assertThat(requirement.clause()).isNotBlank();
            });
        }
    }

    @Test
    void anUnknownEditionIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> editions.load("../2026-02"))
                .isInstanceOf(EditionException.class)
                .hasMessage("unknown edition ../2026-02; known editions: " + String.join(", ", editions.ids()));
    }

    @Test
    void whatAnEditionDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> edition.operation("resume")).hasMessage("edition 2026-02 has no operation resume");
        assertThatThrownBy(() -> edition.callback("x")).hasMessage("edition 2026-02 has no callback x");
        assertThatThrownBy(() -> edition.message("x")).hasMessage("edition 2026-02 has no message x");
        assertThatThrownBy(() -> edition.requirement("x")).hasMessage("edition 2026-02 has no requirement x");
        assertThat(edition.find("resume")).isEmpty();
    }

    @Test
    void theTablesOfTheDocument() {
        assertThat(edition.operations().values())
                .extracting(Operation::line)
                .containsExactly(
                        "POST /dataflows/prepare",
                        "POST /dataflows/start",
                        "POST /dataflows/{dataFlowId}/started",
                        "POST /dataflows/{dataFlowId}/suspend",
                        "POST /dataflows/{dataFlowId}/terminate",
                        "POST /dataflows/{dataFlowId}/completed",
                        "GET /dataflows/{dataFlowId}/status");
        assertThat(edition.callbacks().values())
                .extracting(Callback::path)
                .containsExactly(
                        "/transfers/{transferId}/dataflow/prepared",
                        "/transfers/{transferId}/dataflow/started",
                        "/transfers/{transferId}/dataflow/completed",
                        "/transfers/{transferId}/dataflow/errored");
        assertThat(edition.operation("prepare").addressesFlow()).isFalse();
        assertThat(edition.operation("status").addressesFlow()).isTrue();
        assertThat(edition.operation("start").requirement("200")).isEqualTo("START-200");
        assertThat(edition.message("DataFlowStartMessage").sends())
                .isEqualTo(edition.message("DataFlowPrepareMessage").sends());
    }

    @Test
    void contradictionsAreFound() {
        assertProblem(
                operations("nowhere", "NoMessage", "PREPARED"), "operation prepare: there is no message NoMessage");
        assertProblem(operations("nowhere", null, "ASLEEP"), "operation prepare: there is no state ASLEEP");
        assertProblem(operations("nowhere", null, "PREPARED"), "operation prepare: there is no nowhere");
        assertProblem(callback("ASLEEP", "consumer-pull"), "callback prepared: there is no state ASLEEP");
        assertProblem(callback("PREPARED", "consumer-pul"), "callback prepared: there is no kind consumer-pul");
        assertProblem(
                requirement(new Requirement("R", Level.MUST, "data-plane", "S", "anchor", "c", List.of(999), null)),
                "requirement R: there is no an anchor");
        assertProblem(
                requirement(new Requirement("R", null, "data-plane", "S", "#a", "c".repeat(201), List.of(999), null)),
                "requirement R: there is no position 999");
    }

    @Test
    void contradictionsOfTheMachineAreFound() {
        var edge = new StateMachine.Transition("fly", Set.of("ASLEEP"), "AWAKE", Set.of("consumer"), "NO-SUCH");
        var reading = new StateMachine.Reading(
                "fly", Set.of("ASLEEP"), Set.of("push"), Set.of("same-flows"), false, false, 999, "NO-SUCH");
        var machine = edition.machine();
        var broken = new StateMachine(
                machine.section(),
                machine.anchor(),
                machine.states(),
                List.of(edge),
                List.of(reading),
                "OTHER",
                "LAST");

        for (var problem : List.of(
                "refused: there is no requirement OTHER",
                "refused: there is no requirement LAST",
                "transition fly: there is no fly",
                "transition fly: there is no state ASLEEP",
                "transition fly: there is no state AWAKE",
                "transition fly: there is no kind consumer",
                "transition fly: there is no requirement NO-SUCH",
                "reading fly: there is no state same-flows",
                "reading fly: there is no kind push",
                "reading fly: there is no position 999")) {
            assertProblem(with(edition.operations(), edition.callbacks(), broken, edition.requirements()), problem);
        }
    }

    private void assertProblem(Edition broken, String problem) {
        assertThatThrownBy(() -> EditionChecks.check(broken))
                .isInstanceOf(EditionException.class)
                .hasMessageStartingWith("edition 2026-02 contradicts itself:")
                .hasMessageContaining("\n  " + problem);
    }

    private Edition operations(String location, String message, String state) {
        var prepare = edition.operation("prepare");
        var answer = new Answer(202, false, message, state, location, null);
        var broken = new Operation(
                prepare.name(),
                prepare.method(),
                prepare.path(),
                prepare.section(),
                prepare.anchor(),
                prepare.sides(),
                true,
                prepare.message(),
                prepare.answer(),
                answer);
        return with(
                replaced(edition.operations(), "prepare", broken),
                edition.callbacks(),
                edition.machine(),
                edition.requirements());
    }

    private Edition callback(String state, String kind) {
        var it = edition.callback("prepared");
        var broken = new Callback(
                it.name(), it.method(), it.path(), it.section(), it.anchor(), it.message(), state, null, Set.of(kind));
        return with(
                edition.operations(),
                replaced(edition.callbacks(), "prepared", broken),
                edition.machine(),
                edition.requirements());
    }

    private Edition requirement(Requirement requirement) {
        return with(
                edition.operations(),
                edition.callbacks(),
                edition.machine(),
                replaced(edition.requirements(), "R", requirement));
    }

    private Edition with(
            Map<String, Operation> operations,
            Map<String, Callback> callbacks,
            StateMachine machine,
            Map<String, Requirement> requirements) {
        return new Edition(
                edition.id(),
                edition.title(),
                edition.document(),
                edition.defaults(),
                edition.conventions(),
                edition.registration(),
                edition.authorization(),
                operations,
                callbacks,
                edition.retrievals(),
                edition.profiles(),
                edition.messages(),
                machine,
                requirements,
                edition.positions(),
                edition.schemas());
    }

    private static <T> Map<String, T> replaced(Map<String, T> map, String key, T value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
