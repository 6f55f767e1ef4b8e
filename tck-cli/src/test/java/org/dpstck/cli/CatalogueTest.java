package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Editions;
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
    void theRegisterForProgramsHasExactlyItsMembers() {
        var list = JsonMapper.builder()
                .build()
                .readTree(Shell.plain()
                        .run("list", "--requirements", "--edition", "1.0-RC3", "--format", "json")
                        .out());

        assertThat(list.size())
                .isEqualTo(new Editions().load("1.0-RC3").requirements().size());
        for (var entry : list) {
            assertThat(entry.propertyNames())
                    .containsExactly(
                            "id",
                            "edition",
                            "level",
                            "party",
                            "section",
                            "anchor",
                            "clause",
                            "positions",
                            "untestable",
                            "cases");
            assertThat(entry.path("cases").isEmpty())
                    .isEqualTo(entry.path("untestable").isString());
        }
    }

    @Test
    void theRegisterForPeopleHasSectionsAndFits() {
        var lines = Shell.plain().run("list", "--requirements").out().lines().toList();

        assertThat(lines.get(0)).startsWith("§");
        assertThat(lines).allMatch(line -> line.length() <= 100);
        assertThat(lines).anyMatch(line -> line.matches("  START-DUPLICATE +MUST +data plane +\\d+ cases"));
        assertThat(lines).anyMatch(line -> line.startsWith("      Without a case: "));
    }

    @Test
    void requirementsAreSelectedByTheirIdOrACase() {
        assertThat(requirements("START-DUPLICATE")).containsExactly("START-DUPLICATE");
        assertThat(requirements("start-redelivery.provider-push")).containsExactly("START-DUPLICATE");
        assertThat(requirements("SYNCHRONOUS-MAY")).containsExactly("SYNCHRONOUS-MAY");
        assertThat(requirements("*")).hasSizeGreaterThan(80);
    }

    @Test
    void theVariablesOfADescriptionChooseTheEditionToo() {
        var shell = Shell.with(Map.of("DPS_TCK_EDITION", "1.0-RC3"));

        assertThat(shell.run("list", "--requirements", "--only", "RESUME-200").code())
                .isZero();
        assertThat(shell.run("explain", "RESUME-200").code()).isZero();
        assertThat(shell.run("explain", "RESUME-200", "--edition", "2026-02").code())
                .isEqualTo(2);
    }

    @Test
    void positionsAreListedByEdition() {
        var all = Shell.plain().run("list", "--positions", "--edition", "2025-08");

        assertThat(all.out()).contains("   2  Body of a status that is refused (lenient)");
        assertThat(all.out()).doesNotContain("   51  Answer to resume");
        assertThat(Shell.plain().run("list", "--positions", "--format", "json").out())
                .contains("\"texts\"", "\"decision\"");
    }

    private static List<String> requirements(String only) {
        var list = JsonMapper.builder()
                .build()
                .readTree(Shell.plain()
                        .run("list", "--requirements", "--only", only, "--format", "json")
                        .out());
        return list.valueStream().map(it -> it.path("id").asString()).toList();
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
