package org.dpstck.core.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an edition and a form of the transfer process together ask of a control plane.
 *
 * @param protocol between control planes
 * @param signals what is sent to the data plane, by side and by what happens to the process: {@code begin}, {@code start}
 * @param registration how a data plane registers through an endpoint
 * @param messages of the data plane's registration, by name
 * @param machine states of a process, and what messages of the other side and callbacks of the data plane do to it
 */
public record TransferRules(
        TransferProtocol protocol,
        Map<Side, Map<String, String>> signals,
        Registration registration,
        Map<String, Message> messages,
        StateMachine machine) {

    /** The signal that a side sends to its data plane for something that happens to the process, if there is one. */
    public Optional<String> signal(Side side, String event) {
        return Optional.ofNullable(signals.getOrDefault(side, Map.of()).get(event));
    }

    /** What happens to a process through a message, as {@link #signal} names it. */
    public static String event(TransferMessage message, State from) {
        if ("start".equals(message.name())) {
            return "SUSPENDED".equals(from.name()) ? "resume" : "start";
        }
        return switch (message.name()) {
            case "suspension" -> "suspend";
            case "completion" -> "complete";
            case "termination" -> "terminate";
            default -> message.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The whole table: every state, with every message of the other side and every callback. */
    public List<TransferCell> cells(Edition edition) {
        var cells = new ArrayList<TransferCell>();
        for (var kind : FlowKind.all()) {
            for (var state : machine.states()) {
                protocol.sentTo(kind.side())
                        .forEach(message -> cells.add(cell(kind, state, message.name(), message, null)));
                edition.callbacks()
                        .values()
                        .forEach(callback -> cells.add(cell(kind, state, callback.name(), null, callback)));
            }
        }
        return cells;
    }

    private TransferCell cell(FlowKind kind, State state, String signal, TransferMessage message, Callback callback) {
        return new TransferCell(kind, state, message, callback, machine.expectation(kind, state, signal));
    }
}
