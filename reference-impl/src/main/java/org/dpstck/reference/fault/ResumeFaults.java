package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.flow;
import static org.dpstck.reference.fault.When.refused;
import static org.dpstck.reference.fault.When.success;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.Decision.RefuseAndMove;
import org.dpstck.reference.flow.Decision.Stay;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The two operations that not every edition has: resume, and the start of a flow that exists. */
final class ResumeFaults {

    private static final String ADDRESS = "dataAddress";

    private static final Map<Operation, Signal> SIGNALS =
            Map.of(Operation.RESUME, Signal.RESUME, Operation.START_FLOW, Signal.START_FLOW);

    private static final Map<String, Kind> BAD_INPUT = Map.of(
            "MALFORMED-JSON", Kind.MALFORMED_JSON,
            "ARRAY", Kind.NOT_AN_OBJECT,
            "UNKNOWN-ID", Kind.UNKNOWN_FLOW,
            "WRONG-METHOD", Kind.METHOD);

    private ResumeFaults() {}

    static void addTo(FaultTable table) {
        for (Operation operation : List.of(Operation.RESUME, Operation.START_FLOW)) {
            String id = When.kebab(operation.name());
            answers(table, id, operation);
            input(table, id, operation);
            moves(table, id, SIGNALS.get(operation));
        }
        input(table, "RESUME-ACCEPTS-MISSING-MESSAGE-ID", Operation.RESUME, Kind.MISSING_PROPERTY);
        table.request(
                "RESUME-REFUSES-UNKNOWN-PROPERTIES",
                request -> Requests.ends(request, "resume")
                                && !Set.of("messageId", "processId", ADDRESS)
                                        .containsAll(Requests.message(request).propertyNames())
                        ? request.withJson("?")
                        : request);
        addresses(table);
        table.request(
                "RESUME-REQUIRES-DATA-ADDRESS",
                request -> Requests.ends(request, "resume")
                        ? Requests.spoiled(request, message -> !message.has(ADDRESS))
                        : request);
        table.add("RESUME-ONLY-ONCE", OnlyOnce::new);
        table.add("START-FLOW-500-IN-SUSPENDED", NeverResumes::new);
    }

    private static void answers(FaultTable table, String id, Operation operation) {
        table.answer(id + "-201", success(operation), answer -> answer.withStatus(201));
        table.answer(id + "-202", success(operation), answer -> answer.withStatus(202));
        table.answer(id + "-NO-BODY", success(operation), answer -> answer.withBody("", ""));
        table.answer(
                id + "-TEXT-PLAIN", success(operation), answer -> answer.withHeader(Answer.CONTENT_TYPE, "text/plain"));
        table.answer(
                id + "-STATE-STALE",
                success(operation),
                answer -> answer.withObject(body -> body.put("state", "SUSPENDED")));
        table.answer(
                id + "-STATE-MISSING",
                success(operation),
                answer -> answer.withObject(body -> MessageFaults.without(body, "state")));
    }

    private static void input(FaultTable table, String id, Operation operation) {
        BAD_INPUT.forEach((word, kind) -> {
            input(table, id + "-ACCEPTS-" + word, operation, kind);
            table.answer(id + "-500-ON-" + word, refused(operation, kind), InputFaults::crash);
        });
        table.answer(id + "-500-ON-WRONG-STATE", refused(operation, Kind.WRONG_STATE), InputFaults::crash);
    }

    private static void input(FaultTable table, String id, Operation operation, Kind kind) {
        ObjectNode unnoticed = Json.object().put("dataFlowId", "unnoticed").put("state", "STARTED");
        table.answer(id, refused(operation, kind), answer -> Answer.json(200, unnoticed));
    }

