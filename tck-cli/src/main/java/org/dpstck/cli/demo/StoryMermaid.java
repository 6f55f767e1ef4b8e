package org.dpstck.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** The story as sequence diagrams in the language of Mermaid, one for each transfer. */
final class StoryMermaid {

    private static final int CLIENT_ERROR = 400;

    private StoryMermaid() {}

    static List<String> lines(Story story) {
        var lines = new ArrayList<String>();
        for (var act : story.acts()) {
            lines.add("%% " + act.direction().id() + ", edition "
                    + story.edition().id() + ", "
                    + (act.problems().isEmpty() ? "" : "NOT AS IT SHOULD BE, ")
                    + Numbers.bytes(act.receipt().bytes())
                    + " received");
            lines.add("sequenceDiagram");
            for (var line : Lifeline.values()) {
                lines.add("    participant " + line.name() + " as " + line.words());
            }
            act.events().forEach(event -> lines.add("    " + line(event)));
        }
        return lines;
    }

    private static String line(Event event) {
        if (event instanceof Event.Asked asked) {
            return asked.from() + "->>" + asked.to() + ": "
                    + text(asked.label()
                            + (asked.times() > 1 ? " (" + asked.times() + " times)" : "")
                            + (asked.address() ? " with data address" : "")
                            + (asked.data() && asked.bytes() > 0 ? ", " + Numbers.bytes(asked.bytes()) : ""));
        }
        if (event instanceof Event.Answered answered) {
            var bytes = answered.data() && answered.bytes() > 0 && answered.status() < CLIENT_ERROR;
            return answered.from() + (answered.whole() ? "-->>" : "--x") + answered.to() + ": "
                    + text((answered.status() + " " + answered.label()).strip()
                            + (answered.address() ? " with data address" : "")
                            + (bytes ? ", " + Numbers.bytes(answered.bytes()) : ""));
        }
        return "Note over " + Lifeline.CONSUMER_DATA + "," + Lifeline.PROVIDER_DATA + ": "
                + text(((Event.Noted) event).text());
    }

    /** A semicolon or a hash would end the line or begin an entity. */
    private static String text(String text) {
        return text.replace("#", " ").replace(";", ",");
    }
}
