package org.dpstck.reference.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.ResponseAddress;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.hook.MessageHook;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.DataAddresses;
import org.dpstck.reference.message.JsonLdMessages;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the response channel: in the address that offers it, at its endpoint, and in what is read of it. */
final class ResponseChannelFaults {

    private static final String ADDRESS = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";
    private static final String FAMILY = ResponseProperties.VOCABULARY + ResponseProperties.FAMILY;

    private ResponseChannelFaults() {}

    static void addTo(FaultTable table) {
        rules().forEach((id, rule) -> {
            RuleHook hook = asked -> asked != rule;
            table.add(id, () -> hook);
        });
        messages().forEach((id, hook) -> {
            MessageHook inAnyForm =
                    (flow, message) -> JsonLdMessages.inPlainForm(message, plain -> hook.rewritten(flow, plain));
            table.add(id, () -> inAnyForm);
        });
        table.answer(
                "RESPONSE-CHANNEL-TYPE-REFUSED",
                When.flow(flow -> flow.request().responseType().isPresent())
                        .and(exchange -> Requests.opens(exchange.request())),
                ResponseChannelFaults::refuse);
        table.answer(
                "RESPONSE-CHANNEL-TYPE-500",
                When.refusedFor(Kind.UNSERVED_TRANSFER)
                        .and(exchange -> exchange.request().text().matches("(?s).*-(?i:push|pull)[-/].*")),
                InputFaults::crash);
        table.answer(
                "RESPONSE-CHANNEL-TYPE-500-IN-CAPITALS",
                exchange -> Requests.opens(exchange.request())
                        && exchange.request().text().matches("(?s).*-(?i:push|pull)[-/]COM\\.TEST.*"),
                InputFaults::crash);
        Predicate<Exchange> told = When.on(Operation.STARTED)
                .or(When.on(Operation.START_FLOW))
                .and(exchange -> exchange.request().text().contains(ResponseProperties.FAMILY));
        table.answer("RESPONSE-CHANNEL-ADDRESS-REFUSED", told, ResponseChannelFaults::refuse);
        table.answer("RESPONSE-CHANNEL-ADDRESS-500", told.and(When.flowIs(Direction.PUSH)), InputFaults::crash);
    }

    private static Answer refuse(Answer answer) {
        return answer.status() < 300
                ? Answer.problem(new Refusal(Kind.INVALID_PROPERTY, "refused by a fault"))
                : answer;
    }

