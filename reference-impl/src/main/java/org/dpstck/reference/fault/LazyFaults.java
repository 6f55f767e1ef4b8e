package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.success;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;

/** Whole ways of being lazy: no check of the state, one answer for everything, one state for all flows. */
final class LazyFaults {

    private static final Map<Signal, FlowState> TARGETS = Map.of(
            Signal.STARTED, FlowState.STARTED,
            Signal.SUSPEND, FlowState.SUSPENDED,
            Signal.TERMINATE, FlowState.TERMINATED,
            Signal.COMPLETED, FlowState.COMPLETED);

    /** Long enough for a first look at the terminal state, and shorter than a suite would wait before a second one. */
    private static final Duration BEFORE_REVIVAL = Duration.ofMillis(350);

    private LazyFaults() {}

    static void addTo(FaultTable table) {
        table.transition("SIGNALS-WITHOUT-STATE-CHECK", LazyFaults::blindly);
        table.transition("COMPLETED-ON-SENDER-SUSPENDS", LazyFaults::suspendsSender);
        table.transition("START-DUPLICATE-409-BUT-RESTARTS", LazyFaults::restarts);
        refusals(table, "REFUSALS-200", 200);
        refusals(table, "REFUSALS-302", 302);
        refusals(table, "REFUSALS-500", 500);
        refusals(table, "REFUSALS-503", 503);
        table.answer(
                "SIGNALS-200-FOR-ANY-ID",
                exchange -> exchange.refusedFor(Kind.UNKNOWN_FLOW) && !exchange.is(Operation.STATUS),
                answer -> Answer.empty(200));
        table.answer(
                "COMPLETED-500-ON-SENDER",
                exchange -> exchange.is(Operation.COMPLETED) && exchange.refusedFor(Kind.WRONG_SIDE),
                answer -> answer.withStatus(500));
        table.add("STATUS-FOLLOWS-REFUSED-SIGNALS", FollowsRefused::new);
        table.add("STATUS-OF-ANOTHER-FLOW", LastMoved::new);
        for (FlowState terminal : List.of(FlowState.COMPLETED, FlowState.TERMINATED)) {
            table.add(terminal + "-REVIVES-LATER", () -> new Revival(terminal));
        }
    }

    private static void refusals(FaultTable table, String id, int status) {
        table.answer(
                id,
                exchange -> exchange.refusal().isPresent(),
                answer -> status == 302
                        ? answer.withStatus(status).withHeader("Location", "/sorry")
                        : answer.withStatus(status));
    }

    private static Decision blindly(DataFlow flow, Signal signal, Decision decision) {
        FlowState target = TARGETS.get(signal);
        return target != null && decision instanceof Refuse ? new Move(target) : decision;
    }

    private static Decision suspendsSender(DataFlow flow, Signal signal, Decision decision) {
        boolean wrongSide = decision instanceof Refuse refuse && refuse.reason() == Reason.WRONG_SIDE;
        return signal == Signal.COMPLETED && wrongSide && flow.state() == FlowState.STARTED
                ? new Move(FlowState.SUSPENDED)
                : decision;
    }

    private static Decision restarts(DataFlow flow, Signal signal, Decision decision) {
        return signal == Signal.START
                        && decision instanceof Refuse refuse
                        && refuse.reason() == Reason.DUPLICATE
                        && EnumSet.of(FlowState.PREPARED, FlowState.SUSPENDED).contains(flow.state())
                ? new Decision.RefuseAndMove(refuse, FlowState.STARTED)
                : decision;
    }

    private static Answer saying(Answer answer, FlowState state) {
        return answer.withObject(body -> body.put("state", state.name()));
    }

    /** Remembers the signal and not what became of it. */
    private static final class FollowsRefused implements TransitionHook, AnswerHook {

        private final Map<DataFlow, FlowState> wished = new ConcurrentHashMap<>();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Refuse && TARGETS.containsKey(signal)) {
                wished.put(flow, TARGETS.get(signal));
            } else {
                wished.remove(flow);
            }
            return decision;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            FlowState said = exchange.flow().map(wished::get).orElse(null);
            return said != null && success(Operation.STATUS).test(exchange) ? saying(answer, said) : answer;
        }
    }

    /** Keeps one state for all flows: that of the flow that moved last. */
    private static final class LastMoved implements TransitionHook, AnswerHook {

        private static final Set<FlowState> NONE_YET = Set.of(FlowState.INITIALIZED);

        private final AtomicReference<DataFlow> last = new AtomicReference<>();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Move) {
                last.set(flow);
            }
            return decision;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            FlowState state =
                    last.get() == null ? FlowState.INITIALIZED : last.get().state();
            return success(Operation.STATUS).test(exchange) && !NONE_YET.contains(state)
                    ? saying(answer, state)
                    : answer;
        }
    }

    /** Says for a moment that a flow has ended, and that it is STARTED from then on. */
    private static final class Revival implements TransitionHook, AnswerHook {

        private final FlowState terminal;
        private final Map<DataFlow, Long> since = new ConcurrentHashMap<>();

        /** Flows that ended by themselves, with how often each was reported as ended. */
        private final Map<DataFlow, Integer> ownEnds = new ConcurrentHashMap<>();

        /** The sorts of flows whose end was looked at: what waits for an end and confirms it sees it, however late. */
        private final Set<String> told = ConcurrentHashMap.newKeySet();

        Revival(FlowState terminal) {
            this.terminal = terminal;
        }

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Move move && move.target() == terminal) {
                since.put(flow, System.nanoTime());
                if (signal == Signal.WIRE_COMPLETED || signal == Signal.WIRE_FAILED) {
                    ownEnds.put(flow, 0);
                }
            }
            return decision;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            DataFlow flow = exchange.flow().filter(since::containsKey).orElse(null);
            if (flow == null || !success(Operation.STATUS).test(exchange)) {
                return answer;
            }
            Integer looks = ownEnds.computeIfPresent(flow, (any, before) -> before + 1);
            if (looks != null && looks == 1) {
                since.put(flow, System.nanoTime());
            }
            String sort = flow.side() + " " + flow.request().direction() + " " + (looks != null);
            boolean unknown = !told.contains(sort);
            if (looks == null || looks > 1) {
                told.add(sort);
            }
            return unknown || System.nanoTime() - since.get(flow) < BEFORE_REVIVAL.toNanos()
                    ? answer
                    : saying(answer, FlowState.STARTED);
        }
    }
}
