package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.flow;
import static org.dpstck.reference.fault.When.flowIs;
import static org.dpstck.reference.fault.When.on;
import static org.dpstck.reference.fault.When.success;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.Decision.Replace;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.JsonLdMessages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects that only the EDC's own interface can have: of JSON-LD, of repeated requests, of data addresses. */
final class EdcFaults {

    private static final String ADDRESS = "dataAddress";

    private EdcFaults() {}

    static void addTo(FaultTable table) {
        rules().forEach((id, rule) -> {
            RuleHook hook = asked -> asked != rule;
            table.add(id, () -> hook);
        });
        reading(table);
        repeating(table);
        answering(table);
        table.request("EDC-PROCESS-ID-CUT", ProcessIds::cut);
        table.add("EDC-PUSH-BEGINS-LATE", BeginsLate::new);
        table.add("EDC-ADDRESS-ONCE", ToldOnce::new);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("EDC-TOKEN-OPAQUE", Rule.TOKEN_JWT);
        rules.put("EDC-PUSH-MOVES-NOTHING", Rule.PUSH_MOVES);
        rules.put("EDC-PUSH-TO-LATEST-DESTINATION", Rule.PUSH_OWN_DESTINATION);
        return rules;
    }

    /** Messages that are looked at as text, and not as JSON-LD. */
    private static void reading(FaultTable table) {
        spoils(table, "JSON-LD-UNREAD", message -> !message.path("@type")
                .asString("")
                .startsWith("DataFlow"));
        spoils(table, "JSON-LD-PREFIX-FIXED", message -> message.path("@context")
                .has("tck-0"));
        spoils(table, "JSON-LD-ONE-CONTEXT", message -> message.path("@context").isArray());
        for (String kind : List.of("Start", "Suspend", "Terminate")) {
            spoils(
                    table,
                    "EDC-" + kind.toUpperCase(Locale.ROOT) + "-REFUSES-UNKNOWN-MEMBERS",
                    message -> message.path("@type").asString("").equals("DataFlow" + kind + "Message")
                            && message.has("x-dps-tck"));
        }
        table.answer("EDC-EXPANDED-500", answered -> answered.request().text().startsWith("["), InputFaults::crash);
        spoils(table, "EDC-REFUSES-PROPERTIES", message -> message.has("properties"));
    }

    private static void spoils(FaultTable table, String id, Predicate<ObjectNode> when) {
        table.request(id, request -> {
            boolean json = request.hasBody() && isJson(request);
            return json && when.test(Requests.message(request)) ? request.withJson("?") : request;
        });
    }

    private static boolean isJson(Request request) {
        String text = request.text().strip();
        return request.header("content-type").orElse("").contains("json")
                && (text.startsWith("{") && text.endsWith("}") || text.startsWith("[{") && text.endsWith("]"));
    }

    private static void repeating(FaultTable table) {
        refuses(table, "EDC-START-TWICE-REFUSED", Signal.START, FlowState.STARTED);
        refuses(table, "EDC-SUSPEND-TWICE-REFUSED", Signal.SUSPEND, FlowState.SUSPENDED);
        refuses(table, "EDC-TERMINATE-TWICE-REFUSED", Signal.TERMINATE, FlowState.TERMINATED);
        refuses(table, "EDC-START-AGAIN-REFUSED", Signal.START, FlowState.SUSPENDED);
        does(table, "EDC-START-TWICE-TRANSFERS-TWICE", Signal.START, FlowState.STARTED, new Replace());
        does(table, "EDC-SUSPEND-REVIVES", Signal.SUSPEND, FlowState.TERMINATED, new Move(FlowState.SUSPENDED));
        does(
                table,
                "EDC-SUSPEND-REOPENS-COMPLETED",
                Signal.SUSPEND,
                FlowState.COMPLETED,
                new Move(FlowState.SUSPENDED));
        for (FlowState ended : List.of(FlowState.COMPLETED, FlowState.TERMINATED)) {
            does(table, "EDC-START-REVIVES-" + ended, Signal.START, ended, new Move(FlowState.STARTED));
        }
    }

