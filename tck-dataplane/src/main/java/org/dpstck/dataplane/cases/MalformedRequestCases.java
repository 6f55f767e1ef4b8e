package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;

/** Requests that are no such request: bodies, methods and ids that the tables do not know. */
public final class MalformedRequestCases {

    @Case(
            value = "{0}-BODY",
            title = "{0} with {1} is refused",
            stimulus = "The plain message was accepted once. Now this body is sent where the operation is legal.",
            expected = "HTTP 4xx, and a flow that was there keeps its state.",
            fix = "Parse the body before acting; answer 400 (or 415 for another media type), never 5xx.")
    @Verifies("{0}-BODY")
    @Rows("bodies")
    void malformedBodyIsRefused(Operation operation, Malformation malformation, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var requirement = operation.requirement("BODY");
        var body = malformation.body(Json.text(flow.message(operation)));
        var why = "with " + malformation.text();
        var reception = flow.receives(operation, malformation.contentType(), body);
        if (malformation.strict()) {
            reception.isRefused(requirement, why);
            Unmoved.stays(operation, flow, () -> flows.legal(operation).state(), requirement, why);
        } else {
            reception.shouldBeRefused(requirement, malformation.position(), why);
        }
    }

    @Case(
            value = "{0}-METHOD",
            title = "The path of {0} refuses {1}",
            stimulus = "The operation was accepted once with its own method. Now this method is sent to its path.",
            expected = "HTTP 4xx (405 is usual), and a flow that was there keeps its state.",
            fix = "Route by method as well as by path.")
    @Verifies("{0}-METHOD")
    @Rows("methods")
    void wrongMethodIsRefused(Operation operation, String method, DataFlows flows) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var requirement = operation.requirement("METHOD");
        var why = "by " + method;
        var body = method.equals("GET") || operation.message() == null ? null : Json.text(flow.message(operation));
        flow.receivesBy(method, operation, body == null ? null : "application/json", body)
                .isRefused(requirement, why);
        Unmoved.stays(operation, flow, () -> flows.legal(operation).state(), requirement, why);
    }

    @Case(
            value = "{0}-UNKNOWN",
            title = "{0} for an id that names no flow is refused",
            stimulus =
                    "The operation was accepted once for a flow that exists. Now it is sent for an id made up at random.",
            expected = "HTTP 4xx (404 is usual).",
            fix = "Look the flow up before anything else and answer 404 when there is none.")
    @Verifies("{0}-UNKNOWN")
    @Rows("addressing")
    void unknownFlowIsRefused(Operation operation, DataFlows flows) {
        flows.requireTwin(operation);
        var flow = flows.fresh(flows.legal(operation).kind());
        flow.isCalled("tck-no-such-flow-" + UUID.randomUUID());
        flow.receives(operation).isRefused(operation.requirement("UNKNOWN"), "for an unknown id");
    }

    @Case(
            value = "{0}-NEAR-ID",
            title = "{0} for {1} is refused",
            stimulus =
                    "A flow in a state in which the operation is legal; then the operation for what is nearly its id.",
            expected = "HTTP 4xx (404 is usual), and the flow keeps its state.",
            fix = "Compare ids as a whole: no prefix, no pattern, no column that is too short for what comes.")
    @Verifies("{0}-UNKNOWN")
    @Rows("nearIds")
    void nearIdIsRefused(Operation operation, NearId near, DataFlows flows) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var id = flow.dataFlowId().orElseThrow();
        if (!near.isNobodys(id)) {
            throw Unjudgeable.untested("the system's ids are too short to tell part of one from another one: " + id);
        }
        var requirement = operation.requirement("UNKNOWN");
        var why = "for " + near.text();
        var other = flows.fresh(flow.kind());
        other.isCalled(near.of(id));
        other.receives(operation).isRefused(requirement, why);
        Unmoved.stays(operation, flow, () -> flows.legal(operation).state(), requirement, why);
    }

    static Stream<Row> bodies(Edition edition) {
        return Kinds.withMessage(edition, "BODY").flatMap(operation -> Arrays.stream(Malformation.values())
                // Without required members, nothing at all is as good as an empty object.
                .filter(it -> it != Malformation.EMPTY
                        || !edition.message(operation.message()).required().isEmpty())
                // In JSON-LD a list of one message is a form of it.
                .filter(it -> it != Malformation.ARRAY || edition.jsonLd().isEmpty())
                .map(it -> Row.of(operation, it)));
    }

    static Stream<Row> methods(Edition edition) {
        return edition.operations().values().stream()
                .filter(operation -> edition.asks(operation.requirement("METHOD")))
                .flatMap(
                        operation -> (operation.method().equals("GET") ? List.of("POST", "PUT") : List.of("GET", "PUT"))
                                .stream().map(method -> Row.of(operation, method)));
    }

    static Stream<Row> nearIds(Edition edition) {
        return edition.operations().values().stream()
                .filter(Operation::addressesFlow)
                .flatMap(operation -> Arrays.stream(NearId.values()).map(near -> Row.of(operation, near)));
    }

    static Stream<Row> addressing(Edition edition) {
        return edition.operations().values().stream()
                .filter(Operation::addressesFlow)
                .map(Row::of);
    }
}
