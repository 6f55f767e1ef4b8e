package org.dpstck.reference.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.reference.flow.DataFlow;

/**
 * One request on its way to an answer, with what became known of it so far.
 *
 * <p>Belongs to the thread that serves the request until the answer is sent.
 */
public final class Exchange {

    private final Request request;
    private final Optional<Operation> operation;
    private final List<Runnable> afterwards = new ArrayList<>();
    private Optional<DataFlow> flow = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    /** Starts an exchange; the operation is empty for an unknown path. */
    public Exchange(Request request, Optional<Operation> operation) {
        this.request = request;
        this.operation = operation;
    }

    /** Stands for an event that no request brought about. */
    public static Exchange ofNoRequest() {
        return new Exchange(new Request("", List.of(), Map.of(), new byte[0], false), Optional.empty());
    }

    public Request request() {
        return request;
    }

    public Optional<Operation> operation() {
        return operation;
    }

    public boolean is(Operation wanted) {
        return operation.filter(wanted::equals).isPresent();
    }

    /** The flow that the request is about, once it was found or made. */
    public Optional<DataFlow> flow() {
        return flow;
    }

    public void about(DataFlow found) {
        flow = Optional.of(found);
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

    /** Keeps work back until the answer has left: a callback must not overtake it. */
    public void afterAnswer(Runnable work) {
        afterwards.add(work);
    }

    /** Does the work that was kept back; each piece once. */
    public void release() {
        List<Runnable> due = List.copyOf(afterwards);
        afterwards.clear();
        due.forEach(Runnable::run);
    }
}
