package org.dpstck.cli.summary;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.cli.console.Form;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.detect.Candidate;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Evidence;
import org.dpstck.core.verdict.RunRecord.SystemInfo;
import tools.jackson.databind.json.JsonMapper;

/** What was found out about the editions that a system speaks, for people and for programs. */
public final class DetectionReport {

    /** Name and version of the JSON form. */
    public static final String FORMAT = "dps-tck-detection/1";

    private static final int BEARING = 9;
    private static final int LONGEST = 600;

    private final Detection detection;
    private final SystemInfo system;
    private final Palette palette;
    private final int width;

    /**
     * A report.
     *
     * @param width of the lines, in characters
     */
    public DetectionReport(Detection detection, SystemInfo system, Palette palette, int width) {
        this.detection = detection;
        this.system = system;
        this.palette = palette;
        this.width = width;
    }

    /** Prints the report in one of its forms. */
    public void print(PrintWriter out, Form format) {
        if (format == Form.JSON) {
            out.println(JsonMapper.builder()
                    .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(tree()));
        } else {
            text(out);
        }
        out.flush();
    }

    private void text(PrintWriter out) {
        detection.candidates().forEach(candidate -> candidate(candidate, "", detection.spoken(), out));
        detection.forms().forEach(form -> candidate(form, "transfer process ", detection.spokenForms(), out));
        var found = detection.edition();
        var summary = SafeText.line(detection.summary(), LONGEST);
        var advice = found.map(id -> "; judge it with --edition " + id + form()).orElse("");
        SafeText.wrap(capital(summary) + advice + ".", width)
                .forEach(line -> out.println(palette.paint(found.isPresent() ? Style.GOOD : Style.UNKNOWN, line)));
        out.println("  " + SafeText.line(system.name()) + " at " + SafeText.line(system.url()) + ", "
                + Words.count(detection.exchanges().size(), "exchange"));
    }

    /** The form to name, where it is not clear anyway. */
    private String form() {
        return detection.spokenForms().isEmpty()
                ? ""
                : " --dsp-form " + detection.spokenForms().get(0);
    }

    private void candidate(Candidate candidate, String what, List<String> taken, PrintWriter out) {
        out.println(heading(candidate, what, taken));
        for (var evidence : candidate.evidence()) {
            lines(evidence, out);
        }
        out.println();
    }

    private String heading(Candidate candidate, String what, List<String> taken) {
        var spoken = taken.contains(candidate.edition());
        var style = spoken ? Style.GOOD : Style.FAINT;
        var words = spoken ? (what.isEmpty() && taken.size() > 1 ? "possible" : "spoken") : "not spoken";
        return palette.paint(Style.STRONG, what + candidate.edition()) + "  " + palette.paint(style, words);
    }

    private void lines(Evidence evidence, PrintWriter out) {
        var text = SafeText.line(evidence.meaning() + ": " + evidence.sent() + " → " + evidence.seen(), LONGEST);
        var wrapped = SafeText.wrap(text, Math.max(width - BEARING - 2, BEARING));
        for (int i = 0; i < wrapped.size(); i++) {
            var label = i == 0 ? word(evidence) : "";
            out.println("  " + palette.paint(style(evidence), label) + " ".repeat(BEARING - label.length())
                    + wrapped.get(i));
        }
    }

    private static String word(Evidence evidence) {
        return evidence.bearing().name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Evidence evidence) {
        return switch (evidence.bearing()) {
            case FOR -> Style.GOOD;
            case AGAINST -> Style.BAD;
            case DOUBT -> Style.DOUBTFUL;
            case OPEN -> Style.FAINT;
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", FORMAT);
        tree.put("system", system);
        tree.put("edition", detection.edition().orElse(null));
        tree.put("spoken", detection.spoken());
        tree.put("summary", detection.summary());
        if (detection.obstacle() != null) {
            tree.put("obstacle", detection.obstacle());
        }
        tree.put(
                "candidates",
                detection.candidates().stream()
                        .map(candidate -> tree(candidate, "edition", detection.spoken()))
                        .toList());
        if (!detection.forms().isEmpty()) {
            tree.put("spokenForms", detection.spokenForms());
            tree.put(
                    "forms",
                    detection.forms().stream()
                            .map(form -> tree(form, "form", detection.spokenForms()))
                            .toList());
        }
        tree.put("exchanges", detection.exchanges());
        return tree;
    }

    private static Map<String, Object> tree(Candidate candidate, String what, List<String> taken) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(what, candidate.edition());
        tree.put("fits", candidate.fits());
        tree.put("spoken", taken.contains(candidate.edition()));
        tree.put(
                "evidence",
                candidate.evidence().stream().map(DetectionReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Evidence evidence) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("bearing", evidence.bearing().name());
        tree.put("sent", evidence.sent());
        tree.put("seen", evidence.seen());
        tree.put("meaning", evidence.meaning());
        tree.put("exchange", evidence.exchange());
        return tree;
    }
}