    private static void moves(FaultTable table, String id, Signal signal) {
        table.transition(
                id + "-REFUSED",
                (flow, each, decision) -> each == signal && decision instanceof Move
                        ? new Refuse(Reason.WRONG_STATE, "this is not wanted")
                        : decision);
        table.transition(
                id + "-UNCHANGED",
                (flow, each, decision) -> each == signal && decision instanceof Move ? new Stay() : decision);
        table.transition(
                id + "-REFUSED-BUT-MOVES",
                (flow, each, decision) -> each == signal && decision instanceof Refuse refuse && wrong(flow, refuse)
                        ? new RefuseAndMove(refuse, FlowState.STARTED)
                        : decision);
        for (FlowState state : List.of(FlowState.PREPARING, FlowState.COMPLETED, FlowState.TERMINATED)) {
            table.transition(
                    id + "-IN-" + state,
                    (flow, each, decision) -> each == signal && decision instanceof Refuse && flow.state() == state
                            ? new Move(FlowState.STARTED)
                            : decision);
        }
    }

    private static boolean wrong(DataFlow flow, Refuse refuse) {
        return refuse.reason() == Reason.WRONG_STATE && flow.state() != FlowState.STARTED;
    }

    private static void addresses(FaultTable table) {
        table.answer(
                "RESUME-DATA-ADDRESS-MISSING",
                success(Operation.RESUME),
                answer -> answer.withObject(body -> MessageFaults.without(body, ADDRESS)));
        table.answer(
                "RESUME-DATA-ADDRESS-FLAT",
                success(Operation.RESUME),
                answer -> answer.withObject(ResumeFaults::flatten));
        table.answer(
                "RESUME-DATA-ADDRESS-EVERYWHERE",
                success(Operation.RESUME).and(flow(flow -> !flow.offersEndpoint())),
                answer -> answer.withObject(body -> {
                    body.putObject(ADDRESS).put("@type", "DataAddress").put("endpointType", "misplaced");
                    return body;
                }));
        table.answer(
                "RESUME-500-WITHOUT-DATA-ADDRESS",
                success(Operation.RESUME)
                        .and(flow(flow -> !flow.offersEndpoint()))
                        .and(exchange -> !hasAddress(exchange)),
                InputFaults::crash);
        table.answer(
                "RESUME-500-ON-DATA-ADDRESS",
                success(Operation.RESUME).and(flow(DataFlow::offersEndpoint)).and(ResumeFaults::hasAddress),
                InputFaults::crash);
    }

    private static boolean hasAddress(Exchange exchange) {
        return Requests.message(exchange.request()).has(ADDRESS);
    }

    private static ObjectNode flatten(ObjectNode body) {
        if (body.path(ADDRESS) instanceof ObjectNode address) {
            address.remove("endpointProperties");
            address.put("authType", "bearer").put("authorization", "fake");
        }
        return body;
    }

    /** Breaks on the start of a suspended flow, which nobody has written. */
    private static final class NeverResumes implements TransitionHook, AnswerHook {

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            return signal == Signal.START_FLOW && flow.state() == FlowState.SUSPENDED
                    ? new Refuse(Reason.WRONG_STATE, "this is not written yet")
                    : decision;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            boolean suspended = exchange.flow()
                    .filter(flow -> flow.state() == FlowState.SUSPENDED)
                    .isPresent();
            return suspended && exchange.is(Operation.START_FLOW) && exchange.refusedFor(Kind.WRONG_STATE)
                    ? InputFaults.crash(answer)
                    : answer;
        }
    }

    /** Honours the first resume of a flow and none after it. */
    private static final class OnlyOnce implements TransitionHook, AnswerHook {

        private final Set<DataFlow> resumed = ConcurrentHashMap.newKeySet();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            return signal == Signal.RESUME && decision instanceof Move && resumed.contains(flow)
                    ? new Refuse(Reason.WRONG_STATE, "a flow can be resumed once")
                    : decision;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            exchange.flow()
                    .filter(flow -> success(Operation.RESUME).test(exchange))
                    .ifPresent(resumed::add);
            return answer;
        }
    }
}
