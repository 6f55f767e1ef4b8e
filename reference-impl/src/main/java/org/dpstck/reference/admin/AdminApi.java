package org.dpstck.reference.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.callback.Agreements;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.signal.Lifecycle;
import org.dpstck.reference.wire.Responder;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operator, or a test, does to a data plane from outside the protocol.
 *
 * <p>{@code POST /admin/dataflows/{id}/complete|fail|proceed|agreement}, {@code GET /admin/dataflows/{id}} and {@code GET
 * /admin/dataflows/{id}/responses}, where the id is the flow's or its process's; a body {@code {"dataFlowId": ...}} names the
 * flow if the path does not. No part of the specification.
 */
public final class AdminApi {

    private final FlowStore store;
    private final Lifecycle lifecycle;
    private final Agreements agreements;
    private final Responder responder;

    /** Administers the flows of {@code store}. */
    public AdminApi(FlowStore store, Lifecycle lifecycle, Agreements agreements, Responder responder) {
        this.responder = responder;
        this.store = store;
        this.lifecycle = lifecycle;
        this.agreements = agreements;
    }

    /** Serves one request; refusals are 404, 405 or 409 with a problem document. */
    public Answer serve(Request request) {
        try {
            List<String> path = request.segments();
            if (path.size() < 3 || path.size() > 4 || !path.get(1).equals("dataflows")) {
                throw new Refusal(Kind.UNKNOWN_PATH, "there is nothing at this path");
            }
            DataFlow flow = find(path.get(2), request);
            if (path.size() == 4 && path.get(3).equals("responses")) {
                return responses(request, flow);
            }
            return path.size() == 3 ? show(request, flow) : act(request, flow, path.get(3));
        } catch (Refusal refusal) {
            return Answer.problem(refusal);
        }
    }

    private DataFlow find(String id, Request request) throws Refusal {
        return store.byId(id)
                .or(() -> store.byProcess(id))
                .or(() -> member(request, "dataFlowId").flatMap(store::byId))
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_FLOW, "no data flow has this id or process id"));
    }

    private static Answer show(Request request, DataFlow flow) throws Refusal {
        method(request, "GET");
        ObjectNode body = Json.object()
                .put("dataFlowId", flow.id())
                .put("processId", flow.request().processId())
                .put("side", flow.side().name())
                .put("direction", flow.request().direction().name())
                .put("state", flow.state().name())
                .put("bytes", flow.bytes());
        flow.error().ifPresent(error -> body.put("error", error));
        return Answer.json(200, body);
    }

    /** What came in by the response channel of a flow, oldest first. */
    private static Answer responses(Request request, DataFlow flow) throws Refusal {
        method(request, "GET");
        ObjectNode body = Json.object();
        flow.responses().received().forEach(body.putArray("responses")::add);
        return Answer.json(200, body);
    }

    private Answer act(Request request, DataFlow flow, String action) throws Refusal {
        method(request, "POST");
        if (action.equals("agreement")) {
            return agreement(flow);
        }
        boolean done =
                switch (action) {
                    case "complete" -> lifecycle.completed(flow);
                    case "fail" -> lifecycle.failed(flow, reason(request));
                    case "proceed" -> lifecycle.proceed(flow);
                    case "respond" -> responder.respond(flow);
                    default ->
                        throw new Refusal(
                                Kind.UNKNOWN_PATH, "complete, fail, proceed, respond and agreement are the actions");
                };
        if (!done) {
            throw new Refusal(Kind.WRONG_STATE, action + " is not possible in state " + flow.state());
        }
        return Answer.empty(202);
    }

    /** A flow whose agreement cannot be had may not go on: the wire is broken for good. */
    private Answer agreement(DataFlow flow) {
        try {
            return Answer.json(200, agreements.of(flow));
        } catch (IOException none) {
            lifecycle.failed(flow, "without an agreement: " + none.getMessage());
            return Answer.json(502, Json.object().put("detail", none.getMessage()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Answer.empty(503);
        }
    }

    private static void method(Request request, String required) throws Refusal {
        if (!request.method().equals(required)) {
            throw new Refusal(Kind.METHOD, required + " is required here");
        }
    }

    private static String reason(Request request) {
        return member(request, "reason").orElse("failed by the administrator");
    }

    private static Optional<String> member(Request request, String name) {
        return Optional.of(request.text()).flatMap(Json::tryObject).map(body -> body.path(name)
                .stringValue(null));
    }
}
