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
 * @param naming what members of signals are called
 * @param registration how a data plane registers through an endpoint
 * @param messages of the data plane's registration, by name
 * @param machine states of a process, and what messages of the other side and callbacks of the data plane do to it
 */
public record TransferRules(
        TransferProtocol protocol,
        Map<Side, Map<String, String>> signals,
        Naming naming,
        Registration registration,
        Map<String, Message> messages,
        StateMachine machine) {

    /**
     * What members of signals are called.
     *
     * @param pushAddress the member of the signal that opens a push, with the address of the consumer
     * @param alternatives members that may stand in the place of another
     * @param due members that a control plane owes in a message beside those that its schema requires, by message
     * @param furtherType the form of the transfer types for pulls that cases make up, with {@code {name}} for what is their own
     */
    public record Naming(
            String pushAddress, List<Alternative> alternatives, Map<String, List<String>> due, String furtherType) {

        /** Copies the lists. */
        public Naming {
            pushAddress = pushAddress == null ? "dataAddress" : pushAddress;
            alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
            due = due == null ? Map.of() : Map.copyOf(due);
            furtherType = furtherType == null ? "Tck{name}-PULL" : furtherType;
        }

        /** The alternatives of a message. */
        public List<Alternative> of(String message) {
            return alternatives.stream()
                    .filter(each -> each.message().equals(message))
                    .toList();
        }
    }

    /**
     * Members that may stand in the place of another, which draws a warning.
     *
     * @param message that they stand in
     * @param member that is expected
     * @param members that say the same together
     * @param requirement that the warning is about
     * @param position that decides so
     */
    public record Alternative(String message, String member, List<String> members, String requirement, int position) {}

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
