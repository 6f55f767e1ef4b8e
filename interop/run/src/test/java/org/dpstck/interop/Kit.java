package org.dpstck.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The kit as everybody runs it: a process of its own, with a description and a list of known findings. */
final class Kit {

    private static final long LIMIT_MINUTES = 10;
    /** EDC loses an update now and then, and with it what a case stands on. More than this is a matter of the kit. */
    private static final int MOST_INCONCLUSIVE = 5;

    private static final Predicate<String> NONE = id -> false;

    private Kit() {}

    /**
     * Runs it, and holds that it finds what is in the list, no more and no less.
     *
     * @param subject of the files: {@code subject.yaml} describes it
     * @param known the list of findings
     * @param environment variables of the description
     * @param options beside the description and the list
     */
    static void findsWhatIsKnown(String subject, String known, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        findsWhatIsKnown(subject, known, NONE, environment, options);
    }

    /**
     * The same, where a known finding leaves some cases without a way to where they begin.
     *
     * @param barred tells by its id whether a case may be inconclusive for that reason
     */
    static void findsWhatIsKnown(
            String subject, String known, Predicate<String> barred, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        var root = EdcPairExtension.root();
        var out = root.resolve("interop/run/target/" + subject);
        var log = root.resolve("interop/run/target/" + subject + ".log");
        Files.createDirectories(log.getParent());
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                root.resolve("tck-cli/target/dps-tck.jar").toString(),
                "run",
                "--config",
                root.resolve("interop/" + subject + ".yaml").toString(),
                "--known-failures",
                root.resolve("interop/" + known).toString(),
                "--out",
                out.toString()));
        command.addAll(Arrays.asList(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var kit = builder.start();
        try {
            assertThat(kit.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("the run is over after %s minutes", LIMIT_MINUTES)
                    .isTrue();
            // 3: nothing is new and nothing is gone, but some case is inconclusive, which says nothing of the system.
            assertThat(kit.exitValue())
                    .as("a new finding, one that is gone, or no result; see %s and %s:%n%s", log, out, tail(log))
                    .isIn(0, 3);
            assertThat(inconclusive(out).filter(barred.negate()))
                    .as("cases without an outcome; see %s", log)
                    .hasSizeLessThanOrEqualTo(MOST_INCONCLUSIVE);
        } finally {
            kit.destroyForcibly();
        }
    }

    private static Stream<String> inconclusive(Path out) throws IOException {
        return JsonMapper.shared()
                .readTree(out.resolve("run.json").toFile())
                .required("cases")
                .valueStream()
                .filter(each -> each.required("outcome").asString().equals("INCONCLUSIVE"))
                .map(each -> each.required("id").asString());
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
