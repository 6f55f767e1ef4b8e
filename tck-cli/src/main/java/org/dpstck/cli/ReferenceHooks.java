package org.dpstck.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the bundled reference does otherwise than usual, for every command that may start one. */
@Command
final class ReferenceHooks {

    @Option(
            names = "--reference-fault",
            paramLabel = "ID",
            description =
                    "Have the bundled reference do it with a deliberate fault; `dps-tck reference --list-faults` lists"
                            + " them. May be repeated.")
    private List<String> faults = List.of();

    @Option(
            names = "--reference-variant",
            paramLabel = "ID",
            description = "Have the bundled reference do it in an unusual but legal variant. May be repeated.")
    private List<String> variants = List.of();

    List<String> faults() {
        return Lists.of("--reference-fault", faults);
    }

    List<String> variants() {
        return Lists.of("--reference-variant", variants);
    }
}
