package org.dpstck.reports;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dpstck.reports.base.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Removes what an earlier run of this kit left in a folder of Allure results, which Allure would show as earlier tries.
 *
 * <p>The folder may hold the results of other programs: only a result that names this kit as its framework goes, with the
 * attachments that it names.
 */
final class AllureLeftovers {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern RESULT = Pattern.compile(UUID + "-result\\.json");
    private static final Pattern ATTACHMENT = Pattern.compile(UUID + "-attachment\\.txt");

    /** A result of this kit is far smaller; a larger file is not even read. */
    private static final long LARGEST = 16L << 20;

    private final Path folder;
    private final List<Path> results;

    private AllureLeftovers(Path folder, List<Path> results) {
        this.folder = folder;
        this.results = results;
    }

    /**
     * What is in a folder now; results that come later are none of it.
     *
     * @throws IOException if the folder cannot be read
     */
    static AllureLeftovers in(Path folder) throws IOException {
        return new AllureLeftovers(folder, results(folder));
    }

    /**
     * Removes what an earlier run of this kit left.
     *
     * @throws IOException if a file cannot be read, or one of ours cannot be removed
     */
    void remove() throws IOException {
        for (var file : results) {
            var own = own(file);
            if (own.isPresent()) {
                // First the attachments: a result that is left alone is found again.
                for (var source : attachments(own.get())) {
                    Files.deleteIfExists(folder.resolve(source));
                }
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> results(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (RESULT.matcher(entry.getFileName().toString()).matches() && Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    /** The result in a file, if this kit wrote it. */
    private static Optional<JsonNode> own(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        try {
            var result = Json.RECORDS.readTree(Files.readAllBytes(file));
            return result.path("labels").valueStream().anyMatch(AllureLeftovers::namesThisKit)
                    ? Optional.of(result)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean namesThisKit(JsonNode label) {
        return label.path("name").asString("").equals("framework")
                && label.path("value").asString("").equals(AllureCase.FRAMEWORK);
    }

    /** Names of files in the folder itself, whatever a result may say. */
    private static List<String> attachments(JsonNode result) {
        return result.path("steps")
                .valueStream()
                .flatMap(step -> step.path("attachments").valueStream())
                .map(attachment -> attachment.path("source").asString(""))
                .filter(source -> ATTACHMENT.matcher(source).matches())
                .toList();
    }
}
