package org.dpstck.reports.allurehtml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.verdict.RunRecord;

/**
 * What Allure remembers of earlier runs: a folder for each of them, named by its time.
 *
 * <p>So a report that is made again has the history that it had before, whatever came after it.
 */
final class AllureHistory {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int MOST = 30;

    private final Path folder;
    private final String own;

    /** The history of runs that judged the same role by the same edition. */
    AllureHistory(Path folder, RunRecord run) {
        this.folder = folder.resolve(run.role() + "-" + run.edition());
        this.own = TIME.format(run.startedAt());
    }

    /** What the run before this one left; empty if there was none. */
    Optional<Path> previous() throws IOException {
        return runs().stream()
                .filter(it -> it.getFileName().toString().compareTo(own) < 0)
                .reduce((first, second) -> second);
    }

    /** Keeps what a report leaves for the next one, and no more than a number of them. */
    void keep(Path left) throws IOException {
        Folders.copy(left, folder.resolve(own));
        var runs = runs();
        for (var old : runs.subList(0, Math.max(0, runs.size() - MOST))) {
            Folders.remove(old);
        }
    }

    private List<Path> runs() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var runs = Files.list(folder)) {
            return runs.filter(Files::isDirectory)
                    .filter(it -> it.getFileName().toString().matches("\\d{8}T\\d{9}"))
                    .sorted()
                    .toList();
        }
    }
}
