package org.dpstck.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.core.sut.Key;
import org.dpstck.core.sut.SutConfiguration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of the bundled reference data plane: the example file, with the address it really has. */
public final class BundledDescription {

    /** Scheme, host and port as the file has them. */
    static final String ORIGIN = "http://localhost:8080";

    private static final String RESOURCE = "/org/dpstck/cli/reference-data-plane.yaml";

    private BundledDescription() {}

    /**
     * The settings of the file with those of the user above them.
     *
     * <p>A file is the weakest source of a description, and so is this one: what the user says in an option or a variable
     * stays.
     *
     * @param origin scheme, host and port that the reference data plane really has
     */
    public static Map<String, Object> below(
            Map<String, Object> options, Map<String, String> environment, String origin) {
        var settings = new LinkedHashMap<String, Object>();
        lay("", read(origin), settings);
        for (var key : SutConfiguration.keys()) {
            if (!environment.getOrDefault(key.environment(), "").isBlank()) {
                settings.remove(key.name());
            }
        }
        settings.putAll(options);
        return settings;
    }

    private static void lay(String prefix, Map<?, ?> section, Map<String, Object> settings) {
        var names = SutConfiguration.keys().stream().map(Key::name).toList();
        section.forEach((member, value) -> {
            var name = prefix + member;
            if (value instanceof Map<?, ?> nested && !names.contains(name)) {
                lay(name + ".", nested, settings);
            } else {
                settings.put(name, value);
            }
        });
    }

    private static Map<String, Object> read(String origin) {
        try (var in = BundledDescription.class.getResourceAsStream(RESOURCE)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new YAMLMapper().readValue(text.replace(ORIGIN, origin), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
