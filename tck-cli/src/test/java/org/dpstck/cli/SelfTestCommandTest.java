package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.junit.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SelfTestCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aFaultThatIsCaughtIsToldToPrograms() {
        var result = Shell.plain()
                .run(
                        "self-test",
                        "--fault",
                        "prepare-201",
                        "--edition",
                        "1.0-RC3",
                        "--format",
                        "json",
                        "--out",
                        folder.toString(),
                        "--seed",
                        "5");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var report = JsonMapper.builder().build().readTree(result.out());
        var fault = report.path("faults").path(0);
        assertThat(report.path("faults").size()).isEqualTo(1);
        assertThat(fault.path("id").asString()).isEqualTo("PREPARE-201");
        assertThat(fault.path("edition").asString()).isEqualTo("1.0-RC3");
        assertThat(fault.path("role").asString()).isEqualTo("data-plane");
        assertThat(fault.path("requirements").path(0).asString()).isEqualTo("PREPARE-200");
        assertThat(fault.path("caught").asBoolean()).isTrue();
        assertThat(fault.path("by").size()).isPositive();
        for (var empty : new String[] {"variants", "survivors", "flagged", "uselessCases"}) {
            assertThat(report.path(empty).isArray()).as(empty).isTrue();
            assertThat(report.path(empty).isEmpty()).as(empty).isTrue();
        }
        assertThat(report.path("seconds").asDouble()).isPositive();
        assertThat(report.path("seed").asLong()).isEqualTo(5);
        assertThat(folder.resolve("matrix.csv")).content().contains("PREPARE-201,1.0-RC3,PREPARE-200,PREPARE-ANSWER.");
        assertThat(folder.resolve("matrix.md")).isNotEmptyFile();
        assertThat(folder.resolve("matrix.json")).isNotEmptyFile();
    }

    @Test
    void aFaultOfAControlPlaneIsTriedOnOne() {
        var result = Shell.plain()
                .run("self-test", "--fault", "ANSWERS-REQUEST-200", "--edition", "2026-02", "--format", "json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var fault = JsonMapper.builder()
                .build()
                .readTree(result.out())
                .path("faults")
                .path(0);
        assertThat(fault.path("role").asString()).isEqualTo("control-plane");
        assertThat(fault.path("matrix").path("TP-REQUEST-201").isEmpty()).isFalse();
    }

    @Test
    void aFaultOfOneFormOfTheTransferProcessIsTriedInThatForm() {
        var result = Shell.plain()
                .run(
                        "self-test",
                        "--fault",
                        "ANSWERS-REQUEST-OWN-PROCESS-ID",
                        "--edition",
                        "1.0-RC1*",
                        "--format",
                        "json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        var faults = JsonMapper.builder().build().readTree(result.out()).path("faults");
        assertThat(faults.size()).isEqualTo(1);
        assertThat(faults.path(0).path("edition").asString()).isEqualTo("1.0-RC1/dsp-tp");
        assertThat(faults.path(0).path("caught").asBoolean()).isTrue();
    }

    @Test
    void aCatchUnderAnotherRequirementIsNone() {
        var result =
                Shell.judgingWith(new Grumbler()).run("self-test", "--fault", "STATUS-203", "--edition", "2026-02");

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.out()).contains("STATUS-203 (2026-02)", "unrelated requirements only", "GRUMBLE");
    }

    @Test
    void aSuiteThatCannotRunIsNoCatch() {
        var result = Shell.judgingWith(ToySuite.unusable("nobody there"))
                .run("self-test", "--fault", "START-201", "--edition", "2026-02");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("broken: START-201 (2026-02): no case was run: nobody there", "survivor: START-201");
    }

    @Test
    void anUnknownNameIsWrongUsage() {
        var fault = Shell.plain().run("self-test", "--fault", "PREPARE-209");
        assertThat(fault.code()).isEqualTo(2);
        assertThat(fault.err()).contains("no fault like 'PREPARE-209'", "PREPARE-201");

        assertThat(Shell.plain().run("self-test", "--variant", "SLOWLY").err()).contains("did you mean", "SLOW");
        assertThat(Shell.plain().run("self-test", "--edition", "2031").code()).isEqualTo(2);
        assertThat(Shell.plain().run("self-test", "--role", "judge").code()).isEqualTo(2);
        assertThat(Shell.plain()
                        .run("self-test", "--role", "control-plane", "--fault", "PREPARE-201")
                        .code())
                .isEqualTo(2);
        assertThat(Shell.plain().run("self-test", "--lanes", "0").code()).isEqualTo(2);
        assertThat(Shell.plain()
                        .run("self-test", "--fault", "PREPARE-201", "--trust", "x.md")
                        .code())
                .isEqualTo(2);
    }

    /** A suite that finds fault with whatever it is shown. */
    private record Grumbler() implements Suite {

        @Override
        public String role() {
            return "data-plane";
        }

        @Override
        public List<Class<?>> cases() {
            return List.of(Cases.class);
        }

        @Override
        public SuiteSession open(RunContext run) {
            return ToySuite.usable().open(run);
        }

        static final class Cases {

            @Case(value = "GRUMBLE", title = "Fails", stimulus = "nothing", expected = "nothing", fix = "nothing")
            @Verifies("START-200")
            void fails(CaseContext context) {
                context.judge().violated("START-200", "better", "this", null);
            }
        }
    }
}
