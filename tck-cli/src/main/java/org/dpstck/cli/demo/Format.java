package org.dpstck.cli.demo;

import java.util.List;
import org.dpstck.cli.console.Palette;

/** The forms in which the story can be told. */
public enum Format {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For pages that draw diagrams. */
    MERMAID;

    /**
     * The lines to print.
     *
     * @param width of the diagram of TEXT, in characters
     * @param ascii whether TEXT keeps to ASCII
     */
    public List<String> lines(Story story, int width, boolean ascii, Palette palette) {
        return switch (this) {
            case TEXT -> new StoryText(story, width, ascii, palette).lines();
            case JSON -> List.of(StoryJson.text(story));
            case MERMAID -> StoryMermaid.lines(story);
        };
    }
}
