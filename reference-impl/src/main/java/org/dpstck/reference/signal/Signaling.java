package org.dpstck.reference.signal;

import java.util.List;
import java.util.Optional;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.message.MessageReader;

/** The operations of the section "Data Plane Endpoint": a request in, an answer out. */
public final class Signaling {

    private final Plane plane;
    private final Lifecycle lifecycle;
    private final List<String> base;

    /** Serves below the base path, given as its segments. */
    public Signaling(Plane plane, Lifecycle lifecycle, List<String> base) {
        this.plane = plane;
        this.lifecycle = lifecycle;
        this.base = List.copyOf(base);
    }

    /** Serves one request; the exchange that is returned keeps what must wait until the answer has left. */
    public Served serve(Request received) {
        Request request = plane.hooks().received(received);
        Exchange exchange = new Exchange(request, operation(request));
        Answer answer;
        try {
            answer = perform(exchange);
        } catch (Refusal refusal) {
            exchange.refused(refusal);
            answer = withAllow(exchange, Answer.problem(refusal));
        }
        return new Served(exchange, plane.hooks().finished(exchange, answer));
    }

    private Optional<Operation> operation(Request request) {
        List<String> path = request.segments();
        boolean below =
                path.size() >= base.size() && path.subList(0, base.size()).equals(base);
        return below ? Operation.atPath(path.subList(base.size(), path.size())) : Optional.empty();
    }

    private static Answer withAllow(Exchange exchange, Answer answer) {
        return exchange.operation()
                .filter(operation -> exchange.refusedFor(Kind.METHOD))
                .map(operation -> answer.withHeader("Allow", operation.method()))
                .orElse(answer);
    }

    private Answer perform(Exchange exchange) throws Refusal {
        Operation operation =
                exchange.operation().orElseThrow(() -> new Refusal(Kind.UNKNOWN_PATH, "there is nothing at this path"));
        Request request = exchange.request();
        if (!operation.method().equals(request.method())) {
            throw new Refusal(Kind.METHOD, operation.word() + " takes " + operation.method());
        }
        return switch (operation) {
            case PREPARE -> open(exchange, MessageReader.prepare(request), Side.CONSUMER, Signal.PREPARE);
            case START -> open(exchange, MessageReader.start(request), Side.PROVIDER, Signal.START);
            case STARTED -> started(exchange);
            case SUSPEND -> {
                MessageReader.reason(request);
                yield signal(exchange, Signal.SUSPEND);
            }
            case TERMINATE -> {
                MessageReader.reason(request);
                yield signal(exchange, Signal.TERMINATE);
            }
            case COMPLETED -> {
                MessageReader.completed(request);
                yield signal(exchange, Signal.COMPLETED);
            }
            case STATUS -> Answer.json(200, plane.messages().status(find(exchange)));
        };
    }

    private Answer open(Exchange exchange, FlowRequest message, Side side, Signal signal) throws Refusal {
        DataFlow flow = lifecycle.open(message, side, signal, exchange);
        synchronized (flow) {
            Answer answer = Answer.json(
                    flow.state().isPending() ? 202 : 200, plane.messages().response(flow, flow.state()));
            return flow.state().isPending()
                    ? answer.withHeader("Location", plane.messages().statusPath(flow))
                    : answer;
        }
    }

    private Answer started(Exchange exchange) throws Refusal {
        Optional<DataAddress> address = MessageReader.started(exchange.request());
        DataFlow flow = find(exchange);
        synchronized (flow) {
            // The state is judged before the address: a flow that cannot start at all needs none.
            if (flow.side() == Side.CONSUMER && lifecycle.allows(flow, Signal.STARTED)) {
                MessageReader.checkStartedAddress(flow.request().direction(), address);
                address.ifPresent(flow::connectTo);
            }
            lifecycle.take(flow, Signal.STARTED, exchange);
        }
        return Answer.empty(200);
    }

    private Answer signal(Exchange exchange, Signal signal) throws Refusal {
        lifecycle.take(find(exchange), signal, exchange);
        return Answer.empty(200);
    }

    private DataFlow find(Exchange exchange) throws Refusal {
        List<String> path = exchange.request().segments();
        String id = path.get(path.size() - 2);
        DataFlow flow = plane.store()
                .byId(id)
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_FLOW, "there is no data flow with id " + id));
        exchange.about(flow);
        return flow;
    }

    /** An answer, and the exchange that led to it. */
    public record Served(Exchange exchange, Answer answer) {}
}
