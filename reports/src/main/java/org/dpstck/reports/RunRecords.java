package org.dpstck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.Printable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Writes and reads {@code run.json}, the form a run record has outside this process.
 *
 * <p>The form is described by {@code org/dpstck/run-record.schema.json}. Safe to use from several threads.
 */
public final class RunRecords {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "run.json";

    private static final List<String> MEMBERS = List.of(
            "verdict",
            "status",
            "reason",
            "edition",
            "role",
            "suiteVersion",
            "system",
            "configuration",
            "selection",
            "strict",
            "startedAt",
            "finishedAt",
            "counts",
            "levels",
            "notes",
            "cases");

    private RunRecords() {}

    /**
     * Writes a record as {@value #FILE}; a reader sees the previous record or this one, never a part of it.
     *
     * <p>Cheap enough to be called every second while a run goes on: some tens of milliseconds for 400 cases.
     *
     * @param dir folder of the run; made if it does not exist
     * @throws IOException if the file cannot be written; the previous one then still stands
     */
    public static void write(RunRecord run, Path dir) throws IOException {
        AtomicFile.write(dir.resolve(FILE), out -> Json.RECORD_WRITER.writeValue(out, run));
    }

    /**
     * Reads a record.
     *
     * @param path the file, or the folder of a run that holds {@value #FILE}
     * @throws UnreadableRecordException if nothing is there, it is not JSON, or not a complete record of this format
     */
    public static RunRecord read(Path path) throws UnreadableRecordException {
        var file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        var json = parse(file);
        var format = json.path("format").asString("");
        if (!format.equals(RunRecord.FORMAT)) {
            var found = format.isEmpty() ? "no run record (it has no `format`)" : "a record of format " + format;
            throw new UnreadableRecordException(
                    file + " is " + Printable.line(found) + "; " + RunRecord.FORMAT + " is needed", null);
        }
        var missing = MEMBERS.stream().filter(it -> !json.hasNonNull(it)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableRecordException(
                    file + " is an incomplete run record: it lacks " + String.join(", ", missing), null);
        }
        try {
            return Json.RECORDS.treeToValue(json, RunRecord.class);
        } catch (JacksonException e) {
            throw new UnreadableRecordException(file + " is a damaged run record: " + firstLine(e), e);
        }
    }

    private static JsonNode parse(Path file) throws UnreadableRecordException {
        try {
            return Json.RECORDS.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableRecordException(file + " does not exist; name a run.json or the folder of a run", e);
        } catch (IOException e) {
            throw new UnreadableRecordException(file + " cannot be read: " + Printable.line(e.getMessage()), e);
        } catch (JacksonException e) {
            throw new UnreadableRecordException(file + " is not JSON: " + firstLine(e), e);
        }
    }

    private static String firstLine(JacksonException e) {
        return Printable.firstLine(e.getOriginalMessage());
    }
}
