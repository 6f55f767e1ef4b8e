package org.dpstck.dataplane.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;
import tools.jackson.databind.JsonNode;

/** Words for evidence. */
final class Wording {

    private Wording() {}

    /** Names as code, joined: {@code `a`, `b` and `c`}. */
    static String names(Collection<String> names) {
        return list(names.stream().map(name -> "`" + name + "`").toList(), "and");
    }

    /** Things joined with commas and a word before the last. */
    static String list(List<String> things, String word) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        var last = things.size() - 1;
        return String.join(", ", things.subList(0, last)) + " " + word + " " + things.get(last);
    }

    /** An answer in a few words: its status, and the members of its body or why it has none. */
    static String seen(Reply reply) {
        var body =
                reply.answered() && Replies.succeeded(reply) ? Bodies.object(reply.text()) : Optional.<JsonNode>empty();
        if (body.isEmpty()) {
            return Replies.observed(reply);
        }
        var members = new ArrayList<String>(body.get().propertyNames());
        return "HTTP " + reply.status() + " with "
                + members.stream().sorted().limit(12).collect(Collectors.joining(", "));
    }

    /** How an answer that is no success is told inside a sentence. */
    static String code(Reply reply) {
        return reply.answered() ? "HTTP " + reply.status() : "no answer";
    }

    static String capitals(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