    private static void refuses(FaultTable table, String id, Signal signal, FlowState in) {
        does(table, id, signal, in, new Refuse(Reason.WRONG_STATE, signal + " came before"));
    }

    private static void does(FaultTable table, String id, Signal signal, FlowState in, Decision decision) {
        table.transition(id, (flow, each, decided) -> each == signal && flow.state() == in ? decision : decided);
    }

    private static void answering(FaultTable table) {
        for (Operation operation : new Operation[] {Operation.SUSPEND, Operation.TERMINATE}) {
            table.answer("EDC-" + operation + "-500", success(operation), InputFaults::crash);
        }
        crashes(table, "EDC-TERMINATE-500-ON-COMPLETED", Operation.TERMINATE, FlowState.COMPLETED);
        table.answer(
                "EDC-START-500-ON-ENDED",
                on(Operation.START).and(flow(flow -> flow.state().isTerminal())),
                InputFaults::crash);
        table.answer("EDC-CHECK-503", success(Operation.CHECK), answer -> Answer.empty(503));
        table.answer("EDC-START-WITHOUT-MESSAGE", success(Operation.START), answer -> answer.withText("started"));
        table.answer(
                "EDC-STATUS-AS-TEXT",
                success(Operation.STATUS),
                answer -> answer.withHeader(Answer.CONTENT_TYPE, "text/plain"));
        table.answer(
                "EDC-ANSWER-WITHOUT-CONTEXT",
                success(Operation.START),
                answer -> answer.withObject(message -> without(message, "@context")));
        table.answer(
                "EDC-ANSWER-WITHOUT-TYPE",
                success(Operation.START),
                answer -> answer.withObject(message -> without(message, "@type")));
        table.answer(
                "EDC-PUSH-WITH-DATA-ADDRESS",
                success(Operation.START).and(flowIs(Direction.PUSH)),
                answer -> answer.withObject(EdcFaults::addressed));
        address(table, "EDC-ADDRESS-WITHOUT-TYPE", address -> without(address, "dspace:endpointType"));
        address(table, "EDC-ADDRESS-OTHER-TYPE", address -> address.put("dspace:endpointType", "HttpData"));
        address(table, "EDC-ADDRESS-NOT-A-URL", address -> address.put("dspace:endpoint", "public-api"));
        address(table, "EDC-ADDRESS-WITHOUT-TOKEN", address -> without(address, "dspace:endpointProperties"));
    }

    private static void crashes(FaultTable table, String id, Operation operation, FlowState in) {
        table.answer(id, on(operation).and(flow(flow -> flow.state() == in)), InputFaults::crash);
    }

    private static void address(FaultTable table, String id, UnaryOperator<ObjectNode> defect) {
        table.answer(
                id,
                success(Operation.START),
                answer -> answer.withObject(message -> {
                    if (message.path(ADDRESS) instanceof ObjectNode address) {
                        message.set(ADDRESS, defect.apply(address));
                    }
                    return message;
                }));
    }

    private static ObjectNode addressed(ObjectNode message) {
        JsonNode address = Json.object()
                .put("@type", JsonLdMessages.DSPACE + "DataAddress")
                .put(JsonLdMessages.DSPACE + "endpointType", "HttpData")
                .put(JsonLdMessages.DSPACE + "endpoint", "http://127.0.0.1/");
        message.set(ADDRESS, address);
        return message;
    }

    private static ObjectNode without(ObjectNode object, String member) {
        object.remove(member);
        return object;
    }

    /** Tells where the data of a flow is in the answer to its first start alone. */
    private static final class ToldOnce implements AnswerHook {
        private final Set<String> told = ConcurrentHashMap.newKeySet();

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            boolean again = success(Operation.START).test(exchange)
                    && exchange.flow()
                            .map(DataFlow::id)
                            .filter(id -> !told.add(id))
                            .isPresent();
            return again ? answer.withObject(message -> without(message, ADDRESS)) : answer;
        }
    }
}
