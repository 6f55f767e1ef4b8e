package org.dpstck.cli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;

/** Draws what happened in a transfer as a sequence diagram of characters; a narrow terminal gets a list. */
final class Diagram {

    /** Where four lifelines would leave no room for a word. */
    static final int NARROWEST = 72;

    private static final int TIME = 6;
    private static final int HALF_NAME = 7;
    private static final int CLIENT_ERROR = 400;

    private final int width;
    private final Strokes strokes;
    private final Palette palette;
    private final int gap;

    /**
     * A drawing.
     *
     * @param width in characters
     */
    Diagram(int width, Strokes strokes, Palette palette) {
        this.width = width;
        this.strokes = strokes;
        this.palette = palette;
        this.gap = (width - TIME - 2 * HALF_NAME) / (Lifeline.values().length - 1);
    }

    /** The lines of the drawing. */
    Stream<String> lines(List<Event> events) {
        var lines = new ArrayList<String>();
        if (width >= NARROWEST) {
            lines.add(palette.paint(Style.STRONG, heads("ms", true)));
            lines.add(palette.paint(Style.STRONG, heads("", false)));
        }
        events.forEach(event -> lines.addAll(lines(event)));
        return lines.stream();
    }

    private String heads(String time, boolean participant) {
        var row = new StringBuilder(" ".repeat(width));
        put(row, 0, " ".repeat(Math.max(0, TIME - 1 - time.length())) + time);
        for (var line : Lifeline.values()) {
            var name = participant ? line.participant() : line.plane();
            put(row, place(line) - name.length() / 2, name);
        }
        return row.toString().stripTrailing();
    }

    private int place(Lifeline line) {
        return TIME + HALF_NAME + line.ordinal() * gap;
    }

    private List<String> lines(Event event) {
        if (event instanceof Event.Noted note) {
            return note(note);
        }
        if (event instanceof Event.Asked asked) {
            var style = asked.data() ? Style.STRONG : null;
            return List.of(arrow(asked.millis(), asked.from(), asked.to(), strokes.asked(), label(asked), style));
        }
        var answered = (Event.Answered) event;
        var style = answered.status() >= CLIENT_ERROR ? Style.BAD : Style.FAINT;
        return List.of(
                arrow(answered.millis(), answered.from(), answered.to(), strokes.answered(), label(answered), style));
    }

    private List<String> note(Event.Noted note) {
        var mark =
                switch (note.kind()) {
                    case ORDER -> strokes.order();
                    case HOLDS -> strokes.holds();
                    case BROKEN -> strokes.broken();
                };
        var style =
                switch (note.kind()) {
                    case ORDER -> Style.STRONG;
                    case HOLDS -> Style.GOOD;
                    case BROKEN -> Style.BAD;
                };
        var lines = new ArrayList<String>();
        var lead = time(note.millis()) + " " + mark + " ";
        for (var text : SafeText.wrap(note.text(), Math.max(20, width - lead.length()))) {
            lines.add(lead + palette.paint(style, text));
            lead = " ".repeat(lead.length());
        }
        return lines;
    }

    private String label(Event.Asked asked) {
        var many = asked.times() > 1 ? " " + strokes.times() + " " + asked.times() : "";
        var bytes = asked.data() && asked.bytes() > 0 ? ", " + Numbers.bytes(asked.bytes()) : "";
        return asked.label() + (asked.address() ? " @" : "") + many + bytes;
    }

    private static String label(Event.Answered answered) {
        var bytes = answered.data() && answered.bytes() > 0 && answered.status() < CLIENT_ERROR
                ? ", " + Numbers.bytes(answered.bytes())
                : "";
        return answered.status()
                + (answered.label().isEmpty() ? "" : " " + answered.label())
                + (answered.address() ? " @" : "")
                + bytes
                + (answered.whole() ? "" : ", broken off");
    }

    private static String time(long millis) {
        return String.format("%" + (TIME - 1) + "d", millis);
    }

    private String arrow(long millis, Lifeline from, Lifeline to, char stroke, String label, Style style) {
        if (width < NARROWEST) {
            var both = from.words() + " " + strokes.asked() + strokes.right() + " " + to.words() + ": ";
            return time(millis) + " " + SafeText.line(both + label);
        }
        var row = new StringBuilder(" ".repeat(width));
        put(row, 0, time(millis));
        Arrays.stream(Lifeline.values()).forEach(line -> row.setCharAt(place(line), strokes.life()));
        var left = Math.min(place(from), place(to));
        var right = Math.max(place(from), place(to));
        for (var x = left + 1; x < right; x++) {
            row.setCharAt(x, row.charAt(x) == strokes.life() ? strokes.crossing() : stroke);
        }
        row.setCharAt(
                place(to) > place(from) ? right - 1 : left + 1,
                place(to) > place(from) ? strokes.right() : strokes.left());
        var text = " " + fitting(label, right - left - 5) + " ";
        var start = left + (right - left - text.length() + 1) / 2;
        put(row, start, text);
        var end = start + text.length();
        var painted = style == null ? text : palette.paint(style, text);
        return (row.substring(0, start) + painted + row.substring(end)).stripTrailing();
    }

    /** Where there is little room, the messages between control planes go without what they all begin with. */
    private String fitting(String label, int most) {
        var text = SafeText.line(label.length() > most ? label.replaceFirst("^Transfer(?=[A-Z])", "") : label);
        return text.length() <= most ? text : text.substring(0, most - 1) + strokes.cut();
    }

    private static void put(StringBuilder row, int from, String text) {
        for (var i = 0; i < text.length(); i++) {
            row.setCharAt(from + i, text.charAt(i));
        }
    }
}
