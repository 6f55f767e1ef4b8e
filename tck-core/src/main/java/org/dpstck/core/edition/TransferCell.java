package org.dpstck.core.edition;

import org.dpstck.core.edition.Cell.Expectation;

/**
 * One cell of the table of a transfer process: what a message or a callback does in a state.
 *
 * @param kind side of the control plane, and direction of the transfer
 * @param state of the process
 * @param message of the counter-party; null for a callback
 * @param callback of the data plane; null for a message
 * @param expectation what has to happen
 */
public record TransferCell(
        FlowKind kind, State state, TransferMessage message, Callback callback, Expectation expectation) {

    /** Name of the message or callback. */
    public String signal() {
        return message == null ? callback.name() : message.name();
    }

    @Override
    public String toString() {
        return kind.id() + "." + state.name() + "." + signal();
    }
}
