package org.dpstck.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kit judges EDC's data plane, and finds what is known, no more and no less. */
@ExtendWith(EdcPairExtension.class)
class DataPlaneTest {

    private static final long LIMIT_MINUTES = 10;

    @Test
    void findsWhatIsKnown(EdcPair edc) throws Exception {
        var root = EdcPairExtension.root();
        var out = root.resolve("interop/run/target/data-plane");
        var log = root.resolve("interop/run/target/data-plane.log");
        Files.createDirectories(log.getParent());
        var kit = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        root.resolve("tck-cli/target/dps-tck.jar").toString(),
                        "run",
                        "--config",
                        root.resolve("interop/data-plane.yaml").toString(),
                        "--url",
                        edc.addresses().signaling().toString(),
                        "--known-failures",
                        root.resolve("interop/known-findings.yaml").toString(),
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(kit.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("the run is over after %s minutes", LIMIT_MINUTES)
                    .isTrue();
            assertThat(kit.exitValue())
                    .as("a new finding, one that is gone, or no result; see %s and %s:%n%s", log, out, tail(log))
                    .isZero();
        } finally {
            kit.destroyForcibly();
        }
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
