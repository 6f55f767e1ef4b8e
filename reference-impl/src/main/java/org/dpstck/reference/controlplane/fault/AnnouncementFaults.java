package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_COMPLETION;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_REQUEST;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_START;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_SUSPENSION;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_TERMINATION;

import java.util.List;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.flow.Direction;

/** Defects of the messages to other control planes. */
final class AnnouncementFaults {

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
        table.message("TELLS-START-OTHER-PID", TRANSFER_START, body -> body.put("consumerPid", "another-process"));
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
        table.message("TELLS-REQUEST-OTHER-FORMAT", TRANSFER_REQUEST, body -> body.put("format", "another-format"));
        table.message(
                "TELLS-PUSH-REQUEST-WITHOUT-ADDRESS",
                TRANSFER_REQUEST,
                body -> WireFaults.without(body, "dataAddress"));
        table.message("TELLS-PUSH-REQUEST-OTHER-ADDRESS", TRANSFER_REQUEST, WireFaults::otherEndpoint);
        table.sending(
                "TELLS-PULL-REQUEST-WITH-ADDRESS",
                TRANSFER_REQUEST,
                message -> WireFaults.in(Direction.PULL, message, WireFaults::address));
    }
}
