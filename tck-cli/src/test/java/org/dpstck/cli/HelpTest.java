package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dpstck.core.sut.Key;
import org.dpstck.core.sut.SutConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "detect",
                "doctor",
                "list",
                "explain",
                "report",
                "reference",
                "demo",
                "rejudge",
                "certify",
                "verify"
            })
    void helpTeachesByExampleAndListsTheExitCodes(String command) {
        var help = Shell.plain().run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Examples:", "dps-tck " + command, "Exit codes:");
        assertThat(help.err()).isEmpty();
        assertThat(Shell.plain().run("help", command).out()).isEqualTo(help.out());
    }

    @Test
    void theKitItselfNamesItsCommandsAndItsVersion() {
        assertThat(Shell.plain().run("--help").out())
                .contains(
                        "run",
                        "detect",
                        "doctor",
                        "list",
                        "explain",
                        "report",
                        "reference",
                        "demo",
                        "Examples:",
                        "Exit codes:");
        assertThat(Shell.plain().run("--version").out()).contains("dps-tck", "2026-02", "Java");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyOfADescriptionIsAnOptionOfRunAndDoctor(Key key) {
        assertThat(Shell.plain().run("run", "--help").out()).contains(key.option(), key.environment());
        assertThat(Shell.plain().run("doctor", "--help").out()).contains(key.option(), key.environment());
    }

    static List<Key> keys() {
        return SutConfiguration.keys();
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        var shell = Shell.plain();

        assertThat(shell.onTerminal(Map.of()).run("--help").out()).contains("\u001b[");
        assertThat(shell.onTerminal(Map.of("NO_COLOR", "1")).run("--help").out())
                .doesNotContain("\u001b[");
        assertThat(shell.run("--help").out()).doesNotContain("\u001b[");
    }
}
