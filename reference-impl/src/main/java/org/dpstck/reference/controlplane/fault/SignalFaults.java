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
import java.util.Locale;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Wrong messages to data planes, and wrong conclusions from their answers. */
final class SignalFaults {

    private static final String ADDRESS = "dataAddress";

    private SignalFaults() {}

    static void addTo(ControlFaultTable table) {
        for (MessageKind kind : List.of(STARTED, SUSPEND, RESUME, TERMINATE, COMPLETED)) {
            table.sendingAll(kind + "-NOT-SENT", kind, message -> List.of());
        }
        for (MessageKind kind : List.of(PREPARE, START, SUSPEND)) {
            table.sendingAll(kind + "-SENT-TWICE", kind, message -> List.of(message, message));
        }
        for (MessageKind kind : List.of(PREPARE, START)) {
            for (String name : List.of("messageId", "participantId", "counterPartyId", "datasetId", "claims")) {
                table.message(
                        kind + "-LACKS-" + name.toUpperCase(Locale.ROOT), kind, message -> without(message, name));
            }
        }
        table.message("START-WRONG-AGREEMENT", START, message -> message.put("agreementId", "another-agreement"));
        table.message("START-SAME-MESSAGE-ID", START, message -> message.put("messageId", "the-same-each-time"));
        table.message("START-SAME-PROCESS-ID", START, message -> message.put("processId", "the-same-each-time"));
        addresses(table);
        table.sending(
                "COMPLETED-WITH-BODY",
                COMPLETED,
                message -> message.withBody("application/json", "{\"state\":\"COMPLETED\"}"));
        table.sending("START-AS-TEXT", START, message -> message.withBody("text/plain", message.body()));
        table.sending("SUSPEND-AT-PROCESS-ID", SUSPEND, SignalFaults::atProcessId);
        table.rule("START-WITHOUT-WAITING", ControlRule.WAITS_FOR_CALLBACK);
        table.rule("START-AFTER-REFUSAL", ControlRule.FAILURE_STOPS);
        table.rule("RETRIES-REFUSALS", ControlRule.TAKES_NO_FOR_AN_ANSWER, ControlRule.RETRIES_END);
        table.rule("FAILURE-NOT-TOLD", ControlRule.FAILURE_IS_TOLD);
    }

    private static void addresses(ControlFaultTable table) {
        table.sending(
                "PULL-START-WITH-ADDRESS",
                START,
                message ->
                        is(message.transfer(), Direction.PULL) ? message.withObject(SignalFaults::addressed) : message);
        table.message("PUSH-START-WITHOUT-ADDRESS", START, message -> without(message, ADDRESS));
        table.message("PULL-STARTED-WITHOUT-ADDRESS", STARTED, message -> without(message, ADDRESS));
        table.sending(
                "PUSH-STARTED-WITH-ADDRESS",
                STARTED,
                message ->
                        is(message.transfer(), Direction.PUSH) ? message.withObject(SignalFaults::addressed) : message);
        table.message("RESUME-WITHOUT-ADDRESS", RESUME, message -> without(message, ADDRESS));
    }

    private static boolean is(Transfer transfer, Direction direction) {
        return transfer.terms().direction() == direction;
    }

    private static ObjectNode addressed(ObjectNode message) {
        ObjectNode address = Json.object()
                .put("@type", "DataAddress")
                .put("endpointType", "https://w3id.org/idsa/v4.1/HTTP")
                .put("endpoint", "http://127.0.0.1:9/invented");
        message.set(ADDRESS, address);
        return message;
    }

    static ObjectNode without(ObjectNode message, String name) {
        message.remove(name);
        return message;
    }

    private static Outgoing atProcessId(Outgoing message) {
        String flow = message.transfer().flowId().orElse("");
        String path = message.target().toString();
        return message.withTarget(URI.create(
                path.replace("/" + flow + "/", "/" + message.transfer().id() + "/")));
    }
}
