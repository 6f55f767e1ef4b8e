package org.dpstck.core.sut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the file of a description; whatever is wrong with the file as a whole ends in one clear line. */
final class ConfigurationFile {

    static final int LARGEST = 1 << 20;

    private ConfigurationFile() {}

    /**
     * The map that a file holds.
     *
     * @throws ConfigurationException when it cannot be read, is not YAML or not a map
     */
    static Node.Fields read(Path file) {
        var text = text(file);
        try {
            var root = YamlReader.read(text, line -> Origin.file(file, line));
            if (root instanceof Node.Fields fields) {
                return fields;
            }
            throw root.isNull()
                    ? problem(file, "is empty; write at least `url: http://…`")
                    : problem(file, "holds " + root.kind() + " where a map of keys is needed; write `url: http://…`");
        } catch (UnreadableYamlException unreadable) {
            throw problem(
                    file,
                    unreadable.line() > 0
                            ? "line " + unreadable.line() + ": " + unreadable.getMessage()
                            : "is " + unreadable.getMessage());
        }
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw problem(file, "is a directory; name the file in it");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw problem(file, "is larger than 1 MiB, which no description is; is it the right file?");
            }
            return decode(file, bytes);
        } catch (NoSuchFileException missing) {
            throw problem(file, "does not exist; check the path");
        } catch (IOException unreadable) {
            throw problem(file, "cannot be read; check its permissions");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw problem(file, "is not UTF-8 text, so not YAML; is it the right file?");
        }
    }

    private static ConfigurationException problem(Path file, String what) {
        return new ConfigurationException("configuration file " + file + " " + what);
    }
}
