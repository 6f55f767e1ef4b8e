package org.dpstck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
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
        var choice = SuiteChoice.of(spec, surroundings.environment());
        var catalogue = choice.catalogue(suites.get());
        var width = Math.min(surroundings.tty().columns(), WIDEST);
        var palette = common.palette(surroundings);
        // All before any: half an answer would hide that the other half is missing.
        var explanations = new ArrayList<List<String>>();
        ids.forEach(id -> {
            try {
                explanations.add(Explanation.of(id, catalogue, palette, width));
            } catch (UsageException unknown) {
                throw elsewhere(id, choice, unknown);
            }
        });
        var out = surroundings.out();
        for (int i = 0; i < explanations.size(); i++) {
            if (i > 0) {
                out.println();
            }
            explanations.get(i).forEach(out::println);
        }
        return ExitCode.OK;
    }

    /** What nobody knows in one role may be an id of the other one. */
    private UsageException elsewhere(String id, SuiteChoice choice, UsageException unknown) {
        var here = choice.role() == null ? Suites.DEFAULT_ROLE : choice.role();
        for (var suite : suites.get().all()) {
            if (!suite.role().equals(here) && knows(suite.role(), choice, id)) {
                return new UsageException("'" + id + "' is an id of the cases for a "
                        + suite.role().replace('-', ' ') + "; add --role " + suite.role());
            }
        }
        return unknown;
    }

    private boolean knows(String role, SuiteChoice choice, String id) {
        try {
            var catalogue = suites.get().catalogue(role, choice.edition(), choice.form());
            return !Explanation.of(id, catalogue, Palette.none(), WIDEST).isEmpty();
        } catch (UsageException unknown) {
            return false;
        }
    }
}
