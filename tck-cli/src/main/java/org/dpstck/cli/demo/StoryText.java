package org.dpstck.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.edition.Direction;

/** The story for a terminal: where the planes were, a diagram for each transfer, and what became of the bytes. */
final class StoryText {

    private final Story story;
    private final int width;
    private final boolean ascii;
    private final Palette palette;

    StoryText(Story story, int width, boolean ascii, Palette palette) {
        this.story = story;
        this.width = width;
        this.ascii = ascii;
        this.palette = palette;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Data Plane Signaling, edition "
                + palette.paint(Style.STRONG, story.edition().id()) + ": four planes, " + Numbers.bytes(story.size())
                + " a transfer");
        story.addresses().forEach((line, url) -> lines.add(String.format("  %-26s %s", line.words(), url)));
        if (!story.resumes()) {
            SafeText.wrap(
                            "This edition names no signal that resumes a data flow: the suspended transfer is terminated,"
                                    + " and another one moves the data.",
                            width)
                    .forEach(lines::add);
        }
        story.acts().forEach(act -> add(act, lines));
        lines.add("");
        lines.add("  @  carries a data address: where the data is, and the token that opens it");
        story.acts().forEach(act -> result(act, lines));
        return lines;
    }

    private void add(Act act, List<String> lines) {
        lines.add("");
        lines.add(palette.paint(Style.STRONG, act.direction().name()) + "  "
                + (act.direction() == Direction.PUSH
                        ? "the provider's data plane sends to an address of the consumer's"
                        : "the consumer's data plane fetches from an address of the provider's"));
        lines.add("");
        new Diagram(width, ascii ? Strokes.ASCII : Strokes.LINES, palette)
                .lines(act.events())
                .forEach(lines::add);
    }

    private void result(Act act, List<String> lines) {
        var equal = act.receipt().complete(story.size());
        lines.add("");
        lines.add(palette.paint(Style.STRONG, act.direction().id()) + "  "
                + (act.problems().isEmpty()
                        ? palette.paint(Style.GOOD, "the bytes received are the bytes sent")
                        : palette.paint(Style.BAD, equal ? "not as it should be" : "the bytes are not the same")));
        lines.add(row("data", story.size(), story.digest()));
        lines.add(String.format(Locale.ROOT, "  %-8s %14s  on the wire", "sent", Numbers.bytes(act.sent())));
        lines.add(row("received", act.receipt().bytes(), act.receipt().digest()));
        act.problems().forEach(problem -> SafeText.wrap(problem, Math.max(20, width - 4))
                .forEach(line -> lines.add("  " + palette.paint(Style.BAD, line))));
    }

    private static String row(String name, long bytes, String digest) {
        return String.format(
                Locale.ROOT,
                "  %-8s %14s%s",
                name,
                Numbers.bytes(bytes),
                digest.isEmpty() ? "" : "  sha-256 " + digest);
    }
}
