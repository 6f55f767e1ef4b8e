package org.dpstck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.page.CasesPage;
import org.dpstck.cli.page.CoveragePage;
import org.dpstck.cli.page.PositionsPage;
import org.dpstck.cli.suite.CaseListing;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.cli.suite.PositionListing;
import org.dpstck.cli.suite.RegisterListing;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.plan.Catalogue;
import org.dpstck.core.plan.Selection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what there is: cases, requirements, positions. */
@Command(
        name = "list",
        sortOptions = false,
        description = {
            "Lists the cases of a suite by the sections of the document: id, level, title, and what a case needs of the"
                    + " system besides the protocol.%n",
            "With --requirements, lists what the document demands: id, level, whom it binds, clause, and the cases that"
                    + " verify it, or why no test can. With --positions, lists what the kit decides where documents"
                    + " conflict.%n"
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:wrong usage: no such role, edition, case or requirement"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck list",
            "  dps-tck list --only 'START-*'",
            "  dps-tck list --edition 2026-02 --format json",
            "  dps-tck list --role control-plane",
            "  dps-tck list --requirements --edition 1.0-RC3",
            "  dps-tck list --requirements --role control-plane --edition 1.0-RC3",
            "  dps-tck list --requirements --only 'PREPARE-*' --format json",
            "  dps-tck list --requirements --format markdown > coverage.md",
            "      every edition, as docs/coverage.md has them"
        })
final class ListCommand implements Callable<Integer> {

    /** The forms of the list. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON,
        /** For the documentation. */
        MARKDOWN
    }

    /** What is listed in place of the cases. */
    private static final class Subject {
        @Option(names = "--requirements", description = "List the requirements of the edition with their cases.")
        private boolean requirements;

        @Option(names = "--positions", description = "List the positions on ambiguous clauses of the edition.")
        private boolean positions;
    }

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Subject subject = new Subject();

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description =
                    "List only cases, as `run --only` would select them, or only requirements with such an id or such"
                            + " a case. May be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = {
                "text (the default), json or markdown. Members of json:",
                "cases: id, title, role, edition, level, requirements, needs",
                "requirements: id, edition, level, party, section, anchor, clause, positions, untestable (null if it"
                        + " is not), cases",
                "positions: number, title, editions, stance, texts, decision, why",
                "markdown is a page of the documentation, about every edition unless one is named."
            })
    private Format format;

    @Mixin
    private CommonOptions common;

    ListCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var choice = SuiteChoice.of(spec, surroundings.environment());
        var selection = new Selection(Lists.of("--only", only));
        if (!only.isEmpty() && (format == Format.MARKDOWN || subject.positions)) {
            throw new UsageException("--only goes with neither --format markdown nor --positions; leave it out");
        }
        if (subject.positions) {
            positions(choice);
        } else if (format == Format.MARKDOWN) {
            var catalogues = choice.catalogues(suites.get());
            print(subject.requirements ? CoveragePage.of(catalogues) : CasesPage.of(catalogues));
        } else if (subject.requirements) {
            requirements(choice.catalogue(suites.get()), selection);
        } else {
            cases(choice.catalogue(suites.get()), selection);
        }
        return ExitCode.OK;
    }

    private void cases(Catalogue catalogue, Selection selection) {
        Nearest.complaint(selection, catalogue).ifPresent(complaint -> {
            throw new UsageException(complaint);
        });
        var cases =
                catalogue.cases().values().stream().filter(selection::selects).toList();
        if (format == Format.JSON) {
            surroundings.out().println(CaseListing.json(cases));
            return;
        }
        print(CaseListing.text(cases, common.palette(surroundings)));
        summary(cases.size() + " cases; `dps-tck explain ID` says more about one.");
    }

    private void requirements(Catalogue catalogue, Selection selection) {
        Nearest.complaintOfRequirements(selection, catalogue).ifPresent(complaint -> {
            throw new UsageException(complaint);
        });
        var listing = new RegisterListing(
                catalogue,
                catalogue.edition().requirements().values().stream()
                        .filter(requirement -> selection.selects(requirement, catalogue.verifying(requirement.id())))
                        .toList());
        if (format == Format.JSON) {
            surroundings.out().println(listing.json());
            return;
        }
        print(listing.text(common.palette(surroundings), surroundings.tty().columns()));
        summary(listing.summary());
    }

    private void positions(SuiteChoice choice) {
        var editions = suites.get().editions();
        var all = format == Format.MARKDOWN && choice.edition() == null;
        var edition = all ? null : suites.get().edition(choice.edition()).id();
        var positions = PositionListing.of(editions.positionsByTopic(), edition);
        switch (format) {
            case JSON -> surroundings.out().println(PositionListing.json(positions));
            case MARKDOWN -> print(PositionsPage.of(positions));
            default ->
                print(PositionListing.text(
                        positions,
                        common.palette(surroundings),
                        surroundings.tty().columns()));
        }
    }

    private void print(List<String> lines) {
        lines.forEach(surroundings.out()::println);
    }

    /** For people alone: a program counts lines. */
    private void summary(String text) {
        if (surroundings.tty().out()) {
            surroundings.out().println();
            surroundings.out().println(text);
        }
    }
}
