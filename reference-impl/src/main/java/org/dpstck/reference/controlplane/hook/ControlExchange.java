package org.dpstck.reference.controlplane.hook;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Request;

/**
 * One request to a control plane on its way to an answer, with what became known of it so far.
 *
 * <p>Belongs to the thread that serves the request until the answer is sent.
 */
public final class ControlExchange {

    private final Request request;
    private final Optional<Enum<?>> operation;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private Optional<Transfer> transfer = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    /** Starts an exchange; the operation is empty for an unknown path. */
    public ControlExchange(Request request, Optional<? extends Enum<?>> operation) {
        this.request = request;
        this.operation = operation.map(each -> each);
    }

    public Request request() {
        return request;
    }

    /** Whether this is the operation; those of signaling and of the Dataspace Protocol are values of different types. */
    public boolean is(Enum<?> wanted) {
        return operation.filter(wanted::equals).isPresent();
    }

    /** The process that the request is about, once it was found or made. */
    public Optional<Transfer> transfer() {
        return transfer;
    }

    public void about(Transfer found) {
        transfer = Optional.of(found);
    }

    /** Why the request was refused, if it was. */
    public Optional<Refusal> refusal() {
        return refusal;
    }

    public boolean refusedFor(Refusal.Kind kind) {
        return refusal.filter(each -> each.kind() == kind).isPresent();
    }

    public void refused(Refusal reason) {
        refusal = Optional.of(reason);
    }

    /** Completes when the answer has left: what follows from a request must not overtake it. */
    public CompletableFuture<Void> answered() {
        return answered;
    }
}
