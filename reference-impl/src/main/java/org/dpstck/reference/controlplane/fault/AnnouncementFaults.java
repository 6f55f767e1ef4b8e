package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_COMPLETION;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_REQUEST;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_START;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_SUSPENSION;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_TERMINATION;

import java.util.List;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.flow.Direction;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the messages to other control planes. */
final class AnnouncementFaults {

    /** The members by which messages name a process, in the two forms; each message has one of them. */
    private static final List<String> NAMES = List.of("consumerPid", "processId");

    private static final List<String> FORMATS = List.of("format", "dct:format");

    private AnnouncementFaults() {}

    static void addTo(ControlFaultTable table) {
        for (MessageKind kind : List.of(
                TRANSFER_REQUEST, TRANSFER_START, TRANSFER_SUSPENSION, TRANSFER_COMPLETION, TRANSFER_TERMINATION)) {
            String name = "TELLS-" + kind.name().replace("TRANSFER_", "");
            table.sendingAll(name + "-NEVER", kind, message -> List.of());
            table.sending(name + "-ELSEWHERE", kind, WireFaults::elsewhere);
            table.message(name + "-WITHOUT-TYPE", kind, body -> WireFaults.without(body, "@type"));
            table.message(name + "-WITHOUT-PID", kind, body -> WireFaults.without(body, "consumerPid"));
        }
        table.message("TELLS-START-OTHER-PID", TRANSFER_START, body -> named(body, "another-process"));
        table.sendingAll("TELLS-START-TWICE", TRANSFER_START, message -> List.of(message, message));
        table.sendingAll("TELLS-REQUEST-TWICE", TRANSFER_REQUEST, message -> List.of(message, message));
        table.sending("TELLS-START-AS-TEXT", TRANSFER_START, message -> message.withBody("text/plain", message.body()));
        table.message(
                "TELLS-PULL-START-WITHOUT-ADDRESS", TRANSFER_START, body -> WireFaults.without(body, "dataAddress"));
        table.message("TELLS-PULL-START-OTHER-ADDRESS", TRANSFER_START, WireFaults::otherEndpoint);
        table.sending(
                "TELLS-PUSH-START-WITH-ADDRESS",
                TRANSFER_START,
                message -> WireFaults.in(Direction.PUSH, message, WireFaults::address));
        table.message(
                "TELLS-REQUEST-WITHOUT-AGREEMENT", TRANSFER_REQUEST, body -> WireFaults.without(body, "agreementId"));
        table.message(
                "TELLS-REQUEST-WITHOUT-CALLBACK",
                TRANSFER_REQUEST,
                body -> WireFaults.without(body, "callbackAddress"));
        table.message("TELLS-REQUEST-OTHER-FORMAT", TRANSFER_REQUEST, AnnouncementFaults::otherFormat);
        table.message(
                "TELLS-PUSH-REQUEST-WITHOUT-ADDRESS",
                TRANSFER_REQUEST,
                body -> WireFaults.without(body, "dataAddress"));
        table.message("TELLS-PUSH-REQUEST-OTHER-ADDRESS", TRANSFER_REQUEST, WireFaults::otherEndpoint);
        table.sending(
                "TELLS-PULL-REQUEST-WITH-ADDRESS",
                TRANSFER_REQUEST,
                message -> WireFaults.in(Direction.PULL, message, WireFaults::address));
        olderForm(table);
    }

    /** Defects of the form in which one id, that of the request, names the process on both sides. */
    private static void olderForm(ControlFaultTable table) {
        table.message("TELLS-REQUEST-WITHOUT-ID", TRANSFER_REQUEST, body -> WireFaults.without(body, "@id"));
        for (MessageKind kind :
                List.of(TRANSFER_START, TRANSFER_SUSPENSION, TRANSFER_COMPLETION, TRANSFER_TERMINATION)) {
            table.sending(
                    "TELLS-" + kind.name().replace("TRANSFER_", "") + "-OWN-PROCESS-ID",
                    kind,
                    message -> message.withObject(body ->
                            named(body, "of-my-own-" + message.transfer().id())));
        }
    }

    /** The message about another process. */
    static ObjectNode named(ObjectNode body, String other) {
        NAMES.stream().filter(body::has).forEach(name -> body.put(name, other));
        return body;
    }

    private static ObjectNode otherFormat(ObjectNode body) {
        FORMATS.stream().filter(body::has).forEach(name -> body.put(name, "another-format"));
        return body;
    }
}
