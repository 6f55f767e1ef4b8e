package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| name a command",
                "rnu | did you mean run",
                "run --frobnicate | --frobnicate",
                "run --parallel 0 | from 1 to 64",
                "run --parallel many | --parallel",
                "run --color purple | --color",
                "run --quiet --verbose | exclude each other",
                "run --only STRAT-DUPLICATE | START-DUPLICATE",
                "run --only START-200,, | empty item",
                "run --only , | empty item",
                "run --role control-plane --dsp-form 2024-1 | known forms: 2025-1, dsp-tp",
                "run --role control-plane --url http://localhost:1 | dsp.url",
                "list --role control-plane --dsp-form 2024-1 | known forms",
                "run --role pilot | pilot",
                "run --edition 1999-12 | 2026-02",
                "run --edition RC3 | did you mean 1.0-RC3?",
                "run --edition 1.0-RC2,1.0-RC33 | did you mean 1.0-RC3?",
                "run --edition 1.0-RC2, | empty item",
                "run --edition 2026-02,1.0-RC2 --only RESUME-200 | in edition 2026-02",
                "run --edition 1.0-RC3,1.0-RC2 --repeat 2 | one edition at a time",
                "detect --edition 1.0-RC4 | did you mean 1.0-RC",
                "detect --url nowhere | --url",
                "detect --format xml | --format",
                "run --url nowhere | --url",
                "run --url http://localhost:1 --reference-fault PREPARE-201 | bundled reference",
                "run --reference-fault NO-SUCH | NO-SUCH",
                "doctor --format yaml | --format",
                "doctor --only START-200 | --only",
                "doctor --reference-fault NO-SUCH | NO-SUCH",
                "list --edition 1999-12 | 2026-02",
                "list --format xml | --format",
                "list --requirements --only STRAT-DUPLICATE | START-DUPLICATE",
                "list --requirements --positions | mutually exclusive",
                "list --positions --only START-200 | --only",
                "run --strict=perhaps | write true or false",
                "explain | ID",
                "explain START-DUPLICAT | did you mean START-DUPLICATE",
                "reference --port 70000 | 0 to 65535",
                "reference --role gateway | control-plane",
                "reference --data-plane http://localhost:1 | --role control-plane",
                "reference --participant me --counter-party you | --role control-plane",
                "reference --role control-plane --control-plane http://localhost:1 | --data-plane URL",
                "reference --role control-plane --data-plane nowhere | http or https URL",
                "reference --role control-plane --message-form new | two-pids",
                "reference --role control-plane --metadata 5 | JSON object",
                "reference --delay soon | 200ms",
                "reference --fault NO-SUCH | NO-SUCH"
            })
    void aMistakeIsToldInOneLine(String args, String hint) {
        oneLine(Shell.plain().run(args == null ? new String[0] : args.split(" ")), hint);
    }

    @Test
    void everyProblemOfADescriptionIsToldAtOnce() {
        var result = Shell.with(Map.of("DPS_TCK_URI", "http://localhost", "DPS_TCK_TIMEOUTS_QUIET", "never"))
                .run("run", "--url", "nowhere", "--capabilities", "flying");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("4 problems", "DPS_TCK_URI", "never", "nowhere", "flying");
        assertThat(result.errLines()).hasSize(5);
    }

    @Test
    void aDescriptionThatIsNoFileIsToldInOneLine(@TempDir Path folder) {
        oneLine(Shell.plain().run("run", "--config", folder.toString()), "is a directory");
        oneLine(Shell.plain().run("run", "--config", folder.resolve("none.yaml").toString()), "does not exist");
    }

    @Test
    void anImpossibleFolderIsFoundBeforeAnythingRuns(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        for (var out : new Path[] {file, file.resolve("below"), Path.of("/proc/none/such")}) {
            oneLine(Shell.plain().run("run", "--url", "http://127.0.0.1:1", "--out", out.toString()), "--out " + out);
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void aBusyPortIsToldInOneLine(@TempDir Path folder) throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(busy.getLocalPort());
            var out = folder.resolve("run");

            oneLine(Shell.plain().run("reference", "--port", port), port);
            oneLine(
                    Shell.plain().run("run", "--callback-bind", "127.0.0.1:" + port, "--out", out.toString()),
                    "callback.bind");
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void variablesOfTheStartScriptAreNoMisspeltKeys() {
        var result = Shell.with(Map.of("DPS_TCK_JAVA_OPTS", "-Xmx1g", "DPS_TCK_ARCHIVE", "off"))
                .run("run", "--only", "NO-SUCH-CASE-AT-ALL");

        oneLine(result, "NO-SUCH-CASE-AT-ALL");
        assertThat(result.err()).doesNotContain("DPS_TCK");
    }

    private static void oneLine(Shell.Result result, String hint) {
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("dps-tck").contains(hint).doesNotContain("Exception:");
        assertThat(result.out()).isEmpty();
    }
}
