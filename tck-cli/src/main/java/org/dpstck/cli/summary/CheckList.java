package org.dpstck.cli.summary;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.Check.Outcome;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;

/** Shows checks to people: a line each, and what it means and what to change where it is not as it should be. */
public final class CheckList {

    private static final String READY = "Ready";
    private static final String NOT_READY = "Not ready";
    private static final int OUTCOME = 13;
    private static final int ID = 24;
    private static final String INDENT = "    ";
    private static final int LABEL = 9;

    private final Palette palette;
    private final int columns;

    /** A list for a terminal of some width. */
    public CheckList(Palette palette, int columns) {
        this.palette = palette;
        this.columns = columns;
    }

    /** What is examined. */
    public List<String> head(SystemUnderTest system, String edition) {
        // The effective settings are without secrets; a URL may hold some.
        var url = String.valueOf(SutConfiguration.effective(system).get("url"));
        return List.of(
                "Examining " + SafeText.line(system.name()) + " at " + SafeText.line(url) + ", edition " + edition, "");
    }

    /** One check. */
    public List<String> lines(Check check) {
        var lines = new ArrayList<String>();
        var lead = pad(word(check.outcome()), OUTCOME);
        var observed = wrapped(check.observed(), OUTCOME + ID);
        lines.add(palette.paint(style(check.outcome()), lead) + pad(check.id(), ID) + observed.get(0));
        observed.stream().skip(1).forEach(line -> lines.add(" ".repeat(OUTCOME + ID) + line));
        if (!check.meaning().isEmpty()) {
            labelled("means", check.meaning(), lines);
        }
        check.change().forEach(change -> labelled("change", change, lines));
        check.settings()
                .forEach(setting ->
                        labelled("try", setting.key() + ": " + setting.value() + "   (" + setting.why() + ")", lines));
        return lines;
    }

    /** How all of it stands. */
    public List<String> end(List<Check> checks) {
        var problems = count(checks, Outcome.PROBLEM);
        var warnings = count(checks, Outcome.WARNING);
        var skipped = count(checks, Outcome.NOT_CHECKED);
        var counts = Words.count(problems, "problem") + ", " + Words.count(warnings, "warning")
                + (skipped == 0 ? "" : ", " + skipped + " not checked") + ". ";
        var said = new ArrayList<>(List.of(""));
        wrapped(verdict(checks, problems) + " " + counts.strip(), 0).forEach(said::add);
        var word = problems == 0 ? READY : NOT_READY;
        said.set(
                1,
                palette.paint(problems == 0 ? Style.GOOD : Style.BAD, word)
                        + said.get(1).substring(word.length()));
        return said;
    }

    private static String verdict(List<Check> checks, long problems) {
        if (problems == 0) {
            return READY + ": nothing stands in the way of a run.";
        }
        return checks.size() == 1
                ? NOT_READY + ": nothing can be run."
                : NOT_READY + ": a run would be inconclusive, or blame the system for what is not its fault.";
    }

    private void labelled(String label, String text, List<String> lines) {
        var wrapped = wrapped(text, INDENT.length() + LABEL);
        lines.add(INDENT + palette.paint(Style.FAINT, pad(label, LABEL)) + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(INDENT + " ".repeat(LABEL) + line));
    }

    private List<String> wrapped(String text, int indent) {
        return SafeText.wrap(SafeText.line(text), Math.max(columns - indent, 20));
    }

    private static long count(List<Check> checks, Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }

    private static String word(Outcome outcome) {
        return outcome.id().replace('-', ' ');
    }

    private static Style style(Outcome outcome) {
        return switch (outcome) {
            case OK -> Style.GOOD;
            case WARNING -> Style.DOUBTFUL;
            case PROBLEM -> Style.BAD;
            case NOT_CHECKED -> Style.FAINT;
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
