package org.dpstck.reference.variant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Answer.Quirk;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The same answers and callbacks in another outer form: JSON text, headers, transfer coding, pace. */
final class FormVariants {

    private static final Duration SLOW = Duration.ofMillis(150);
    private static final String JSON = "application/json";
    private static final String JSON_UTF8 = "application/json; charset=utf-8";

    private FormVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("SLOW", answers(answer -> answer.withDelay(SLOW)));
        table.put("CHUNKED", answers(answer -> answer.with(Quirk.CHUNKED)));
        table.put("HTTP-1-0", answers(answer -> answer.with(Quirk.HTTP_1_0)));
        table.put("LOWER-CASE-HEADERS", answers(answer -> answer.with(Quirk.LOWER_CASE_HEADERS)));
        table.put("CONNECTION-CLOSE", answers(answer -> answer.withHeader("Connection", "close")));
        table.put("CHARSET-PARAMETER", new Typed(JSON_UTF8));
        table.put("MEDIA-TYPE-CASE", new Typed("Application/JSON"));
        table.put("WHITE-SPACE", new Text(body -> "\r\n\n  " + Json.write(body) + "\n\n\t"));
        table.put("MANY-HEADERS", answers(FormVariants::manyHeaders));
        table.put("EXTRA-MEMBERS", new Text(JsonForms::extend));
        table.put("REORDERED-PRETTY", new Text(JsonForms::reversed));
        table.put("ESCAPED-JSON", new Text(JsonForms::escaped));
        table.put("EMPTY-ERROR", new Text(onResponses(body -> body.put("error", ""))));
        table.put("EMPTY-DATA-ADDRESS", new Text(onResponses(FormVariants::emptyAddress)));
        table.put("DATA-ADDRESS-WITHOUT-TYPE", new Text(onResponses(JsonForms::untyped)));
        return table;
    }

    private static AnswerHook answers(UnaryOperator<Answer> change) {
        return (exchange, answer) -> change.apply(answer);
    }

    /** Changes response messages only: a status message has no such members. */
    private static JsonForms.Writer onResponses(UnaryOperator<ObjectNode> change) {
        return body -> Json.write(body.has("dataplaneId") || body.has("messageId") ? change.apply(body) : body);
    }

    private static ObjectNode emptyAddress(ObjectNode body) {
        if (!body.has("dataAddress")) {
            body.putObject("dataAddress");
        }
        return body;
    }

    /** Writes every JSON body, of answers and callbacks, in another way. */
    private record Text(JsonForms.Writer writer) implements AnswerHook, CallbackHook {

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            return answer.object()
                    .map(body -> answer.withText(writer.write(body)))
                    .orElse(answer);
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return List.of(Json.tryObject(callback.body())
                    .map(body -> callback.withBody(writer.write(body)))
                    .orElse(callback));
        }
    }

    private static Answer manyHeaders(Answer answer) {
        return answer.withHeader("Set-Cookie", "session=" + UUID.randomUUID() + "; HttpOnly; Path=/")
                .withHeader("Cache-Control", "no-store, max-age=0")
                .withHeader("ETag", "W/\"" + UUID.randomUUID() + "\"")
                .withHeader("Link", "</docs>; rel=\"help\"")
                .withHeader("X-Request-Id", UUID.randomUUID().toString());
    }

    /** Writes the media type of JSON in another way. */
    private record Typed(String type) implements AnswerHook, CallbackHook {

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            boolean json = JSON.equals(answer.headers().get(Answer.CONTENT_TYPE));
            return json ? answer.withHeader(Answer.CONTENT_TYPE, type) : answer;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return List.of(callback.withMediaType(type));
        }
    }
}
