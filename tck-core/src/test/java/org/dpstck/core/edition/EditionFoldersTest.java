package org.dpstck.core.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds the folders of the editions together: one id is one demand, and every schema is one. */
class EditionFoldersTest {

    /** Headings of different documents that speak of the same thing. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("DataFlowResponseMessage", "DataFlowStatusMessage", "Data Plane Endpoint"),
            List.of("Start", "DataFlowStartMessage", "Push Protocol Messaging"),
            List.of("Status", "DataFlowStatusResponseMessage"),
            List.of("Control Plane Endpoint", "The Control Plane Registration Type"),
            List.of("Endpoint Registration", "Endpoint Update", "Registration and update endpoint"),
            List.of("The Data Plane Registration Message", "The Data Plane Registration Type"),
            List.of("Transfer Types", "Transfer Profiles"),
            List.of("State Machine Definition", "Data Flow Suspension/Resumption"),
            List.of("OAuth 2 Client Credentials Grant", "Token Claims"));

    private static Stream<Edition> editions() {
        var editions = new Editions();
        return editions.ids().stream().map(editions::load);
    }

    @Test
    void anIdMeansTheSameInEveryEdition() {
        var sections = new TreeMap<String, TreeSet<String>>();
        // The EDC's own document has other headings for the same things.
        editions().filter(edition -> edition.jsonLd().isEmpty()).forEach(edition -> edition.requirements()
                .values()
                .forEach(requirement -> sections.computeIfAbsent(requirement.id(), id -> new TreeSet<>())
                        .add(family(requirement.section()))));

        assertThat(sections)
                .hasSizeGreaterThan(100)
                .allSatisfy((id, found) -> assertThat(found).as(id).hasSize(1));
    }

    @Test
    void whatIsWrittenAsAMustIsAMustOrHasAnotherSentence() {
        var levels = new HashMap<String, Map<Level, String>>();
        editions().forEach(edition -> edition.requirements().values().forEach(requirement -> levels.computeIfAbsent(
                        requirement.id() + ": " + requirement.clause(), id -> new HashMap<>())
                .put(requirement.level(), edition.id())));

        assertThat(levels)
                .allSatisfy((clause, found) -> assertThat(found).as(clause).hasSize(1));
    }

    @Test
    void everySchemaIsOneOf202012() {
        assertThat(editions()).isNotEmpty().allSatisfy(EditionFoldersTest::hasSchemasOf202012);
    }

    @Test
    void whatIsSentIsValidByItsOwnSchema() {
        assertThat(editions()).isNotEmpty().allSatisfy(EditionFoldersTest::sendsWhatIsValid);
    }

    private static void hasSchemasOf202012(Edition edition) {
        var json = JsonMapper.builder().build();
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of(DialectId.DRAFT_2020_12));

        assertThat(edition.schemas()).isNotEmpty().allSatisfy((file, schema) -> {
            assertThat(schema).containsEntry("$schema", DialectId.DRAFT_2020_12);
            assertThat(schema)
                    .containsEntry("$id", "https://dpstck.org/editions/" + edition.id() + "/messages/" + file);
            assertThat(meta.validate(json.valueToTree(schema))).as(file).isEmpty();
        });
    }

    private static void sendsWhatIsValid(Edition edition) {
        var schemas = new MessageSchemas(edition);
        var json = JsonMapper.builder().build();

        var sent = Stream.concat(
                edition.operations().values().stream()
                        .filter(operation -> operation.message() != null)
                        .map(Operation::message),
                edition.retrievals().values().stream().map(Retrieval::message));
        assertThat(sent).allSatisfy(name -> assertThat(schemas.validate(
                        name, json.valueToTree(edition.message(name).sends())))
                .as(name)
                .isEmpty());
    }

    private static String family(String section) {
        return FAMILIES.stream()
                .filter(family -> family.contains(section))
                .findFirst()
                .map(family -> family.get(0))
                .orElse(section);
    }
}
