package org.dpstck.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Printable;

/** Writes the verdict of a run record as a small SVG picture: edition to the left, verdict to the right. */
public final class Badge {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "badge.svg";

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String GREY = "#454c55";
    private static final int HEIGHT = 20;
    private static final int LETTER = 7;
    private static final int PADDING = 14;
    private static final int BASE_LINE = 14;

    private final XMLStreamWriter xml;

    private Badge(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes the picture.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(RunRecord run, Writer out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new Badge(xml).draw("DPS " + Printable.line(run.edition()), verdict(run), colour(run));
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the badge could not be written: " + e.getMessage(), e);
        }
    }

    private static String verdict(RunRecord run) {
        return run.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String colour(RunRecord run) {
        return switch (run.verdict()) {
            case CONFORMANT -> "#1a7432";
            case NOT_CONFORMANT -> "#b31d28";
            case PARTIAL -> "#0a4f8c";
            case INCONCLUSIVE -> "#5c35a0";
        };
    }

    private void draw(String left, String right, String colour) throws XMLStreamException {
        var middle = left.length() * LETTER + PADDING;
        var width = middle + right.length() * LETTER + PADDING;
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(SVG);
        attributes("width", width, "height", HEIGHT, "role", "img", "aria-label", left + ": " + right);
        xml.writeStartElement("title");
        xml.writeCharacters(left + ": " + right);
        xml.writeEndElement();
        rectangle(0, width, colour, 4);
        rectangle(0, middle, GREY, 4);
        rectangle(middle - 4, 4, GREY, 0);
        label(left, PADDING / 2);
        label(right, middle + PADDING / 2);
        xml.writeEndElement();
    }

    private void rectangle(int x, int width, String colour, int radius) throws XMLStreamException {
        xml.writeEmptyElement("rect");
        attributes("x", x, "width", width, "height", HEIGHT, "rx", radius, "fill", colour);
    }

    private void label(String text, int x) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", x, "y", BASE_LINE, "fill", "#fff", "font-size", 12);
        attributes("font-family", "Verdana,DejaVu Sans,sans-serif");
        // The length is given, because no two machines have the same letters.
        attributes("textLength", text.length() * LETTER, "lengthAdjust", "spacingAndGlyphs");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
    }
}
