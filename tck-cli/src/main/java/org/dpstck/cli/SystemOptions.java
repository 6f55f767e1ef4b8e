package org.dpstck.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the description of the system comes from, for every command that calls it. */
@Command
final class SystemOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            order = -1,
            description = "YAML file that describes the system.")
    private Path config;

    /** The file; null for none. */
    Path config() {
        return config;
    }
}
