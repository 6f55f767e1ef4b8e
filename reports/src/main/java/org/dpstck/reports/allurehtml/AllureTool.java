package org.dpstck.reports.allurehtml;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipInputStream;

/**
 * Allure's generator, which is not part of the kit because it is as large as the kit itself.
 *
 * <p>It is what {@code ALLURE_HOME} names, or else version {@value #VERSION} from the local Maven repository, where Maven
 * fetches it once if it is missing; it is unpacked once into the user's cache.
 */
public final class AllureTool {

    /** The version that is fetched. */
    public static final String VERSION = "2.34.1";

    private static final String ARTIFACT = "io.qameta.allure:allure-commandline:" + VERSION + ":zip";
    private static final String ZIP =
            "io/qameta/allure/allure-commandline/" + VERSION + "/allure-commandline-" + VERSION + ".zip";
    private static final Duration FETCHING = Duration.ofMinutes(3);

    private final Map<String, String> environment;
    private final Path home;

    /**
     * A generator as a user has it.
     *
     * @param environment of the user
     * @param home folder of the user
     */
    public AllureTool(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /**
     * The folder that holds its {@code lib}; fetches and unpacks it if need be.
     *
     * @throws AllureMissingException if it is not there and cannot be fetched
     * @throws IOException if it cannot be unpacked
     */
    public Path folder() throws AllureMissingException, IOException {
        var own = environment.getOrDefault("ALLURE_HOME", "");
        if (!own.isBlank()) {
            if (!Files.isDirectory(Path.of(own).resolve("lib"))) {
                throw new AllureMissingException(
                        "ALLURE_HOME is " + own + ", which has no folder lib; set it to the folder"
                                + " of an Allure 2 command line, or unset it");
            }
            return Path.of(own);
        }
        var unpacked = cache().resolve("allure-" + VERSION);
        if (!Files.isDirectory(unpacked.resolve("lib"))) {
            unpack(zip(), unpacked);
        }
        return unpacked;
    }

    private Path cache() {
        var cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isBlank() ? home.resolve(".cache") : Path.of(cache)).resolve("dps-tck");
    }

    private Path zip() throws AllureMissingException, IOException {
        var zip = repository().resolve(ZIP);
        if (Files.isRegularFile(zip)) {
            return zip;
        }
        var said = Program.run(
                List.of(
                        maven(),
                        "--batch-mode",
                        "--quiet",
                        "-Dmaven.repo.local=" + repository(),
                        "dependency:get",
                        "-Dartifact=" + ARTIFACT,
                        "-Dtransitive=false"),
                Map.of(),
                FETCHING);
        if (!Files.isRegularFile(zip)) {
            throw new AllureMissingException("Allure's generator is not on this machine, and Maven could not fetch it ("
                    + said.map(Program.Ended::brief).orElse("there is no Maven") + "); where there is a network, run"
                    + " mvn dependency:get -Dartifact=" + ARTIFACT
                    + " -Dtransitive=false once, or set ALLURE_HOME to an"
                    + " Allure 2 command line");
        }
        return zip;
    }

    private Path repository() {
        return home.resolve(".m2").resolve("repository");
    }

    private static String maven() {
        return System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn";
    }

    /** Unpacks beside the place and moves it there, so that nobody ever sees half of it. */
    private static void unpack(Path zip, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = below(draft, entry.getName());
                if (file.isPresent() && !entry.isDirectory()) {
                    Files.createDirectories(file.get().getParent());
                    Files.copy(in, file.get());
                }
            }
        }
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.remove(draft); // Somebody else was faster.
        }
    }

    /** Where an entry goes, without the folder that the archive wraps everything in; empty if it would leave the target. */
    private static Optional<Path> below(Path target, String name) {
        var inner = name.substring(name.indexOf('/') + 1);
        var file = target.resolve(inner).normalize();
        return inner.isEmpty() || !file.startsWith(target) ? Optional.empty() : Optional.of(file);
    }
}
