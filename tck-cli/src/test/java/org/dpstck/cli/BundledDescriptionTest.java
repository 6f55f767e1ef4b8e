package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.TriggerPoint;
import org.junit.jupiter.api.Test;

class BundledDescriptionTest {

    private static final Path FILE = Path.of("src/main/resources/org/dpstck/cli/reference-data-plane.yaml");
    private static final Path CONTROL_PLANE = Path.of("src/main/resources/org/dpstck/cli/reference-control-plane.yaml");
    private static final Path EXAMPLE_OF_CONTROL_PLANE = Path.of("../examples/reference-control-plane.yaml");
    private static final Path EXAMPLE = Path.of("../examples/reference-data-plane.yaml");

    /** What the examples take from the environment. */
    private static final Map<String, String> SECRETS =
            Map.of("PLANE_TOKEN", "t", "MANAGEMENT_KEY", "k", "ADMIN_TOKEN", "t");

    @Test
    void itIsAGoodDescriptionWithEveryTrigger() {
        var system = SutConfiguration.load(new ConfigurationSources(FILE, Map.of(), Map.of()));

        assertThat(system.triggers())
                .containsOnlyKeys(Stream.of(TriggerPoint.values())
                        .filter(point -> !point.isForControlPlanes())
                        .toArray(TriggerPoint[]::new));
    }

    @Test
    void theOneOfTheControlPlaneIsGoodToo() {
        var system = SutConfiguration.load(new ConfigurationSources(CONTROL_PLANE, Map.of(), Map.of()));

        assertThat(system.role()).isEqualTo("control-plane");
        assertThat(system.controlPlane().dsp()).isNotNull();
        assertThat(system.triggers().keySet())
                .containsAll(Stream.of(TriggerPoint.values())
                        .filter(TriggerPoint::isForControlPlanes)
                        .toList());
    }

    @Test
    void theExampleIsTheSameFile() throws IOException {
        assumeThat(EXAMPLE).exists();

        assertThat(Files.readString(EXAMPLE)).isEqualTo(Files.readString(FILE));
        assertThat(Files.readString(EXAMPLE_OF_CONTROL_PLANE)).isEqualTo(Files.readString(CONTROL_PLANE));
    }

    @Test
    void everyExampleCanBeUsed() throws IOException {
        assumeThat(EXAMPLE).exists();
        try (var files = Files.list(EXAMPLE.getParent())) {
            var descriptions =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();

            assertThat(descriptions).hasSizeGreaterThan(3).allSatisfy(file -> assertThat(
                            SutConfiguration.load(new ConfigurationSources(file, SECRETS, Map.of()))
                                    .url())
                    .isNotNull());
        }
    }
}
