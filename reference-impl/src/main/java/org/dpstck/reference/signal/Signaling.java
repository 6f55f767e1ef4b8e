package org.dpstck.reference.signal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dpstck.reference.edition.Route;
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
import org.dpstck.reference.message.DataAddresses;
import org.dpstck.reference.message.MessageReader;
import org.dpstck.reference.registration.RegistrationApi;
import tools.jackson.databind.node.ObjectNode;

/** The operations of the section "Data Plane Endpoint", and registration: a request in, an answer out. */
public final class Signaling {

    private final Plane plane;
    private final Lifecycle lifecycle;
    private final List<String> base;
    private final MessageReader reader;
    private final RegistrationApi registrations;

    /** Serves below the base path, given as its segments. */
    public Signaling(
            Plane plane, Lifecycle lifecycle, List<String> base, MessageReader reader, RegistrationApi registrations) {
        this.plane = plane;
        this.lifecycle = lifecycle;
        this.base = List.copyOf(base);
        this.reader = reader;
        this.registrations = registrations;
    }

    /** Serves one request; the exchange that is returned keeps what must wait until the answer has left. */
    public Served serve(Request received) {
        Request request = plane.hooks().received(received);
        List<Route<Operation>> routes = routes(request);
        Optional<Route<Operation>> route = routes.stream()
                .filter(each -> each.method().equals(request.method()))
                .findFirst();
        // A request with a wrong method is still one for an operation of its path.
        Exchange exchange = new Exchange(
                request, route.or(() -> routes.stream().findFirst()).map(Route::operation));
        Answer answer;
        try {
            answer = perform(exchange, route.orElseThrow(() -> nothingHere(routes)));
        } catch (Refusal refusal) {
            exchange.refused(refusal);
            answer = withAllow(routes, refusal, Answer.problem(refusal));
        }
        return new Served(exchange, plane.hooks().finished(exchange, answer));
    }

    private List<Route<Operation>> routes(Request request) {
        List<String> path = request.segments();
        boolean below =
                path.size() >= base.size() && path.subList(0, base.size()).equals(base);
        return below ? plane.edition().routes().at(path.subList(base.size(), path.size())) : List.of();
    }

    private static Refusal nothingHere(List<Route<Operation>> routes) {
        return routes.isEmpty()
                ? new Refusal(Kind.UNKNOWN_PATH, "there is nothing at this path")
                : new Refusal(Kind.METHOD, routes.get(0).operation().word() + " takes " + methods(routes));
    }

    private static String methods(List<Route<Operation>> routes) {
        return routes.stream().map(Route::method).collect(Collectors.joining(", "));
    }

    private static Answer withAllow(List<Route<Operation>> routes, Refusal refusal, Answer answer) {
        return refusal.kind() == Kind.METHOD ? answer.withHeader("Allow", methods(routes)) : answer;
    }

    private Answer perform(Exchange exchange, Route<Operation> route) throws Refusal {
        Request request = exchange.request();
        if (!route.operation().registers()) {
            plane.gate().admit(request);
        }
        return switch (route.operation()) {
            case PREPARE -> open(exchange, reader.prepare(request), Side.CONSUMER, Signal.PREPARE);
            case START -> start(exchange, reader.start(request));
            case STARTED -> started(exchange, route);
            case START_FLOW -> startFlow(exchange, route);
            case RESUME -> resume(exchange, route);
            case SUSPEND -> {
                reader.reason(request, Operation.SUSPEND);
                yield signal(exchange, route, Signal.SUSPEND);
            }
            case TERMINATE -> {
                reader.reason(request, Operation.TERMINATE);
                yield signal(exchange, route, Signal.TERMINATE);
            }
            case COMPLETED -> {
                reader.completed(request);
                yield signal(exchange, route, Signal.COMPLETED);
            }
            case STATUS -> Answer.json(200, plane.messages().status(find(exchange, route)));
            case CHECK -> acknowledged();
            case REGISTER -> registrations.register(request);
            case REPLACE_REGISTRATION -> registrations.replace(request, route.id(request.segments()));
            case DELETE_REGISTRATION -> registrations.delete(route.id(request.segments()));
        };
    }

    private Answer start(Exchange exchange, FlowRequest message) throws Refusal {
        Side side = plane.edition().startSide(message.direction(), message.dataAddress());
        return open(exchange, message, side, Signal.START);
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

    private Answer started(Exchange exchange, Route<Operation> route) throws Refusal {
        ObjectNode message = reader.signal(exchange.request(), Operation.STARTED);
        DataAddresses.read(message);
        DataFlow flow = find(exchange, route);
        synchronized (flow) {
            // The state is judged before the address: a flow that cannot start at all needs none.
            if (flow.side() == Side.CONSUMER && lifecycle.allows(flow, Signal.STARTED)) {
                Optional<DataAddress> address = reader.address(message, flow);
                MessageReader.checkStartedAddress(flow.request(), address);
                address.ifPresent(flow::connectTo);
            }
            lifecycle.take(flow, Signal.STARTED, exchange);
        }
        return Answer.empty(200);
    }

    private Answer startFlow(Exchange exchange, Route<Operation> route) throws Refusal {
        ObjectNode message = reader.signal(exchange.request(), Operation.START_FLOW);
        DataFlow flow = find(exchange, route);
        synchronized (flow) {
            if (lifecycle.allows(flow, Signal.START_FLOW)) {
                MessageReader.checkStartAddress(flow, reader.address(message, flow));
            }
            return go(exchange, flow, Signal.START_FLOW, message);
        }
    }

    private Answer resume(Exchange exchange, Route<Operation> route) throws Refusal {
        ObjectNode message = reader.signal(exchange.request(), Operation.RESUME);
        DataFlow flow = find(exchange, route);
        MessageReader.checkProcess(message, flow);
        synchronized (flow) {
            return go(exchange, flow, Signal.RESUME, message);
        }
    }

    /** Moves a flow to STARTED, with a new address of the other side if there is one and this side calls it. */
    private Answer go(Exchange exchange, DataFlow flow, Signal signal, ObjectNode message) throws Refusal {
        Optional<DataAddress> address = reader.address(message, flow);
        if (lifecycle.allows(flow, signal)) {
            address.filter(it -> !flow.offersEndpoint() || it.isOfResponsesAlone())
                    .ifPresent(flow::connectTo);
        }
        lifecycle.take(flow, signal, exchange);
        return Answer.json(200, plane.messages().response(flow, flow.state()));
    }

    private Answer signal(Exchange exchange, Route<Operation> route, Signal signal) throws Refusal {
        lifecycle.take(find(exchange, route), signal, exchange);
        return acknowledged();
    }

    private Answer acknowledged() {
        return Answer.empty(plane.edition().convention().acknowledgement());
    }

    private DataFlow find(Exchange exchange, Route<Operation> route) throws Refusal {
        String id = route.id(exchange.request().segments());
        DataFlow flow = plane.store()
                .byId(id)
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_FLOW, "there is no data flow with id " + id));
        exchange.about(flow);
        return flow;
    }

    /** An answer, and the exchange that led to it. */
    public record Served(Exchange exchange, Answer answer) {}
}