    /** Which fault breaks which rule. */
    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("RESPONSE-CHANNEL-UNKNOWN-TYPE-ACCEPTED", Rule.RESPONSE_TYPE_SERVED);
        rules.put("RESPONSE-NEVER-SENT", Rule.RESPONDS);
        rules.put("RESPONSE-SENT-WITHOUT-TOKEN", Rule.RESPONDS_WITH_TOKEN);
        rules.put("RESPONSE-CHANNEL-OPEN-TO-ALL", Rule.RESPONSE_TOKEN);
        rules.put("RESPONSE-CHANNEL-ANY-FLOWS-TOKEN", Rule.RESPONSE_TOKEN_OWN);
        rules.put("RESPONSE-CHANNEL-TOKEN-PREFIX", Rule.RESPONSE_TOKEN_WHOLE);
        rules.put("RESPONSE-CHANNEL-REFUSES-TOKEN", Rule.RESPONSE_TAKEN);
        rules.put("RESPONSE-CHANNEL-500-WITHOUT-TOKEN", Rule.RESPONSE_NO_SERVER_ERROR);
        rules.put("RESPONSE-CHANNEL-500-WHILE-SUSPENDED", Rule.RESPONSE_PAUSES_QUIETLY);
        rules.put("RESPONSE-CHANNEL-LOSES-RESPONSES", Rule.RESPONSE_KEPT);
        rules.put("RESPONSE-CHANNEL-CLOSED-AFTER-RESUME", Rule.RESPONSE_REOPENS);
        rules.put("RESPONSE-CHANNEL-OUTLIVES-TERMINATION", Rule.RESPONSE_ENDS_TERMINATED);
        rules.put("RESPONSE-CHANNEL-OUTLIVES-COMPLETION", Rule.RESPONSE_ENDS_COMPLETED);
        return rules;
    }

    /** What a fault makes of the messages about a flow. */
    private static Map<String, MessageHook> messages() {
        Map<String, MessageHook> changes = new LinkedHashMap<>();
        changes.put(
                "RESPONSE-CHANNEL-NOT-OFFERED-PUSH",
                (flow, message) ->
                        flow.is(Side.PROVIDER, Direction.PUSH) ? MessageFaults.without(message, ADDRESS) : message);
        changes.put(
                "RESPONSE-CHANNEL-NOT-OFFERED-PULL",
                (flow, message) -> flow.is(Side.PROVIDER, Direction.PULL)
                        ? kept(message, name -> !name.startsWith(FAMILY))
                        : message);
        changes.put(
                "RESPONSE-CHANNEL-ALWAYS-OFFERED",
                (flow, message) ->
                        flow.side() == Side.PROVIDER && !flow.offersResponses() ? offered(flow, message) : message);
        changes.put(
                "RESPONSE-CHANNEL-OFFERED-BY-CONSUMER",
                (flow, message) -> flow.side() == Side.CONSUMER
                                && flow.request().responseType().isPresent()
                                && message.has(ADDRESS)
                        ? offered(flow, message)
                        : message);
        changes.put(
                "RESPONSE-CHANNEL-WITHOUT-ENDPOINT",
                (flow, message) -> kept(message, name -> !name.equals(FAMILY + "endpoint")));
        changes.put(
                "RESPONSE-CHANNEL-RELATIVE-ENDPOINT",
                (flow, message) -> valued(message, "endpoint", url -> url.replaceFirst("^https?://[^/]*", "")));
        changes.put(
                "RESPONSE-CHANNEL-WITHOUT-ENDPOINT-TYPE",
                (flow, message) -> kept(message, name -> !name.equals(FAMILY + "endpointType")));
        changes.put("RESPONSE-CHANNEL-NESTED", (flow, message) -> nested(message));
        changes.put("RESPONSE-CHANNEL-PUSH-WITH-FORWARD", (flow, message) -> withForward(flow, message));
        changes.put("RESPONSE-CHANNEL-INSTEAD-OF-FORWARD", (flow, message) -> {
            if (flow.offersResponses() && message.path(ADDRESS) instanceof ObjectNode address) {
                address.remove("endpoint");
                return kept(message, name -> name.startsWith(FAMILY));
            }
            return message;
        });
        return changes;
    }

    private static ObjectNode offered(DataFlow flow, ObjectNode message) {
        boolean started = flow.state() == FlowState.STARTED || flow.state() == FlowState.PREPARED;
        if (started && (message.has("state") || message.has("@context"))) {
            ResponseProperties.addTo(
                    message,
                    new ResponseAddress("http://127.0.0.1:9/responses", DataAddresses.HTTP_TYPE, "fake-token"));
        }
        return message;
    }

    private static ObjectNode withForward(DataFlow flow, ObjectNode message) {
        if (flow.offersResponses()
                && flow.is(Side.PROVIDER, Direction.PUSH)
                && message.path(ADDRESS) instanceof ObjectNode address) {
            address.put("endpoint", "http://127.0.0.1:9/forward");
            DataAddresses.add(address, "authorization", "fake-token");
        }
        return message;
    }

    /** The properties as an object of their own. */
    private static ObjectNode nested(ObjectNode message) {
        ObjectNode nest = Json.object();
        for (JsonNode property : message.path(ADDRESS).path(PROPERTIES)) {
            String name = property.path("name").asString("");
            if (name.startsWith(FAMILY)) {
                nest.put(name.substring(FAMILY.length()), property.path("value").asString(""));
            }
        }
        if (!nest.isEmpty() && message.path(ADDRESS) instanceof ObjectNode address) {
            kept(message, name -> !name.startsWith(FAMILY));
            address.set("responseChannel", nest);
        }
        return message;
    }

    /** Only the properties whose names are wanted; a list without any is left out. */
    private static ObjectNode kept(ObjectNode message, Predicate<String> wanted) {
        if (message.path(ADDRESS) instanceof ObjectNode address && address.has(PROPERTIES)) {
            ArrayNode kept = Json.array();
            address.path(PROPERTIES).forEach(each -> {
                if (wanted.test(each.path("name").asString(""))) {
                    kept.add(each);
                }
            });
            address.set(PROPERTIES, kept);
            if (kept.isEmpty()) {
                address.remove(PROPERTIES);
            }
        }
        return message;
    }

    private static ObjectNode valued(ObjectNode message, String name, UnaryOperator<String> change) {
        message.path(ADDRESS).path(PROPERTIES).forEach(each -> {
            if (each.path("name").asString("").equals(FAMILY + name) && each instanceof ObjectNode property) {
                property.put("value", change.apply(each.path("value").asString("")));
            }
        });
        return message;
    }
}
