package org.dpstck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.suite.Explanation;
import org.dpstck.cli.suite.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains cases and requirements. */
@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Explains a case or a requirement: what the document says and where, what the suite sends, what it expects, how to"
                    + " fix a failure, and how an ambiguous clause is read.%n"
        },
        parameterListHeading = "Parameters:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:wrong usage: no such role, edition, case or requirement"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck explain START-DUPLICATE",
            "  dps-tck explain start-duplicate.provider-pull",
            "  dps-tck explain TERMINAL-FINAL PREPARE-202"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int WIDEST = 120;

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "Id of a case, of a case without its row, or of a requirement; upper or lower case.")
    private List<String> ids;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    ExplainCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var catalogue = SuiteChoice.of(spec, surroundings.environment()).catalogue(suites.get());
        var width = Math.min(surroundings.tty().columns(), WIDEST);
        var palette = common.palette(surroundings);
        // All before any: half an answer would hide that the other half is missing.
        var explanations = new ArrayList<List<String>>();
        ids.forEach(id -> explanations.add(Explanation.of(id, catalogue, palette, width)));
        var out = surroundings.out();
        for (int i = 0; i < explanations.size(); i++) {
            if (i > 0) {
                out.println();
            }
            explanations.get(i).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
