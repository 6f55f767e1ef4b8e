package org.dpstck.cli.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Tables and words of Markdown. */
final class Markdown {

    private final List<String> lines = new ArrayList<>();

    /** A heading of some depth, between empty lines. */
    void heading(int depth, String text) {
        paragraph("#".repeat(depth) + " " + text);
    }

    /** Some lines, with an empty one before them. */
    void paragraph(String... text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(List.of(text));
    }

    /** The head of a table; rows follow. */
    void head(List<String> cells) {
        paragraph(row(cells), "|" + "---|".repeat(cells.size()));
    }

    /** One row of a table. */
    void cells(List<String> cells) {
        lines.add(row(cells));
    }

    List<String> lines() {
        return lines;
    }

    /** An id as code. */
    static String code(String text) {
        return "`" + text + "`";
    }

    /** Ids as code, separated by commas. */
    static String codes(Collection<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    /** Text within a cell: what would end the cell or begin a tag is escaped. */
    static String text(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |")).replace("|  |", "| |");
    }
}
