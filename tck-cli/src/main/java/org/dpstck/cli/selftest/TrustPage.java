package org.dpstck.cli.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the page that tells readers what the suite catches and what it does not. */
public final class TrustPage {

    private TrustPage() {}

    /**
     * Writes the page.
     *
     * @throws IOException if that fails
     */
    public static void write(SelfTestReport report, Path file) throws IOException {
        Files.write(file, List.of("# Trust"));
    }
}
