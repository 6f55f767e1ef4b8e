package org.dpstck.reports.html;

import java.io.StringWriter;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.reports.base.Printable;
import org.dpstck.reports.repeat.RepeatScripts;

/**
 * A case as a line of the list; what is below it is made from {@link #data()} once somebody opens it.
 *
 * @param number unique in the page
 * @param mark its outcome
 * @param result where everything comes from
 */
public record CaseEntry(int number, Mark mark, CaseResult result) {

    /** Its id. */
    public String id() {
        return Printable.line(result.id());
    }

    /** One sentence. */
    public String title() {
        return Printable.line(result.title());
    }

    /** Heading of the document. */
    public String section() {
        return Printable.line(result.section());
    }

    /** Ids of its requirements with blanks between them. */
    public String requirements() {
        return Printable.line(String.join(" ", result.requirements()));
    }

    /** The script that repeats it, beside the page; empty if it has none. */
    public String script() {
        return RepeatScripts.has(result) ? RepeatScripts.FOLDER + "/" + RepeatScripts.file(result.id()) : "";
    }

    /** The whole result as JSON without any character that could end the element it stands in. */
    public String data() {
        var out = new StringWriter(4096);
        Embedded.WRITER.writeValue(out, result);
        return out.toString();
    }
}
