package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dpstck.core.verdict.RunRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class MarkdownSummaryTest {

    @Test
    void saysWhatMatters() throws IOException {
        assertThat(markdown(Runs.everyOutcome()))
                .contains("❌ NOT CONFORMANT: Ünder test", "edition **2026-02**")
                .contains("| passed | failed | warned | not applicable | untested | inconclusive |")
                .contains("| 1 | 1 | 1 | 1 | 1 | 1 |")
                .contains("Access outlived its revocation by 12 ms (max of 2 trials).")
                .contains("### Failed: 1", "- **START-DUPLICATE.provider-pull**", "observed: observed state STARTED")
                .contains("### Warned: 1", "### Inconclusive: 1", "### Untested: 1", "no trigger makes a flow fail");
    }

    @Test
    void hostileContentIsNoMarkup() throws IOException {
        var text = markdown(Runs.of(List.of(Runs.failed(
                Runs.HOSTILE + " [a](http://x) ![p](www.x) @someone `code` **bold** | cell\n# heading", "{}"))));
        assertThat(text)
                .doesNotContain("<script", "[a](", "\u001b", "@someone", "http://x", "www.x", "\n#  heading")
                .contains("&lt;script>", "[a\\](http&#58;//x)", "\\`code\\`", "\\| cell # heading");
    }

    @Test
    void itsLengthIsBounded() throws IOException {
        var failed = IntStream.range(0, 2_000)
                .mapToObj(i -> Runs.failed("x".repeat(5_000), "{}"))
                .toList();
        assertThat(markdown(Runs.of(failed))).hasSizeLessThan(60_000).contains("and 1960 more");
    }

    @Test
    void theBadgeIsAPictureOfTheVerdict() throws Exception {
        var out = new StringWriter();
        Badge.write(Runs.everyOutcome(), out);
        var svg = parsed(out.toString());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("DPS 2026-02: not conformant");
        assertThat(svg.getElementsByTagName("text").getLength()).isEqualTo(2);
    }

    private static String markdown(RunRecord run) throws IOException {
        var out = new StringWriter();
        MarkdownSummary.write(run, out);
        return out.toString();
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
