package org.dpstck.reports.repeat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.AtomicFile;

/** Writes a shell script for each case, which repeats its whole chain of requests without the suite. */
public final class RepeatScripts {

    /** Name of the folder in the folder of a run. */
    public static final String FOLDER = "repeat";

    private static final String LIBRARY = "lib.sh";
    private static final String LISTENER = "listener.py";
    private static final int LONGEST_NAME = 120;

    private RepeatScripts() {}

    /** Whether a case has a script: whatever went over the wire, and whatever failed. */
    public static boolean has(CaseResult result) {
        return !result.exchanges().isEmpty() || !result.findings().isEmpty();
    }

    /** Name of the script of a case in the folder; safe on every file system. */
    public static String file(String caseId) {
        var safe = caseId.replaceAll("[^A-Za-z0-9._-]", "_");
        safe = safe.startsWith(".") || safe.startsWith("-") ? "_" + safe : safe;
        var name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
        return (name.equals(caseId) ? name : name + "-" + Integer.toHexString(caseId.hashCode())) + ".sh";
    }

    /**
     * The script of a case with everything that it needs, as one file.
     *
     * @param edition judged by; null if this kit does not have it
     */
    public static String alone(RunRecord run, Edition edition, CaseResult result) {
        return new Script(run, edition, result)
                .text(List.of(
                        resource(LIBRARY),
                        "cat >\"$WORK/" + LISTENER + "\" <<'LISTENER_PY'",
                        resource(LISTENER).stripTrailing(),
                        "LISTENER_PY"));
    }

    /**
     * Writes the scripts of all cases into a folder, in place of those of an earlier run.
     *
     * @param edition judged by; null if this kit does not have it
     * @param folder made if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void write(RunRecord run, Edition edition, Path folder) throws IOException {
        remove(folder);
        AtomicFile.write(folder.resolve(LIBRARY), out -> out.write(resource(LIBRARY)));
        AtomicFile.write(folder.resolve(LISTENER), out -> out.write(resource(LISTENER)));
        var library = List.of(
                "HERE=$(dirname \"$0\")", ". \"$HERE/" + LIBRARY + "\"", "cp \"$HERE/" + LISTENER + "\" \"$WORK\"");
        try {
            run.cases().parallelStream()
                    .filter(RepeatScripts::has)
                    .forEach(result ->
                            put(folder.resolve(file(result.id())), new Script(run, edition, result).text(library)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void put(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*.sh")) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private static String resource(String name) {
        try (InputStream in = RepeatScripts.class.getResourceAsStream(name.toLowerCase(Locale.ROOT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
