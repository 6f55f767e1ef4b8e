package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.flow;
import static org.dpstck.reference.fault.When.success;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;

/** Status that does not tell the truth. */
final class StatusFaults {

    /** How long a state is withheld: longer than a client would wait before it asks. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final Map<String, Signal> CALLBACKS = Map.of(
            "PREPARED", Signal.PREPARATION_DONE,
            "STARTED", Signal.START_DONE,
            "COMPLETED", Signal.WIRE_COMPLETED,
            "ERRORED", Signal.WIRE_FAILED);

    private StatusFaults() {}

    static void addTo(FaultTable table) {
        Set<Signal> all = EnumSet.allOf(Signal.class);
        table.add("STATUS-LAGS", () -> new Withheld(all, Duration.ofDays(1)));
        for (Signal signal : List.of(Signal.STARTED, Signal.SUSPEND, Signal.TERMINATE, Signal.COMPLETED)) {
            table.add(signal + "-LATE", () -> new Withheld(EnumSet.of(signal), LATE));
        }
        CALLBACKS.keySet().stream()
                .sorted()
                .forEach(name -> table.add(
                        name + "-CALLBACK-BEFORE-STATE",
                        () -> new Withheld(EnumSet.of(CALLBACKS.get(name)), Duration.ofSeconds(2))));
        table.answer(
                "STATUS-ALWAYS-STARTED",
                success(Operation.STATUS),
                answer -> answer.withObject(body -> body.put("state", FlowState.STARTED.name())));
        for (FlowState state : List.of(FlowState.STARTED, FlowState.SUSPENDED)) {
            table.answer(
                    "STATUS-404-IN-" + state,
                    success(Operation.STATUS).and(flow(flow -> flow.state() == state)),
                    answer -> Answer.problem(new Refusal(Kind.UNKNOWN_FLOW, "there is no such data flow")));
        }
    }

    /** Tells the former state for a while after some signals have moved a flow. */
    private static final class Withheld implements TransitionHook, AnswerHook {

        private final Set<Signal> signals;
        private final Duration howLong;
        private final Map<DataFlow, Former> former = new ConcurrentHashMap<>();

        private record Former(FlowState state, long until) {}

        Withheld(Set<Signal> signals, Duration howLong) {
            this.signals = signals;
            this.howLong = howLong;
        }

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Decision.Move && flow.state() != FlowState.INITIALIZED) {
                if (signals.contains(signal)) {
                    former.put(flow, new Former(flow.state(), System.nanoTime() + howLong.toNanos()));
                } else {
                    former.remove(flow);
                }
            }
            return decision;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            Former withheld = exchange.flow().map(former::get).orElse(null);
            if (withheld == null || !success(Operation.STATUS).test(exchange) || System.nanoTime() > withheld.until()) {
                return answer;
            }
            return answer.withObject(body -> body.put("state", withheld.state().name()));
        }
    }
}
