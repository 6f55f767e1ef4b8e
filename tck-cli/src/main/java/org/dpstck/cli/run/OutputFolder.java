package org.dpstck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.dpstck.cli.console.UsageException;
import org.dpstck.reports.RunRecords;

/** The folder that a run leaves its records in. */
final class OutputFolder {

    private static final Path DEFAULT = Path.of("build", "dps-tck");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Path path;
    private final boolean chosen;

    private OutputFolder(Path path, boolean chosen) {
        this.path = path;
        this.chosen = chosen;
    }

    /**
     * The folder that the user chose, or one of its own for this run; looks whether it can be written, and makes nothing.
     *
     * @param chosen null for a new folder named by the time
     * @throws UsageException if it can never be written
     */
    static OutputFolder at(Path chosen) {
        var folder = chosen == null
                ? new OutputFolder(DEFAULT.resolve(LocalDateTime.now().format(TIME)), false)
                : new OutputFolder(chosen, true);
        folder.check();
        return folder;
    }

    Path path() {
        return path;
    }

    /**
     * Makes the folder and tries to write in it.
     *
     * @return this folder, or its neighbour if another run took the name in the same second
     * @throws UsageException if that fails
     */
    OutputFolder create() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var made = chosen ? path : neighbour();
            Files.createDirectories(made);
            Files.delete(Files.createTempFile(made, ".dps-tck", ".tmp"));
            return new OutputFolder(made, chosen);
        } catch (IOException e) {
            throw cannot("it cannot be written (" + reason(e) + ")", e);
        }
    }

    /** What to say when records could not be written although the folder could. */
    UsageException unwritten(IOException e) {
        return cannot("some could not be written (" + reason(e) + ")", e);
    }

    private Path neighbour() throws IOException {
        var free = path;
        for (int i = 2; Files.exists(free); i++) {
            free = path.resolveSibling(path.getFileName() + "-" + i);
        }
        return free;
    }

    private void check() {
        if (path.toString().isEmpty()) {
            throw cannot("the name is empty", null);
        }
        var existing = path.toAbsolutePath().normalize();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null) {
            throw cannot("no part of the path exists", null);
        }
        if (!Files.isDirectory(existing)) {
            throw cannot(existing + " is a file", null);
        }
        if (!Files.isWritable(existing)) {
            throw cannot("there is no permission to write in " + existing, null);
        }
        if (Files.isDirectory(path.resolve(RunRecords.FILE))) {
            throw cannot(path.resolve(RunRecords.FILE) + " is a directory", null);
        }
    }

    private UsageException cannot(String why, Throwable cause) {
        var name = chosen ? "--out " + path : "the folder " + path;
        return new UsageException(
                name + " cannot take the records of the run: " + why + "; choose another folder with --out DIR", cause);
    }

    private static String reason(IOException e) {
        var text = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName().replace("Exception", "") + text;
    }
}
