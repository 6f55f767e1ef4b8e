package org.dpstck.reports;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.base.Printable;

/**
 * Writes a run record as JUnit XML, for build servers: a suite for every section, the case ids as names.
 *
 * <p>FAILED is a failure, INCONCLUSIVE an error, NOT_APPLICABLE and UNTESTED are skipped; WARNED passes, with the warning in
 * its output.
 */
public final class JunitXml {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "junit.xml";

    private JunitXml() {}

    /**
     * Writes the file anew; a reader sees the previous one or this one, never a part.
     *
     * @param file its folder is made if it does not exist
     * @throws IOException if it cannot be written; the previous one then still stands
     */
    public static void write(RunRecord run, Path file) throws IOException {
        AtomicFile.write(file, out -> write(run, out));
    }

    /**
     * Writes the document.
     *
     * @throws IOException if it cannot be written
     */
    static void write(RunRecord run, Writer out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitDocument(run, xml).write(bySection(run.cases()));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            // The writer below is the only thing that can fail: every character was made legal before.
            throw new IOException("JUnit XML could not be written: " + e.getMessage(), e);
        }
    }

    /** The cases of each section, both in the order of the run. */
    private static Map<String, List<CaseResult>> bySection(List<CaseResult> cases) {
        var sections = new LinkedHashMap<String, List<CaseResult>>();
        for (var result : cases) {
            sections.computeIfAbsent(Printable.line(result.section()), it -> new ArrayList<>())
                    .add(result);
        }
        return sections;
    }
}
