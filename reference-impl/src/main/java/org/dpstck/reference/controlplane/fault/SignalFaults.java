package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.COMPLETED;
import static org.dpstck.reference.controlplane.hook.MessageKind.PREPARE;
import static org.dpstck.reference.controlplane.hook.MessageKind.START;
import static org.dpstck.reference.controlplane.hook.MessageKind.SUSPEND;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import tools.jackson.databind.node.ObjectNode;

/** Wrong messages to data planes, and wrong conclusions from their answers. */
final class SignalFaults {

    private SignalFaults() {}

    static void addTo(ControlFaultTable table) {
        table.sendingAll("PREPARE-SENT-TWICE", PREPARE, message -> List.of(message, message));
        for (MessageKind kind : List.of(PREPARE, START)) {
            for (String name : List.of("participantId", "counterPartyId", "datasetId", "claims")) {
                table.message(
                        kind + "-LACKS-" + name.toUpperCase(Locale.ROOT), kind, message -> without(message, name));
            }
        }
        table.message("START-SAME-PROCESS-ID", START, message -> message.put("processId", "the-same-each-time"));
        table.message("START-PARTICIPANTS-EXCHANGED", START, SignalFaults::exchanged);
        table.message("PREPARE-PARTICIPANTS-EXCHANGED", PREPARE, SignalFaults::exchanged);
        table.sending(
                "COMPLETED-WITH-BODY",
                COMPLETED,
                message -> message.withBody("application/json", "{\"state\":\"COMPLETED\"}"));
        table.sending("SUSPEND-AT-PROCESS-ID", SUSPEND, SignalFaults::atProcessId);
        table.rule("START-WITHOUT-WAITING", ControlRule.WAITS_FOR_CALLBACK);
        table.rule("START-AFTER-REFUSAL", ControlRule.FAILURE_STOPS);
        table.rule("FAILURE-NOT-TOLD", ControlRule.FAILURE_IS_TOLD);
    }

    static ObjectNode without(ObjectNode message, String name) {
        message.remove(name);
        return message;
    }

    private static ObjectNode exchanged(ObjectNode message) {
        String own = message.path("participantId").asString("");
        return message.put("participantId", message.path("counterPartyId").asString(""))
                .put("counterPartyId", own);
    }

    private static Outgoing atProcessId(Outgoing message) {
        String flow = message.transfer().flowId().orElse("");
        String path = message.target().toString();
        return message.withTarget(URI.create(
                path.replace("/" + flow + "/", "/" + message.transfer().id() + "/")));
    }
}
