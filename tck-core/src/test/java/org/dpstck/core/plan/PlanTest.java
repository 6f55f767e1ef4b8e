package org.dpstck.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Level;
import org.dpstck.core.edition.Side;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final FlowKind CONSUMER_PULL = new FlowKind(Side.CONSUMER, Direction.PULL);
    private static final FlowKind PROVIDER_PUSH = new FlowKind(Side.PROVIDER, Direction.PUSH);

    private final Edition edition = new Editions().load("2026-02");

    @Test
    void idsTellTheRowsApart() {
        var kinds = FlowKind.all().stream().map(Row::of).toList();
        var catalogue = catalogue(definition("A-CASE", List.of("PREPARE-200"), kinds));

        assertThat(catalogue.cases().keySet())
                .containsExactly(
                        "A-CASE.consumer-push", "A-CASE.consumer-pull", "A-CASE.provider-push", "A-CASE.provider-pull");
        assertThat(catalogue.find("A-CASE.consumer-pull")).isPresent();
        assertThat(catalogue.find("A-CASE")).isEmpty();
    }

    @Test
    void templatesTakeArguments() {
        var row = Row.of(edition.operation("start"), CONSUMER_PULL, "messageId");
        var spec = only(catalogue(new CaseDefinition(
                "{0}-MEMBER",
                "{0} without {2}",
                "s",
                "e",
                "f",
                List.of("{0}-200", "START-BODY", "{0}-200"),
                Set.of(),
                Set.of(),
                List.of(row),
                "T",
                "m")));

        assertThat(spec.id()).isEqualTo("START-MEMBER.consumer-pull.messageId");
        assertThat(spec.template()).isEqualTo("START-MEMBER");
        assertThat(spec.title()).isEqualTo("start without messageId");
        assertThat(spec.requirements()).containsExactly("START-200", "START-BODY");
        assertThat(spec.level()).isEqualTo(Level.MUST);
        assertThat(spec.section()).isEqualTo("Start");
    }

    @Test
    void titlesSayInWordsWhatIdsSayInShort() {
        var spec = only(catalogue(new CaseDefinition(
                "A",
                "an id with {0}",
                "s",
                "e",
                "f",
                List.of("START-200"),
                Set.of(),
                Set.of(),
                List.of(Row.of(OddText.RESERVED)),
                "T",
                "m")));

        assertThat(spec.id()).isEqualTo("A.reserved");
        assertThat(spec.title()).isEqualTo("an id with characters that URLs reserve");
    }

    @Test
    void aRowMayHaveARequirementOfItsOwn() {
        var rows = List.of(Row.of("a").verifying("START-200"), Row.of("b"));
        var catalogue = catalogue(definition("A", List.of("PUSH-READY-FOR-DATA", "{requirement}"), rows));

        assertThat(catalogue.cases().get("A.a").requirements()).containsExactly("PUSH-READY-FOR-DATA", "START-200");
        assertThat(catalogue.cases().get("A.a").level()).isEqualTo(Level.MUST);
        assertThat(catalogue.cases().get("A.b").level()).isEqualTo(Level.SHOULD);
    }

    @Test
    void defectsOfTheSuiteAreRefused() {
        var twice = List.of(Row.of("a"), Row.of("a"));
        assertThatThrownBy(() -> catalogue(definition("A", List.of("START-200"), twice)))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("two cases have the id A.a");
        assertThatThrownBy(() -> catalogue(definition("A", List.of("NO-SUCH"), List.of(Row.single()))))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("case A verifies NO-SUCH, which edition 2026-02 does not have");
        assertThatThrownBy(() -> catalogue(definition("A", List.of("{requirement}"), List.of(Row.single()))))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("case A verifies nothing");
    }

    @Test
    void rowsDemandWhatTheirArgumentsImply() {
        assertThat(needs(Row.of(CONSUMER_PULL))).containsExactly("consumer", "pull");
        assertThat(needs(Row.of(edition.operation("start")))).containsExactly("provider");
        assertThat(needs(Row.of(edition.operation("suspend")))).containsExactly("suspend");
        assertThat(needs(Row.of(edition.operation("status")))).isEmpty();
        assertThat(needs(Row.of(given(CONSUMER_PULL, "SUSPENDED")))).containsExactly("consumer", "pull", "suspend");
        assertThat(needs(Row.of(given(CONSUMER_PULL, "PREPARING"))))
                .containsExactly("asynchronous-prepare", "consumer", "pull");
        assertThat(needs(Row.of(given(PROVIDER_PUSH, "STARTING"))))
                .containsExactly("asynchronous-start", "provider", "push");
        assertThat(needs(Row.of(given(PROVIDER_PUSH, "COMPLETED"))))
                .containsExactly("provider", "push", "trigger:complete");
        assertThat(needs(Row.of(new Cell(
                        PROVIDER_PUSH, edition.machine().state("STARTED"), edition.operation("suspend"), null))))
                .containsExactly("provider", "push", "suspend");
        assertThat(needs(Row.of("x").needing(Capability.REGISTRATION).needing(TriggerPoint.FAIL)))
                .containsExactly("registration", "trigger:fail");
    }

    @Test
    void lackingCapabilitiesExcludeACase() {
        var plan = plan(
                Selection.all(),
                EnumSet.of(Capability.PULL),
                Row.of(CONSUMER_PULL).needing(Capability.SUSPEND));

        assertThat(plan.cases()).singleElement().satisfies(planned -> {
            assertThat(planned.runs()).isFalse();
            assertThat(planned.decision())
                    .isEqualTo(
                            new Decision.NotApplicable("the system does not declare the capability consumer, suspend"));
        });
        assertThat(plan.running()).isEmpty();
        assertThat(plan.partial()).isFalse();
    }

    @Test
    void missingTriggersLeaveACaseUntested() {
        var row = Row.of(given(PROVIDER_PUSH, "COMPLETED")).needing(TriggerPoint.FAIL);

        assertThat(plan(Selection.all(), Capability.defaults(), row)
                        .cases()
                        .get(0)
                        .decision())
                .isEqualTo(new Decision.Untested("no trigger for complete, fail is configured (triggers.complete),"
                        + " and no request of the protocol asks for it"));
        // What does not apply cannot be untested.
        assertThat(plan(Selection.all(), Set.of(), row).cases().get(0).decision())
                .isInstanceOf(Decision.NotApplicable.class);
    }

    @Test
    void aSelectionMakesARunPartial() {
        var rows = new Row[] {Row.of("a"), Row.of("b"), Row.of("c").needing(Capability.REGISTRATION)};

        assertThat(plan(Selection.all(), Capability.defaults(), rows).partial()).isFalse();
        assertThat(plan(new Selection(List.of("*")), Capability.defaults(), rows)
                        .partial())
                .isFalse();
        var part = plan(new Selection(List.of("a.B", "A.c")), Capability.defaults(), rows);
        assertThat(part.partial()).isTrue();
        assertThat(part.cases()).extracting(planned -> planned.spec().id()).containsExactly("A.b", "A.c");
        assertThat(part.running("T", "A")).extracting(CaseSpec::id).containsExactly("A.b");
        assertThat(part.running("T", "other")).isEmpty();
    }

    @Test
    void globs() {
        var catalogue = catalogue(
                definition("A-CASE", List.of("START-200"), List.of(Row.of("x.y"), Row.of("x"))),
                definition("B", List.of("PREPARE-200"), List.of(Row.single())));

        assertThat(selected(catalogue, "a-case")).containsExactly("A-CASE.x.y", "A-CASE.x");
        assertThat(selected(catalogue, "a-case.x")).containsExactly("A-CASE.x");
        assertThat(selected(catalogue, "A?CASE.*y")).containsExactly("A-CASE.x.y");
        assertThat(selected(catalogue, "start-*")).containsExactly("A-CASE.x.y", "A-CASE.x");
        assertThat(selected(catalogue, "?")).containsExactly("B");
        assertThat(selected(catalogue, "*-200")).hasSize(3);
        assertThat(selected(catalogue, "A-CASE.x", "b")).containsExactly("A-CASE.x", "B");
        assertThat(selected(catalogue, "A.CASE", "(", "[a", "\\E", "")).isEmpty();
        assertThat(new Selection(List.of("B", "(", "no*")).idle(catalogue)).containsExactly("(", "no*");
    }

    private List<String> needs(Row row) {
        return only(catalogue(definition("A", List.of("START-200"), List.of(row))))
                .needs();
    }

    private Given given(FlowKind kind, String state) {
        return new Given(kind, edition.machine().state(state));
    }

    private Plan plan(Selection selection, Set<Capability> capabilities, Row... rows) {
        var catalogue = catalogue(definition("A", List.of("START-200"), List.of(rows)));
        return Planner.plan(catalogue, system(capabilities), selection);
    }

    private Catalogue catalogue(CaseDefinition... definitions) {
        return Catalogue.of(edition, "data-plane", List.of(definitions));
    }

    private static Stream<String> selected(Catalogue catalogue, String... globs) {
        var selection = new Selection(List.of(globs));
        return catalogue.cases().values().stream().filter(selection::selects).map(CaseSpec::id);
    }

    private static CaseSpec only(Catalogue catalogue) {
        assertThat(catalogue.cases()).hasSize(1);
        return catalogue.cases().values().iterator().next();
    }

    @Test
    void casesCanBeRepeatedUnderIdsOfTheirOwn() {
        var kinds = FlowKind.all().stream().map(Row::of).toList();
        var once = catalogue(definition("A-CASE", List.of("PREPARE-200"), kinds));
        var thrice = once.times(3);

        assertThat(once.times(1)).isEqualTo(once);
        assertThat(thrice.cases().keySet())
                .hasSize(3 * once.cases().size())
                .containsAll(once.cases().keySet())
                .allMatch(id -> thrice.find(id).orElseThrow().id().equals(id));
    }

    private static CaseDefinition definition(String template, List<String> verifies, List<Row> rows) {
        return new CaseDefinition(template, "t", "s", "e", "f", verifies, Set.of(), Set.of(), rows, "T", template);
    }

    private static SystemUnderTest system(Set<Capability> capabilities) {
        var it = SutConfiguration.load(
                new ConfigurationSources(null, Map.of(), new HashMap<>(Map.of("url", "http://127.0.0.1:1/x"))));
        return new SystemUnderTest(
                it.name(),
                it.version(),
                it.role(),
                it.edition(),
                it.url(),
                it.headers(),
                it.timeouts(),
                it.transferTypes(),
                it.ids(),
                it.message(),
                capabilities,
                it.paths(),
                it.callback(),
                it.dataAddress(),
                it.triggers(),
                it.https(),
                it.strict(),
                it.authorization());
    }
}
