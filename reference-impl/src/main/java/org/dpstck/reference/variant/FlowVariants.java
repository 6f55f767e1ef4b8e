package org.dpstck.reference.variant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.FlowHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;

/** Other choices about flows where the specification leaves one: ids, pace, repeats, extra callbacks. */
final class FlowVariants {

    /** Every character that a path segment may hold without being encoded and that is neither letter nor digit. */
    private static final String PUNCTUATION = "-._~!$&'()*+,;=:@";

    private static final int LONG = 500;
    private static final int DIGITS = 40;
    private static final Duration LATE = Duration.ofMillis(700);

    private FlowVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("NUMERIC-FLOW-IDS", ids((process, proposed) -> digits()));
        table.put("PUNCTUATED-FLOW-IDS", ids((process, proposed) -> PUNCTUATION + UUID.randomUUID()));
        table.put(
                "LONG-FLOW-IDS",
                ids((process, proposed) -> (proposed + "-").repeat(LONG).substring(0, LONG)));
        table.put("FLOW-ID-IS-PROCESS-ID", ids((process, proposed) -> process));
        table.put("ASYNC-EVERYWHERE", new Asynchronous());
        table.put("PURGES-TERMINAL", new Purging());
        table.put("CALLBACK-BEFORE-ANSWER", new Hasty());
        table.put("CALLBACKS-LATE", delayed());
        table.put("CALLBACKS-AFTER-SYNC", due(signal -> signal == Signal.PREPARE || signal == Signal.START));
        table.put("CONSUMER-STARTED-CALLBACK", due(signal -> signal == Signal.STARTED));
        table.put("IDEMPOTENT-REPEATS", (TransitionHook) FlowVariants::idempotent);
        table.put("REPEATED-PREPARE-SAME-FLOW", (TransitionHook) FlowVariants::samePrepared);
        table.put("COMPLETED-ON-SENDER-ACCEPTED", (TransitionHook) FlowVariants::completedOnSender);
        table.put("TERMINAL-DUPLICATE-NEW-FLOW", (TransitionHook) FlowVariants::newAfterTerminal);
        return table;
    }

    private static Decision completedOnSender(DataFlow flow, Signal signal, Decision decision) {
        boolean wrongSide = decision instanceof Refuse refuse && refuse.reason() == Reason.WRONG_SIDE;
        return signal == Signal.COMPLETED && wrongSide && flow.state() == FlowState.STARTED
                ? new Decision.Move(FlowState.COMPLETED)
                : decision;
    }

    private static String digits() {
        return ThreadLocalRandom.current()
                .ints(DIGITS, 1, 10)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }

    private static FlowHook ids(BinaryOperator<String> choice) {
        return new FlowHook() {
            @Override
            public String id(FlowRequest request, String proposed) {
                return choice.apply(request.processId(), proposed);
            }
        };
    }

    private static CallbackHook delayed() {
        return new CallbackHook() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                return List.of(callback.withDelay(LATE));
            }
        };
    }

    private static CallbackHook due(Predicate<Signal> signals) {
        return new CallbackHook() {
            @Override
            public boolean isDue(DataFlow flow, Signal signal, boolean due) {
                return due || (signals.test(signal) && !flow.state().isPending());
            }
        };
    }

    private static Decision idempotent(DataFlow flow, Signal signal, Decision decision) {
        FlowState already =
                switch (signal) {
                    case STARTED -> FlowState.STARTED;
                    case SUSPEND -> FlowState.SUSPENDED;
                    case TERMINATE -> FlowState.TERMINATED;
                    case COMPLETED -> FlowState.COMPLETED;
                    default -> null;
                };
        return flow.state() == already && isRefused(decision, Reason.WRONG_STATE) ? new Decision.Stay() : decision;
    }

    private static Decision samePrepared(DataFlow flow, Signal signal, Decision decision) {
        boolean repeat = signal == Signal.PREPARE && isRefused(decision, Reason.DUPLICATE);
        return repeat && flow.state() == FlowState.PREPARED ? new Decision.Stay() : decision;
    }

    private static Decision newAfterTerminal(DataFlow flow, Signal signal, Decision decision) {
        boolean again = isRefused(decision, Reason.DUPLICATE) && flow.state().isTerminal();
        return again ? new Decision.Replace() : decision;
    }

    private static boolean isRefused(Decision decision, Reason reason) {
        return decision instanceof Refuse refuse && refuse.reason() == reason;
    }

    /** Never ends a prepare or start at once. */
    private record Asynchronous() implements FlowHook {

        @Override
        public Pace pace(FlowRequest request, Pace proposed) {
            return proposed == Pace.SYNC ? Pace.ASYNC : proposed;
        }
    }

    /** Forgets a flow as soon as it is terminal. */
    private record Purging() implements FlowHook {

        @Override
        public boolean keeps(DataFlow flow) {
            return !flow.state().isTerminal();
        }
    }

    /** Ends an asynchronous transition so fast that the callback overtakes the answer. */
    private record Hasty() implements FlowHook, AnswerHook {

        private static final Duration LAG = Duration.ofMillis(400);

        @Override
        public Duration pending(Duration proposed) {
            return Duration.ZERO;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            if (answer.status() != 202) {
                return answer;
            }
            exchange.release();
            return answer.withDelay(LAG);
        }
    }
}
