package org.dpstck.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.sut.Key;
import org.dpstck.core.sut.SutConfiguration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of the bundled reference data plane: the example file, with the address it really has. */
public final class BundledDescription {

    /** The role that the other file describes. */
    static final String CONTROL_PLANE = "control-plane";

    /** Scheme, host and port as the files have them. */
    static final String ORIGIN = "http://localhost:8080";

    private static final String FOLDER = "/org/dpstck/cli/reference-";
    private static final String ROLE = "role";

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
        lay("", read(role(options, environment), origin), settings);
        for (var key : SutConfiguration.keys()) {
            if (!environment.getOrDefault(key.environment(), "").isBlank()) {
                settings.remove(key.name());
            }
        }
        settings.putAll(options);
        return settings;
    }

    /** The half of the protocol that the reference is to play: what the user says of the role. */
    static String role(Map<String, Object> options, Map<String, String> environment) {
        var given = options.get(ROLE);
        var variable = environment.getOrDefault("DPS_TCK_ROLE", "");
        return given != null ? String.valueOf(given) : variable.isBlank() ? Suites.DEFAULT_ROLE : variable;
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

    private static Map<String, Object> read(String role, String origin) {
        var known = role.equals(CONTROL_PLANE) ? role : Suites.DEFAULT_ROLE;
        var resource = FOLDER + known + ".yaml";
        try (var in = BundledDescription.class.getResourceAsStream(resource)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new YAMLMapper().readValue(text.replace(ORIGIN, origin), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
