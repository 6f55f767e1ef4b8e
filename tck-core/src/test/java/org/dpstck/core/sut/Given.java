package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sources of a description, put together step by step. */
final class Given {

    static final String URL = "http://localhost:8080/signaling";

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private Path file;

    static Given nothing() {
        return new Given();
    }

    /** The one thing that is required. */
    static Given url() {
        return new Given().option("url", URL);
    }

    static Given file(Path directory, String yaml) {
        var given = new Given();
        try {
            given.file = Files.writeString(directory.resolve("sut.yaml"), yaml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return given;
    }

    static Given path(Path file) {
        var given = new Given();
        given.file = file;
        return given;
    }

    Given environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Given option(String key, Object value) {
        options.put(key, value);
        return this;
    }

    SystemUnderTest load() {
        return SutConfiguration.load(new ConfigurationSources(file, environment, options));
    }

    /** What is wrong; a description without problems fails the test. */
    List<String> problems() {
        return catchThrowableOfType(ConfigurationException.class, this::load).problems();
    }

    /** The only thing that is wrong. */
    String problem() {
        var problems = problems();
        if (problems.size() != 1) {
            throw new AssertionError("expected one problem, got " + problems);
        }
        return problems.get(0);
    }
}
