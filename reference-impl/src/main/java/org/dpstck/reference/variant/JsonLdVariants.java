package org.dpstck.reference.variant;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.JsonLdMessages;
import tools.jackson.databind.node.ObjectNode;

/** Legal ways of the EDC's own interface: the same messages in other forms of JSON-LD, other acks, other end points. */
final class JsonLdVariants {

    private static final String TYPE = "@type";
    private static final String CONTEXT = "@context";
    private static final String ADDRESS = "dataAddress";
    private static final String LATER = "https://w3id.org/dspace/2025/1/";

    private JsonLdVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("JSON-LD-EXPANDED", messages(text -> expanded(text)));
        table.put("JSON-LD-OTHER-PREFIX", messages(JsonLdVariants::otherPrefix));
        table.put("JSON-LD-ABSOLUTE", messages(text -> compacted(text, Json.object())));
        table.put("JSON-LD-CONTEXT-BY-URL", messages(JsonLdVariants::contextByUrl));
        table.put("JSON-LD-LATER-VOCABULARY", messages(text -> text.replace(JsonLdMessages.DSPACE, LATER)));
        table.put("EDC-FLAT-ADDRESS", messages(JsonLdVariants::flat));
        table.put("EDC-LISTED-ENDPOINT", messages(JsonLdVariants::listed));
        table.put("EDC-ACK-200", (AnswerHook) (exchange, answer) ->
                answer.status() == 204 ? Answer.json(200, Json.object().put("ok", true)) : answer);
        table.put("EDC-START-201", (AnswerHook) (exchange, answer) ->
                exchange.is(Operation.START) && answer.isSuccess() ? answer.withStatus(201) : answer);
        TransitionHook restarts = (flow, signal, decision) ->
                signal == Signal.START && flow.state().isTerminal() ? new Move(FlowState.STARTED) : decision;
        table.put("EDC-RESTARTS-ENDED", restarts);
        return table;
    }

    private static AnswerHook messages(UnaryOperator<String> change) {
        return (exchange, answer) ->
                answer.object().filter(body -> body.has(TYPE)).isPresent()
                        ? answer.withText(change.apply(answer.body()))
                        : answer;
    }

    private static String expanded(String text) {
        try {
            return JsonLd.expand(JsonDocument.of(new StringReader(text))).get().toString();
        } catch (JsonLdError broken) {
            throw new IllegalStateException("a message of this plane is no JSON-LD", broken);
        }
    }

    private static String otherPrefix(String text) {
        ObjectNode context = Json.object();
        context.putObject(CONTEXT).put("a", JsonLdMessages.EDC).put("b", JsonLdMessages.DSPACE);
        return compacted(text, context);
    }

    private static String compacted(String text, ObjectNode context) {
        try {
            return JsonLd.compact(
                            JsonDocument.of(new StringReader(text)),
                            JsonDocument.of(new StringReader(Json.write(context))))
                    .get()
                    .toString();
        } catch (JsonLdError broken) {
            throw new IllegalStateException("a message of this plane is no JSON-LD", broken);
        }
    }

    private static String contextByUrl(String text) {
        ObjectNode message = Json.tryObject(text).orElseThrow();
        message.put(CONTEXT, "https://contexts.example/edc/signaling.jsonld");
        return Json.write(message);
    }

    /** With the endpoint among the properties of the address, as the EDC has it. */
    private static String listed(String text) {
        ObjectNode message = Json.tryObject(text).orElseThrow();
        boolean answers = text.contains("responseChannel");
        if (message.path(ADDRESS) instanceof ObjectNode address && !answers) {
            ObjectNode endpoint = address.withArray("dspace:endpointProperties").addObject();
            endpoint.put(TYPE, "dspace:EndpointProperty").put("dspace:name", JsonLdMessages.EDC + "endpoint");
            endpoint.set("dspace:value", address.remove("dspace:endpoint"));
        }
        return Json.write(message);
    }

    /** With the properties of the address as its direct members, which the list of the document allows as well. */
    private static String flat(String text) {
        ObjectNode message = Json.tryObject(text).orElseThrow();
        if (message.path(ADDRESS) instanceof ObjectNode address) {
            ObjectNode flat = address.deepCopy();
            flat.put(TYPE, "DataAddress");
            flat.set("endpointType", flat.remove("dspace:endpointType"));
            flat.set("endpoint", flat.remove("dspace:endpoint"));
            flat.remove("dspace:endpointProperties");
            address.path("dspace:endpointProperties")
                    .forEach(each -> flat.set(each.path("dspace:name").stringValue(), each.path("dspace:value")));
            message.set(ADDRESS, flat);
        }
        return Json.write(message);
    }
}
