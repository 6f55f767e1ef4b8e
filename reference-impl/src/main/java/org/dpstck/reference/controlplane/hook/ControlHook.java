package org.dpstck.reference.controlplane.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Request;

/**
 * Where a fault or a variant takes part in the work of the correct control plane; changes nothing unless overridden.
 *
 * <p>An object belongs to one control plane and may keep state.
 */
public interface ControlHook {

    /** Returns the request to serve in the place of one that has just been read, before it is routed. */
    default Request received(Request request) {
        return request;
    }

    /** Returns the answer to send; the exchange says what was asked and what became of it. */
    default Answer finished(ControlExchange exchange, Answer answer) {
        return answer;
    }

    /** Returns the verdict to carry out; called with the transfer's monitor held, before anything has moved. */
    default Verdict decided(Transfer transfer, Step step, Party party, Verdict verdict) {
        return verdict;
    }

    /** Returns the messages to send in the place of one; the answer to the first one counts. */
    default List<Outgoing> sending(Outgoing message) {
        return List.of(message);
    }

    /** Returns the message to send in the place of one that was not acknowledged. */
    default Outgoing repeated(Outgoing message) {
        return message;
    }

    /** How long to wait before a message is sent. */
    default Duration pace(Outgoing message) {
        return Duration.ZERO;
    }

    /** Returns the id for a new process in the place of one. */
    default String named(String id) {
        return id;
    }

    /** Returns what is stored for a registration, or nothing. */
    default Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
        return Optional.of(now);
    }

    /** Returns the data planes to try, in this order. */
    default List<DataPlane> selected(
            String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
        return fitting;
    }

    /** A data plane could not be reached, or broke the connection. */
    default void unreached(DataPlane dataPlane) {
        // Nothing follows from that for other transfers.
    }

    /** Whether a data plane gets its next heart-beat. */
    default boolean checks(DataPlane dataPlane) {
        return true;
    }

    /** Whether the rule is kept. */
    default boolean keeps(ControlRule rule) {
        return true;
    }
}
