package org.dpstck.cli;

import org.dpstck.cli.console.Form;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option of commands that write for people or for programs; what programs get is in the description of the command. */
@Command
final class FormOption {

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = "text (the default), or json for programs.")
    private Form form;

    Form form() {
        return form;
    }
}
