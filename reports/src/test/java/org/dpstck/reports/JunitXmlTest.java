package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.dpstck.core.verdict.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class JunitXmlTest {

    @TempDir
    private Path dir;

    @Test
    void countsAndTimesAreRight() throws Exception {
        var xml = write(Runs.everyOutcome());
        assertThat(at(xml, "/testsuites/@tests")).isEqualTo("6");
        assertThat(at(xml, "/testsuites/@failures")).isEqualTo("1");
        assertThat(at(xml, "/testsuites/@errors")).isEqualTo("1");
        assertThat(at(xml, "/testsuites/@skipped")).isEqualTo("2");
        assertThat(at(xml, "/testsuites/@time")).isEqualTo("4.936");
        assertThat(at(xml, "count(//testsuite)")).isEqualTo("2");
        assertThat(at(xml, "//testsuite[@name='Start']/@tests")).isEqualTo("4");
        assertThat(at(xml, "//testsuite[@name='Start']/@time")).isEqualTo("3.702");
        assertThat(at(xml, "//testsuite[@name='Start']/@timestamp")).isEqualTo("2026-11-21T10:00:00");
        assertThat(at(xml, "//testsuite[@name='Status']/@errors")).isEqualTo("1");
        assertThat(at(xml, "//testsuite[1]/properties/property[@name='verdict']/@value"))
                .isEqualTo("NOT_CONFORMANT");
    }

    @Test
    void failureNamesTheRequirementAndTellsAll() throws Exception {
        var xml = write(Runs.everyOutcome());
        var testcase = "//testcase[@name='START-DUPLICATE.provider-pull']";
        assertThat(at(xml, testcase + "/@classname")).isEqualTo("dps-tck.2026-02.Start");
        assertThat(at(xml, testcase + "/failure/@type")).isEqualTo("START-DUPLICATE");
        assertThat(at(xml, testcase + "/failure/@message")).isEqualTo("a second start was accepted");
        assertThat(at(xml, testcase + "/failure"))
                .contains(
                        "expected: a 4xx and no second flow",
                        "observed: observed state STARTED",
                        "reading: position 18");
        for (var exchange : Runs.everyOutcome().cases().get(1).exchanges()) {
            assertThat(at(xml, testcase + "/system-out").lines()).contains(exchange.summary());
        }
    }

    @Test
    void otherOutcomesHaveTheirElements() throws Exception {
        var xml = write(Runs.everyOutcome());
        assertThat(at(xml, "//testcase[@name='STATUS-200.suspend']/skipped/@message"))
                .isEqualTo("NOT_APPLICABLE: the system declares no suspend");
        assertThat(at(xml, "//testcase[@name='CALLBACK-ERRORED.push']/skipped/@message"))
                .isEqualTo("UNTESTED: no trigger makes a flow fail");
        assertThat(at(xml, "//testcase[@name='STATUS-200.any']/error")).contains("with 401");
        assertThat(at(xml, "//testcase[@name='BASE-URL-HTTPS']/system-out"))
                .contains("WARNED: the base URL is plain http");
        assertThat(at(xml, "count(//testcase[@name='BASE-URL-HTTPS']/*)")).isEqualTo("1");
    }

    @Test
    void hostileContentStaysContent() throws Exception {
        var xml = write(Runs.hostile());
        assertThat(at(xml, "//failure"))
                .contains("</system-out>]]><script>alert(1)</script>&amp;\\u001b[31mred\\u0000\\u009b2J")
                .contains("\\ud800|\\udc00 \\ufffe\\u202edrawkcab \uD83D\uDE00 §→\nlast");
        assertThat(at(xml, "count(//script)")).isEqualTo("0");
    }

    @Test
    void aRunWithoutCasesIsADocumentToo() throws Exception {
        assertThat(at(write(Runs.of(List.of())), "/testsuites/@tests")).isEqualTo("0");
    }

    private Document write(RunRecord run) throws Exception {
        var file = dir.resolve("junit.xml");
        JunitXml.write(run, file);
        validate(file);
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static void validate(Path file) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(file.toFile()));
    }

    private static String at(Document xml, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(path, xml);
    }
}
