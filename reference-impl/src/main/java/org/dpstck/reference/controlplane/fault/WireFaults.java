package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.COMPLETED;
import static org.dpstck.reference.controlplane.hook.MessageKind.PREPARE;
import static org.dpstck.reference.controlplane.hook.MessageKind.RESUME;
import static org.dpstck.reference.controlplane.hook.MessageKind.START;
import static org.dpstck.reference.controlplane.hook.MessageKind.STARTED;
import static org.dpstck.reference.controlplane.hook.MessageKind.SUSPEND;
import static org.dpstck.reference.controlplane.hook.MessageKind.TERMINATE;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the signals to data planes. */
final class WireFaults {

    private WireFaults() {}

    static void addTo(ControlFaultTable table) {
        for (MessageKind kind : List.of(PREPARE, START, STARTED, SUSPEND, RESUME, TERMINATE, COMPLETED)) {
            table.sendingAll("SENDS-NO-" + kind.name(), kind, message -> List.of());
            table.sending("SENDS-" + kind.name() + "-ELSEWHERE", kind, WireFaults::elsewhere);
        }
        for (MessageKind kind : List.of(PREPARE, START, SUSPEND, TERMINATE, RESUME)) {
            table.message("SENDS-" + kind.name() + "-WITHOUT-MESSAGE-ID", kind, body -> without(body, "messageId"));
        }
        for (MessageKind kind : List.of(PREPARE, STARTED, SUSPEND, TERMINATE)) {
            table.sending(
                    "SENDS-" + kind.name() + "-AS-ARRAY",
                    kind,
                    message -> message.withBody("application/json", "[" + message.body() + "]"));
        }
        for (MessageKind kind : List.of(START, SUSPEND, TERMINATE, COMPLETED)) {
            table.sendingAll("SENDS-" + kind.name() + "-TWICE", kind, message -> List.of(message, message));
        }
        table.sending("SENDS-START-AS-TEXT", START, message -> message.withBody("text/plain", message.body()));
        table.message("SENDS-START-WITHOUT-AGREEMENT", START, body -> without(body, "agreementId"));
        table.message("SENDS-START-OTHER-AGREEMENT", START, body -> body.put("agreementId", "another-agreement"));
        table.message("SENDS-START-OTHER-TYPE", START, WireFaults::otherType);
        table.message("SENDS-START-SAME-MESSAGE-ID", START, body -> body.put("messageId", "always-the-same"));
        table.message("SENDS-START-NO-CALLBACK-ADDRESS", START, body -> body.put("callbackAddress", "here"));
        table.message("SENDS-START-DEAD-CALLBACK-ADDRESS", START, WireFaults::deadAddress);
        addresses(table);
        table.rule("SENDS-NO-PREPARE-FIRST", ControlRule.PREPARES);
    }

    private static void addresses(ControlFaultTable table) {
        table.message("SENDS-PUSH-START-WITHOUT-ADDRESS", START, body -> without(body, "dataAddress"));
        table.message("SENDS-PUSH-START-OTHER-ADDRESS", START, WireFaults::otherEndpoint);
        table.message(
                "SENDS-PUSH-START-ADDRESS-AS-TEXT",
                START,
                body -> body.has("dataAddress") ? body.put("dataAddress", "http://nowhere.example") : body);
        table.sending(
                "SENDS-PULL-START-WITH-ADDRESS", START, message -> in(Direction.PULL, message, WireFaults::address));
        table.sending("SENDS-PULL-STARTED-WITHOUT-ADDRESS", STARTED, message -> without(message));
        table.message("SENDS-PULL-STARTED-OTHER-ADDRESS", STARTED, WireFaults::otherEndpoint);
        table.sending(
                "SENDS-PUSH-STARTED-WITH-ADDRESS",
                STARTED,
                message -> in(Direction.PUSH, message, WireFaults::address));
        table.message("SENDS-RESUME-WITHOUT-ADDRESS", RESUME, body -> without(body, "dataAddress"));
    }

    private static Outgoing without(Outgoing message) {
        return message.withObject(body -> without(body, "dataAddress"));
    }

    static Outgoing in(Direction direction, Outgoing message, UnaryOperator<ObjectNode> change) {
        return message.transfer().terms().direction() == direction ? message.withObject(change) : message;
    }

    static Outgoing elsewhere(Outgoing message) {
        return message.withTarget(URI.create(message.target() + "/elsewhere"));
    }

    static ObjectNode without(ObjectNode body, String member) {
        body.remove(member);
        return body;
    }

    static ObjectNode address(ObjectNode body) {
        body.set(
                "dataAddress",
                Json.object()
                        .put("@type", "DataAddress")
                        .put("endpointType", "https://w3id.org/idsa/v4.1/HTTP")
                        .put("endpoint", "http://nowhere.example"));
        return body;
    }

    static ObjectNode otherEndpoint(ObjectNode body) {
        if (body.get("dataAddress") instanceof ObjectNode address) {
            address.put("endpoint", "http://nowhere.example");
        }
        return body;
    }

    private static ObjectNode otherType(ObjectNode body) {
        for (String member : List.of("transferType", "profile")) {
            if (body.has(member)) {
                body.put(member, "https://example.org/another-pull");
            }
        }
        return body;
    }

    private static ObjectNode deadAddress(ObjectNode body) {
        return body.has("callbackAddress")
                ? body.put("callbackAddress", body.path("callbackAddress").asString() + "/dead")
                : body;
    }
}
