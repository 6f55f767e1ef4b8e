package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {

    @Test
    void theListForProgramsHasExactlyItsMembers() {
        var list = JsonMapper.builder()
                .build()
                .readTree(Shell.plain().run("list", "--format", "json").out());

        assertThat(list.size()).isGreaterThan(250);
        for (var entry : list) {
            assertThat(entry.propertyNames())
                    .containsExactly("id", "title", "role", "edition", "level", "requirements", "needs");
            assertThat(entry.path("role").stringValue()).isEqualTo("data-plane");
            assertThat(entry.path("requirements").isArray()).isTrue();
            assertThat(entry.path("needs").isArray()).isTrue();
        }
    }

    @Test
    void theListForPeopleHasSectionsAndColumns() {
        var lines = Shell.plain().run("list", "--only", "START-*").out().lines().toList();

        assertThat(lines.get(0)).startsWith("§");
        var cases = lines.stream().filter(line -> line.startsWith("  ")).toList();
        assertThat(cases)
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.matches("  START-\\S+ +(MUST|IMPLIED|SHOULD|MAY) +.*"));
        assertThat(cases.stream().map(CatalogueTest::levelColumn).distinct()).hasSize(1);
    }

    private static int levelColumn(String line) {
        return line.replaceFirst("^(  \\S+ +).*", "$1").length();
    }

    @Test
    void aCaseIsExplainedFromTheClauseToTheFix() {
        var text = Shell.plain().run("explain", "start-duplicate").out();

        assertThat(text)
                .contains(
                        "START-DUPLICATE", "clause", "§", "#", "stimulus", "expected", "how to fix", "cases", "run it")
                .contains("dps-tck run --only 'START-DUPLICATE'");
    }

    @Test
    void aRequirementIsExplainedWithItsPositionsAndCases() {
        var text = Shell.plain().run("explain", "TERMINAL-FINAL").out();

        assertThat(text).contains("MUST", "position", "Decided:", "Because:", "cases");
    }

    @Test
    void aRowIsExplainedAlone() {
        var rows = Shell.plain().run("list", "--only", "START-DUPLICATE").out();
        var row = rows.lines()
                .filter(line -> line.contains("."))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" ")[0];

        assertThat(Shell.plain().run("explain", row).out()).contains("dps-tck run --only '" + row + "'");
    }
}
