package org.dpstck.cli;

import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of every command. */
@Command
final class CommonOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "AUTO",
            description = "Colour: auto (on a terminal, unless NO_COLOR is set; the default), always or never.")
    private Palette.Choice colour;

    Palette palette(Surroundings surroundings) {
        return Palette.of(colour, surroundings.tty(), surroundings.environment());
    }
}
