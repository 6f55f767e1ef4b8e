package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.ReportForm;
import org.dpstck.reports.RunRecords;

/**
 * The folder of a run, as evidence: its record, its seal, and the digests of its files.
 *
 * @param folder of the run
 * @param run the record
 * @param seal as the run left it
 * @param digests SHA-256 of each file that stands in the folder itself, by name, and of the folders of Allure results and of
 *     scripts, by their names with a slash
 */
public record Evidence(Path folder, RunRecord run, Seal seal, Map<String, String> digests) {

    private static final List<String> FOLDERS =
            List.of(ReportForm.ALLURE.file() + "/", ReportForm.SCRIPTS.file() + "/");

    /**
     * Reads a run.
     *
     * @param path folder of the run, or its run.json
     * @param without files that are no evidence, because they are about to be written
     * @throws IOException if the record or the seal is not there or cannot be read, with the reason
     */
    public static Evidence read(Path path, Collection<Path> without) throws IOException {
        var run = RunRecords.read(path);
        var folder = (Files.isDirectory(path) ? path : path.toAbsolutePath().getParent()).toAbsolutePath();
        var others = without.stream().map(it -> it.toAbsolutePath().normalize()).toList();
        var digests = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.startsWith(".") && !others.contains(file.normalize())) {
                    digests.put(name, Digests.of(file));
                }
            }
        }
        for (var name : FOLDERS) {
            if (Files.isDirectory(folder.resolve(name))) {
                digests.put(name, Digests.ofFolder(folder.resolve(name)));
            }
        }
        return new Evidence(folder, run, Seal.read(folder), digests);
    }

    /** Whether the record is what the run left, as far as the seal tells. */
    public boolean sealed() {
        return seal.record().equals(digests.get(RunRecords.FILE));
    }
}
