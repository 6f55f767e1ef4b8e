package org.dpstck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.CaseListing;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.plan.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the cases. */
@Command(
        name = "list",
        sortOptions = false,
        description = {
            "Lists the cases of a suite by the sections of the document: id, level, title, and what a case needs of the"
                    + " system besides the protocol.%n"
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:wrong usage: no such role, edition or case"},
        footerHeading = "%nExamples:%n",
        footer = {"  dps-tck list", "  dps-tck list --only 'START-*'", "  dps-tck list --edition 2026-02 --format json"
        })
final class ListCommand implements Callable<Integer> {

    /** The forms of the list. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON
    }

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Option(names = "--role", paramLabel = "ROLE", description = "Whom the cases judge. Default: data-plane")
    private String role;

    @Option(
            names = "--edition",
            paramLabel = "ID",
            description = "Edition of the protocol. Default: the kit's default.")
    private String edition;

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description = "List only these cases, as `run --only` would select them. May be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = "text (the default), or json: [{id, title, role, edition, level, requirements, needs}]")
    private Format format;

    @Mixin
    private CommonOptions common;

    ListCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var catalogue = suites.get().catalogue(role, edition);
        var selection = new Selection(Lists.of("--only", only));
        Nearest.complaint(selection, catalogue).ifPresent(complaint -> {
            throw new UsageException(complaint);
        });
        var cases =
                catalogue.cases().values().stream().filter(selection::selects).toList();
        var out = surroundings.out();
        if (format == Format.JSON) {
            out.println(CaseListing.json(cases));
            return ExitCode.OK;
        }
        CaseListing.text(cases, common.palette(surroundings)).forEach(out::println);
        if (surroundings.tty().out()) {
            out.println();
            out.println(cases.size() + " cases; `dps-tck explain ID` says more about one.");
        }
        return ExitCode.OK;
    }
}
