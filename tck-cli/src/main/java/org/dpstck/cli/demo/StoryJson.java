package org.dpstck.cli.demo;

import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The story for programs. */
final class StoryJson {

    private static final String FORMAT = "dps-tck-demo/1";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StoryJson() {}

    static String text(Story story) {
        var root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("edition", story.edition().id())
                .put("resumes", story.resumes())
                .put("equal", story.acts().stream().allMatch(act -> act.receipt()
                        .complete(story.size())))
                .put("holds", story.holds());
        root.putObject("data").put("bytes", story.size()).put("digest", story.digest());
        var planes = root.putArray("planes");
        story.addresses()
                .forEach((line, url) -> planes.addObject().put("id", line.id()).put("signaling", url.toString()));
        var transfers = root.putArray("transfers");
        for (var act : story.acts()) {
            var transfer = transfers
                    .addObject()
                    .put("direction", act.direction().id())
                    .put("sent", act.sent())
                    .put("received", act.receipt().bytes())
                    .put("digest", act.receipt().digest())
                    .put("equal", act.receipt().complete(story.size()));
            var problems = transfer.putArray("problems");
            act.problems().forEach(problems::add);
            var events = transfer.putArray("events");
            act.events().forEach(event -> write(event, events.addObject()));
        }
        return JSON.writeValueAsString(root);
    }

    private static void write(Event event, ObjectNode node) {
        node.put("ms", event.millis());
        if (event instanceof Event.Asked asked) {
            node.put("kind", "request")
                    .put("number", asked.number())
                    .put("from", asked.from().id())
                    .put("to", asked.to().id())
                    .put("name", asked.label())
                    .put("line", asked.line())
                    .put("dataAddress", asked.address())
                    .put("times", asked.times())
                    .put("bytes", asked.bytes());
        } else if (event instanceof Event.Answered answered) {
            node.put("kind", "answer")
                    .put("number", answered.number())
                    .put("from", answered.from().id())
                    .put("to", answered.to().id())
                    .put("status", answered.status())
                    .put("state", answered.label())
                    .put("dataAddress", answered.address())
                    .put("times", answered.times())
                    .put("bytes", answered.bytes())
                    .put("whole", answered.whole());
        } else if (event instanceof Event.Noted note) {
            node.put("kind", note.kind().name().toLowerCase(Locale.ROOT)).put("text", note.text());
        }
    }
}
