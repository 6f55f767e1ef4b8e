package org.dpstck.core.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Editions as they bind a control plane: both halves of the rules load in every combination and fit together. */
class ControlPlaneEditionsTest {

    private static final Editions EDITIONS = new Editions();
    private static final ControlPlaneEditions LOADER = new ControlPlaneEditions(EDITIONS);

    static Stream<Edition> combinations() {
        return LOADER.ids().stream().flatMap(id -> LOADER.forms().stream().map(form -> LOADER.load(id, form)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theRegisterBindsControlPlanesAlone(Edition edition) {
        assertThat(edition.requirements().values())
                .hasSizeGreaterThan(80)
                .extracting(Requirement::party)
                .containsOnly("control-plane");
        assertThat(edition.requirements().keySet())
                .as("ids of one half never stand in the other")
                .doesNotContainAnyElementsOf(
                        EDITIONS.load(edition.id()).requirements().keySet());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theTableCoversEveryStateAndSignal(Edition edition) {
        var cells = edition.transfers().cells(edition);

        // Consumers are sent four messages, providers five, and both get the edition's callbacks, in five states.
        var callbacks = edition.callbacks().size();
        assertThat(callbacks).isIn(0, 4);
        assertThat(cells)
                .hasSize(2 * 5 * (4 + callbacks) + 2 * 5 * (5 + callbacks))
                .doesNotHaveDuplicates();
        assertThat(cells)
                .filteredOn(cell -> cell.state().terminal())
                .noneMatch(cell -> cell.expectation() instanceof Cell.Moves);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void everyFormHasSchemasThatRefer(Edition edition) {
        var protocol = edition.transfers().protocol();

        assertThat(protocol.messages().values()).allSatisfy(message -> {
            assertThat(protocol.required(message.type())).contains("@type");
            assertThat(message.sends().keySet()).containsAll(protocol.required(message.type()));
        });
    }

    @Test
    void anUnknownFormIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> LOADER.load("2026-02", "2024-1"))
                .isInstanceOf(EditionException.class)
                .hasMessageContaining("known forms: 2025-1, dsp-tp");
    }

    @Test
    void whatErroredDoesIsTheEditions() {
        assertThat(errored("2026-02"))
                .isInstanceOfSatisfying(
                        Cell.Moves.class, moves -> assertThat(moves.to().name()).isEqualTo("TERMINATED"));
        assertThat(errored("1.0-RC3"))
                .isInstanceOfSatisfying(
                        Cell.Moves.class, moves -> assertThat(moves.to().name()).isEqualTo("STARTED"));
    }

    private static Cell.Expectation errored(String id) {
        var machine = LOADER.load(id, null).transfers().machine();
        return machine.expectation(new FlowKind(Side.PROVIDER, Direction.PUSH), machine.state("STARTED"), "errored");
    }
}
