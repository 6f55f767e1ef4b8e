package org.dpstck.reports.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import tools.jackson.core.exc.JacksonIOException;

/** Writes a UTF-8 file so that a reader sees the old content or the new, and never a part. */
public final class AtomicFile {

    /** Puts the content into a writer that stands for the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file anew, with the folders it needs.
     *
     * @throws IOException if it cannot be written; what stood there before then still stands
     */
    public static void write(Path file, Content content) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        // A name of its own, because two threads may write the same file at once; not createTempFile, because its
        // permissions would keep everybody but the owner from reading the report.
        var draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        var written = false;
        try {
            try (var out = open(draft)) {
                content.writeTo(out);
            } catch (JacksonIOException e) {
                throw e.getCause();
            }
            replace(draft, target);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static Writer open(Path draft) throws IOException {
        // Half of a surrogate pair has no form in UTF-8: it becomes the replacement character instead of an exception.
        var encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
        var bytes = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new BufferedWriter(new OutputStreamWriter(bytes, encoder));
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
