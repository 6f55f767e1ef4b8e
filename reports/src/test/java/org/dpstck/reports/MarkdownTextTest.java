package org.dpstck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is escaped for Markdown is read by a reader of Markdown as the text that it was. */
class MarkdownTextTest {

    private static final int TEXTS = 6_000;
    private static final int LONGEST = 14;
    private static final String[] PIECES = {
        "a",
        "b",
        "1",
        "12",
        " ",
        "  ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "]:",
        "[x] ",
        "[^1]",
        "#",
        "# ",
        "+",
        "+ ",
        "-",
        "- ",
        "---",
        "===",
        ".",
        ". ",
        ") ",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "&",
        "&amp;",
        "&#65;",
        "&lt",
        ";",
        "|",
        "~",
        "~~",
        "~~~",
        "\\",
        "\\\\",
        "!",
        "{",
        "}",
        "$",
        ":",
        "://",
        "http://a.b",
        "www.a.b",
        "a@b.c",
        "\"",
        "'",
        "\n",
        "\t",
        "\u00e9",
        "\u2026",
        "\ud83d\ude00",
        "[a]: /b",
        "<http://a>"
    };

    private final List<Extension> extensions = List.of(TablesExtension.create(), StrikethroughExtension.create());
    private final Parser parser = Parser.builder().extensions(extensions).build();

    /** At the beginning of a line, in bold, in an item, in a quotation and in a cell, with words before and behind. */
    @Test
    void nothingInATextIsMarkup() {
        var random = new Random(20261122);
        for (int count = 0; count < TEXTS; count++) {
            var text = new StringBuilder();
            for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            isPlain(text.toString(), MarkdownText.of(text.toString()));
            isPlain(text.toString(), MarkdownText.ofAuthor(text.toString()));
        }
    }

    private void isPlain(String raw, String escaped) {
        var plain = raw.replaceAll("[\\n\\t]", " ").strip();
        if (plain.isEmpty()) {
            return;
        }
        holds(raw, escaped, plain, "Document Paragraph");
        holds(raw, "x **y" + escaped + "y** (z)", "x y" + plain + "y (z)", "Document Paragraph StrongEmphasis");
        holds(raw, "- " + escaped + " (z)", plain + " (z)", "Document BulletList ListItem Paragraph");
        holds(raw, "> " + escaped, plain, "Document BlockQuote Paragraph");
        holds(
                raw,
                "| h |\n| -- |\n| " + escaped + " |",
                "h" + plain,
                "Document TableBlock TableHead TableRow TableCell TableBody TableRow TableCell");
    }

    private void holds(String raw, String markdown, String text, String blocks) {
        var seen = new StringBuilder();
        var nodes = new StringBuilder();
        var document = parser.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                nodes.append(nodes.isEmpty() ? "" : " ")
                        .append(parent.getClass().getSimpleName());
                super.visitChildren(parent);
            }

            @Override
            public void visit(Text node) {
                seen.append(node.getLiteral());
            }
        });
        assertThat(seen.toString()).as(markdown + "\nof " + raw).isEqualTo(text);
        assertThat(nodes.toString()).as(markdown).isEqualTo(blocks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-RC3",
                "2026-02 (Data Plane Signaling)",
                "POST /dataflows/{dataFlowId}/start",
                "HTTP 409: {\"state\":\"STARTED\",\"ids\":[1, 2]}",
                "one of [a-z] in data_plane_1! REQUESTED -> STARTED, 5 + 3 > 7 & R&D",
                "state of [secret-3], or none",
                "C:\u00e9 is at 10:15.",
            })
    void whatNeedsNoEscapeHasNone(String text) {
        assertThat(MarkdownText.of(text)).isEqualTo(text);
    }

    @Test
    void onlyTheAuthorOfAPageMakesLinks() {
        var text = "see https://plane.example, www.plane.example or us@plane.example";
        assertThat(MarkdownText.ofAuthor(text)).isEqualTo(text);
        assertThat(MarkdownText.of(text)).doesNotContain("://", "www.", "@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"see #12", "{+ added +}", "{{ template }}", "[[page]]", "$x$", "~gone~", "`code`"})
    void whatServicesAddIsEscaped(String text) {
        assertThat(MarkdownText.of(text)).isNotEqualTo(text);
    }
}
