package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @TempDir
    Path directory;

    @Test
    void theTableHoldsEveryKeyAsItIs() throws IOException {
        var rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") && line.contains("`" + Keys.ENVIRONMENT_PREFIX))
                .toList();

        assertThat(rows)
                .as("docs/configuration.md, table of keys")
                .isEqualTo(SutConfiguration.keys().stream()
                        .map(DocumentationTest::row)
                        .toList());
    }

    @Test
    void theExampleIsADescription() throws IOException {
        var page = Files.readString(PAGE);
        var start = page.indexOf("```yaml\n") + "```yaml\n".length();
        var system = Given.file(directory, page.substring(start, page.indexOf("```", start)))
                .environment("PLANE_TOKEN", "fake")
                .environment("MANAGEMENT_KEY", "fake")
                .load();

        assertThat(system.triggers()).containsOnlyKeys(TriggerPoint.values());
        assertThat(system.triggers().values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(4);
        assertThat(SutConfiguration.effective(system).keySet()).containsExactlyInAnyOrderElementsOf(Keys.names());
    }

    @Test
    void thePlaceholdersAreThere() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(Templates.PLACEHOLDERS.stream()
                        .map(name -> "| `{" + name + "}` |")
                        .toList());
    }

    @Test
    void theDefaultsAreWhatIsUsed() {
        var controlPlane = Given.url()
                .option("dsp.url", "http://localhost:8080/dsp")
                .option("edr.url", "http://localhost:8080/edrs/{transferId}");
        var effective = SutConfiguration.effective(controlPlane.load());
        var defaults = SutConfiguration.keys().stream()
                .filter(key -> !key.defaultValue().isEmpty() && key.type() != Key.Type.LIST)
                .collect(Collectors.toMap(Key::name, key -> (Object) key.defaultValue()));

        assertThat(effective).containsAllEntriesOf(Map.copyOf(defaults));
    }

    private static String row(Key key) {
        var options = Stream.concat(Stream.of(key.option()), key.aliases().stream())
                .map(option -> "`" + option + "`")
                .collect(Collectors.joining(", "));
        var byDefault =
                key.required() ? "required" : key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "`";
        return "| `%s` | %s | `%s` | %s | %s | %s |"
                .formatted(key.name(), options, key.environment(), key.type().id(), byDefault, key.help())
                .replace("|  |", "| |");
    }
}
