package org.dpstck.cli.selftest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the page that tells readers what the suite catches and what it does not. */
public final class TrustPage {

    private static final String GAPS = "/org/dpstck/cli/selftest/gaps-%s.md";
    private static final int CASES_SHOWN = 3;

    private final SelfTestReport report;
    private final List<String> lines = new ArrayList<>();

    private TrustPage(SelfTestReport report) {
        this.report = report;
    }

    /**
     * Writes the page of the first role to the file, and that of each other one beside it, with the role in its name.
     *
     * @throws IOException if that fails
     */
    public static void write(List<SelfTestReport> reports, Path file) throws IOException {
        write(reports.get(0), file);
        for (var report : reports.subList(1, reports.size())) {
            var name = file.getFileName().toString().replaceFirst("(\\.[^.]*)?$", "-" + role(report) + "$1");
            write(report, file.resolveSibling(name));
        }
    }

    private static String role(SelfTestReport report) {
        return report.request().role();
    }

    private static void write(SelfTestReport report, Path file) throws IOException {
        var page = new TrustPage(report);
        page.head();
        page.sums();
        page.lines.addAll(gaps(role(report)));
        page.exemptions();
        page.faults();
        page.variants();
        Files.write(file, page.lines);
    }

    private void head() {
        say(
                "# Trust: the suite for " + role(report).replace('-', ' ') + "s",
                "",
                "A suite is trusted for what it catches, and for never crying wolf. Both are measured: the reference "
                        + role(report).replace('-', ' ')
                        + " carries deliberate **faults**, each of which breaks one rule and has to be found, and legal"
                        + " **variants**, which nothing may be held against.",
                "",
                "> Written by `./dps-tck self-test --trust docs/trust.md`, part " + role(report) + ", on "
                        + LocalDate.ofInstant(report.startedAt(), ZoneOffset.UTC) + " (seed "
                        + report.request().seed() + ", " + Math.round(report.seconds())
                        + " s). Do not edit it: change what it is made from, and write it anew.",
                "");
    }

    private void sums() {
        var faults = grouped();
        var caught = report.faults().stream().filter(FaultReport::caught).count();
        say(
                "**" + faults.size() + " faults** in " + report.faults().size()
                        + " trials, one for each edition in which they are defects"
                        + (Bench.of(role(report)).otherForms().isEmpty()
                                ? ""
                                : " and one in each other form of the transfer process")
                        + ": " + caught + " were caught, by "
                        + distinctCases()
                        + " different cases, each under a requirement that the fault breaks and with a"
                        + " finding that names the defect. **" + variantIds().size() + " variants** in "
                        + report.variants().size() + " trials of the whole suite: "
                        + report.variants().stream()
                                .filter(VariantReport::flagged)
                                .count() + " were flagged.",
                "",
                "| edition | faults | caught | variants | flagged | cases that pass | that no fault makes fail |",
                "|---|---|---|---|---|---|---|");
        for (var edition : report.passedByEdition().keySet().stream().sorted().toList()) {
            var ours = report.faults().stream()
                    .filter(each -> each.edition().equals(edition))
                    .toList();
            var odd = report.variants().stream()
                    .filter(each -> each.edition().equals(edition))
                    .toList();
            row(
                    edition,
                    ours.size(),
                    ours.stream().filter(FaultReport::caught).count(),
                    odd.size(),
                    odd.stream().filter(VariantReport::flagged).count(),
                    report.passedByEdition().get(edition),
                    report.useless().stream()
                            .filter(each -> each.edition().equals(edition))
                            .count());
        }
        say("", precision(), "");
    }

    private String precision() {
        var whole = report.faults().stream().filter(FaultReport::whole).toList();
        var alone = whole.stream().filter(each -> each.elsewhere().isEmpty()).count();
        return "On " + whole.size() + " of these trials the whole suite ran: on " + alone
                + " of them nothing failed but cases of the requirements that the fault breaks.";
    }

    private static List<String> gaps(String role) {
        try (var in = TrustPage.class.getResourceAsStream(GAPS.formatted(role))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(GAPS.formatted(role) + " cannot be read", e);
        }
    }

    private void exemptions() {
        say(
                "",
                "## Cases that no fault makes fail",
                "",
                "A case that cannot fail shows nothing, and the self-test refuses it, unless it stands here with a reason.",
                "",
                "| cases | editions | why |",
                "|---|---|---|");
        for (var each : Exemptions.of(role(report)).all()) {
            row("`" + each.cases() + "`", each.editions().isEmpty() ? "all" : join(each.editions()), each.why());
        }
    }

    private void faults() {
        say("", "## Faults", "", "The cases are those of the newest edition in which the fault is a defect.");
        var sections = grouped().values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.get(0).fault().section(), LinkedHashMap::new, Collectors.toList()));
        sections.forEach((section, all) -> {
            say(
                    "",
                    "### §" + section,
                    "",
                    "| fault | what is wrong | editions | caught under | by |",
                    "|---|---|---|---|---|");
            all.forEach(this::fault);
        });
    }

    private void fault(List<FaultReport> trials) {
        var first = trials.get(0);
        var requirements = new LinkedHashSet<String>();
        trials.forEach(each -> requirements.addAll(each.found().keySet()));
        var by = first.by();
        var more = by.size() - CASES_SHOWN;
        row(
                "`" + first.fault().id() + "`",
                first.fault().title() + (first.fault().warns() ? " (a warning)" : ""),
                join(trials.stream().map(FaultReport::edition).toList()),
                requirements.isEmpty() ? "**nothing**" : join(requirements),
                join(by.stream().limit(CASES_SHOWN).toList()) + (more > 0 ? " and " + more + " more" : ""));
    }

    private void variants() {
        say(
                "",
                "## Variants",
                "",
                "| variant | what is unusual | why it is legal | editions | warnings allowed under |",
                "|---|---|---|---|---|");
        var ids = new LinkedHashMap<String, List<VariantReport>>();
        report.variants().forEach(each -> ids.computeIfAbsent(each.variant().id(), id -> new ArrayList<>())
                .add(each));
        ids.values().forEach(trials -> {
            var variant = trials.get(0).variant();
            row(
                    "`" + variant.id() + "`",
                    variant.title(),
                    variant.why(),
                    variant.editions().isEmpty() ? "all" : join(variant.editions()),
                    join(variant.warns()));
        });
    }

    private Map<String, List<FaultReport>> grouped() {
        return report.faults().stream()
                .collect(Collectors.groupingBy(each -> each.fault().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private long distinctCases() {
        return report.faults().stream()
                .flatMap(each -> each.by().stream())
                .distinct()
                .count();
    }

    private List<String> variantIds() {
        return report.variants().stream()
                .map(each -> each.variant().id())
                .distinct()
                .toList();
    }

    private static String join(Iterable<String> words) {
        return String.join(", ", words);
    }

    private void row(Object... cells) {
        lines.add(Arrays.stream(cells)
                .map(cell -> String.valueOf(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void say(String... text) {
        lines.addAll(List.of(text));
    }
}
