package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.success;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.json.Json;

/** Answers and callbacks in the form that the release candidates give them. */
final class CandidateFaults {

    private static final String MESSAGE = "messageId";
    private static final List<String> CALLBACKS = List.of("prepared", "started", "completed", "errored");

    private CandidateFaults() {}

    static void addTo(FaultTable table) {
        for (Operation answered : List.of(Operation.PREPARE, Operation.START, Operation.RESUME)) {
            table.answer(
                    answered + "-MESSAGE-ID-MISSING",
                    success(answered),
                    answer -> answer.withObject(body -> MessageFaults.without(body, MESSAGE)));
            table.answer(
                    answered + "-MESSAGE-ID-NUMBER",
                    success(answered),
                    answer -> answer.withObject(body -> body.put(MESSAGE, 7)));
        }
        for (String operation : CALLBACKS) {
            change(table, When.kebab(operation) + "-CALLBACK-MESSAGE-ID-MISSING", operation, CandidateFaults::nameless);
        }
        change(table, "COMPLETED-CALLBACK-EMPTY", "completed", callback -> callback.withBody(""));
        table.transition(
                "ERRORED-ENDS-FLOW",
                (flow, signal, decision) -> signal == Signal.WIRE_BROKEN ? new Move(FlowState.TERMINATED) : decision);
        table.callback("TERMINATED-CALLBACK-SENT", new CallbackHook() {
            @Override
            public boolean isDue(DataFlow flow, Signal signal, boolean due) {
                return due || signal == Signal.TERMINATE;
            }
        });
    }

    private static Callback nameless(Callback callback) {
        return Json.tryObject(callback.body())
                .map(body -> callback.withBody(Json.write(MessageFaults.without(body, MESSAGE))))
                .orElse(callback);
    }

    private static void change(FaultTable table, String id, String operation, UnaryOperator<Callback> defect) {
        table.callback(id, new CallbackHook() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                return List.of(callback.is(operation) ? defect.apply(callback) : callback);
            }
        });
    }
}
