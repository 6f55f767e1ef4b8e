package org.dpstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.dpstck.core.edition.Editions;
import picocli.CommandLine.IVersionProvider;

/** The version of this kit, as the build wrote it. */
final class SuiteVersion implements IVersionProvider {

    private static final String RESOURCE = "version.properties";

    /** Like {@code 0.1.0-SNAPSHOT}. */
    static String get() {
        try (var in = SuiteVersion.class.getResourceAsStream(RESOURCE)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        var editions = new Editions();
        return new String[] {
            "dps-tck " + get(),
            "editions: " + String.join(", ", editions.ids()) + " (default " + editions.defaultId() + ")",
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
