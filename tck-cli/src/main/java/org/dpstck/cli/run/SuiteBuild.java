package org.dpstck.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.certificate.Digests;
import org.dpstck.reports.certificate.SuiteIdentity;

/** Finds out which build of this kit runs: the digest of its jar, or of its classes where there is none. */
public final class SuiteBuild {

    private SuiteBuild() {}

    /**
     * The build that runs.
     *
     * @param version of the kit
     * @throws UncheckedIOException if its own file cannot be read
     */
    public static SuiteIdentity of(String version) {
        var file = own();
        try {
            return Files.isDirectory(file)
                    ? new SuiteIdentity(version, file.getFileName() + "/", ofFolder(file))
                    : new SuiteIdentity(version, file.getFileName().toString(), Digests.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the kit cannot read " + file, e);
        }
    }

    /**
     * The same, found out while something else goes on, or remembered by an earlier run of the same file.
     *
     * <p>What is remembered may be wrong, and a certificate does not rest on it: it is made after a look at the file itself.
     */
    static CompletableFuture<SuiteIdentity> soon(String version) {
        return CompletableFuture.supplyAsync(() -> remembered(version), task -> Daemons.start("dps-tck-build", task));
    }

    private static SuiteIdentity remembered(String version) {
        var file = own();
        var memory = file.resolveSibling(file.getFileName() + ".sha256");
        if (Files.isDirectory(file)) {
            return of(version);
        }
        try {
            var sign = Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
            var known = Files.isRegularFile(memory)
                    ? Files.readString(memory).strip().split(" ", 2)
                    : new String[0];
            if (known.length == 2 && known[1].equals(sign)) {
                return new SuiteIdentity(version, file.getFileName().toString(), known[0]);
            }
            var found = of(version);
            AtomicFile.write(memory, out -> out.write(found.sha256() + " " + sign + "\n"));
            return found;
        } catch (IOException e) {
            return of(version); // A folder that nobody may write into.
        }
    }

    private static Path own() {
        try {
            return Path.of(SuiteBuild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the kit is no URI", e);
        }
    }

    /** The digest of a list like that of sha256sum, sorted by name. */
    private static String ofFolder(Path folder) throws IOException {
        var list = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                list.append(Digests.of(file))
                        .append("  ")
                        .append(folder.relativize(file))
                        .append('\n');
            }
        }
        return Digests.of(list.toString().getBytes(StandardCharsets.UTF_8));
    }
}
