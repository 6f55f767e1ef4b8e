package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.refused;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.Decision.Reason;
import org.dpstck.reference.flow.Decision.Refuse;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is left of a request that was refused or of a flow that has failed, and rules about content that nobody wrote down. */
final class AftermathFaults {

    private static final int WIDTH_OF_A_COLUMN = 255;
    private static final Set<Signal> LATE = EnumSet.of(Signal.PREPARATION_DONE, Signal.START_DONE);
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}.*");

    private static final Set<Kind> MEMBERS = EnumSet.of(
            Kind.MISSING_PROPERTY, Kind.MISTYPED_PROPERTY, Kind.MISTYPED_OPTIONAL, Kind.DATA_ADDRESS_FORBIDDEN);

    private AftermathFaults() {}

    static void addTo(FaultTable table) {
        table.add("REFUSED-CREATION-MOVES-CALLBACKS", Redirected::new);
        table.add("REFUSED-CREATION-CANCELS-PENDING", Cancelled::new);
        table.add("REFUSAL-BLOCKS-FLOW", Blocked::new);
        table.add("FAILED-FLOW-GOES-ON", Undead::new);
        table.add("TERMINATE-CALLS-ERRORED", ErroredAtTheEnd::new);
        table.add("SUSPENSION-LOSES-CALLBACKS", Interrupted::new);
        table.callback("REFUSAL-CALLS-ERRORED", new CallbackHook() {
            @Override
            public boolean isReported(DataFlow flow, Signal refused) {
                return !flow.state().isTerminal();
            }
        });
        table.add("CREATION-RACE", Unlocked::new);
        table.add(
                "SUSPEND-MOVES-BEFORE-CHECK",
                () -> new Hasty(refused(Operation.SUSPEND, Kind.MISTYPED_OPTIONAL), FlowState.SUSPENDED));
        table.add(
                "STARTED-MOVES-BEFORE-CHECK",
                () -> new Hasty(refused(Operation.STARTED, Kind.DATA_ADDRESS_FORBIDDEN), FlowState.STARTED));
        table.add("REFUSED-MEMBER-TERMINATES", () -> new Hasty(AftermathFaults::isForAMember, FlowState.TERMINATED));
        for (Operation signal : List.of(Operation.SUSPEND, Operation.TERMINATE)) {
            refuses(
                    table,
                    signal,
                    "LONG-REASON",
                    message -> message.path("reason").asString("").length() > WIDTH_OF_A_COLUMN);
        }
        for (Operation opening : List.of(Operation.PREPARE, Operation.START)) {
            refuses(table, opening, "REPEATED-LABELS", message -> isRepeated(message.path("labels")));
            refuses(
                    table,
                    opening,
                    "OTHER-MESSAGE-ID",
                    message -> message.path("messageId").isString()
                            && !UUID.matcher(message.path("messageId").asString())
                                    .matches());
        }
    }

    private static void refuses(FaultTable table, Operation operation, String what, Predicate<ObjectNode> when) {
        table.request(
                operation + "-REFUSES-" + what,
                request -> Requests.ends(request, operation.word()) ? Requests.spoiled(request, when) : request);
    }

    private static boolean isForAMember(Exchange exchange) {
        return MEMBERS.stream().anyMatch(exchange::refusedFor);
    }

    private static boolean isRepeated(JsonNode labels) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        for (JsonNode label : labels) {
            if (!seen.add(label.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Moves a flow before it finds out that the message is not in order. */
    private static final class Hasty implements AnswerHook {

        private final Predicate<Exchange> when;
        private final FlowState target;
        private final Map<String, DataFlow> flows = new ConcurrentHashMap<>();

        /**
         * Haste.
         *
         * @param when it shows
         * @param target where the flow goes then, unless it has ended
         */
        Hasty(Predicate<Exchange> when, FlowState target) {
            this.when = when;
            this.target = target;
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            // A message is read before its flow is looked up, so an earlier exchange has to tell which one it is.
            exchange.flow().ifPresent(flow -> flows.put(flow.id(), flow));
            if (when.test(exchange)) {
                exchange.request().segments().stream()
                        .map(flows::get)
                        .filter(flow -> flow != null && !flow.state().isTerminal())
                        .forEach(flow -> flow.move(target));
            }
            return answer;
        }
    }

    /** Stores the callbackAddress of a message before it finds out that the process has a flow. */
    private static final class Redirected implements AnswerHook, CallbackHook {

        private final Map<DataFlow, String> addresses = new ConcurrentHashMap<>();

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            JsonNode address = Requests.message(exchange.request()).path("callbackAddress");
            if (exchange.refusedFor(Kind.DUPLICATE) && address.isString()) {
                exchange.flow().ifPresent(flow -> addresses.put(flow, address.asString()));
            }
            return answer;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return List.of(callback.withBase(addresses.getOrDefault(callback.flow(), callback.base())));
        }
    }

    /** Cancels what is pending for a process before it looks whether the message is in order. */
    private static final class Cancelled implements TransitionHook {

        private final Set<DataFlow> cancelled = ConcurrentHashMap.newKeySet();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Refuse refuse && refuse.reason() == Reason.DUPLICATE) {
                cancelled.add(flow);
            }
            return LATE.contains(signal) && cancelled.contains(flow)
                    ? new Refuse(Reason.WRONG_STATE, "nothing is pending")
                    : decision;
        }
    }

    /** Does not give back the lock of a flow when it refuses a signal. */
    private static final class Blocked implements TransitionHook {

        private final Set<DataFlow> blocked = ConcurrentHashMap.newKeySet();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Move && blocked.contains(flow)) {
                return new Refuse(Reason.WRONG_STATE, "the flow is locked by another request");
            }
            if (decision instanceof Refuse refuse && refuse.reason() == Reason.WRONG_STATE) {
                blocked.add(flow);
            }
            return decision;
        }
    }

    /** Ends a pending transition of a flow that has failed in the meantime. */
    private static final class Undead implements TransitionHook {

        private final Map<DataFlow, FlowState> failed = new ConcurrentHashMap<>();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (signal == Signal.WIRE_FAILED && flow.state().isPending()) {
                failed.put(flow, flow.opening() == Signal.PREPARE ? FlowState.PREPARED : FlowState.STARTED);
            }
            return LATE.contains(signal) && failed.containsKey(flow) ? new Move(failed.get(flow)) : decision;
        }
    }

    /** Stops watching a transfer when it is suspended, and does not begin again. */
    private static final class Interrupted implements CallbackHook, TransitionHook {

        private final Set<DataFlow> suspended = ConcurrentHashMap.newKeySet();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (signal == Signal.SUSPEND && decision instanceof Move) {
                suspended.add(flow);
            }
            return decision;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return suspended.contains(callback.flow()) ? List.of() : List.of(callback);
        }
    }

    /** Reports a termination that the control plane has asked for as an error. */
    private static final class ErroredAtTheEnd implements CallbackHook {

        @Override
        public boolean isDue(DataFlow flow, Signal signal, boolean due) {
            return due || signal == Signal.TERMINATE;
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return List.of(callback.is("terminated") ? callback.withOperation("errored") : callback);
        }
    }

    /** Looks a process up a moment before it adds the flow, so that two messages may both find none. */
    private static final class Unlocked implements RequestHook, AnswerHook, TransitionHook {

        private static final long MOMENT = Duration.ofMillis(20).toNanos();

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition another = lock.newCondition();
        private final Map<String, Integer> under = new HashMap<>();
        private final Set<String> raced = ConcurrentHashMap.newKeySet();

        @Override
        public Request received(Request request) {
            if (Requests.opens(request)) {
                meet(process(request));
            }
            return request;
        }

        private void meet(String process) {
            lock.lock();
            try {
                under.merge(process, 1, Integer::sum);
                another.signalAll();
                long left = MOMENT;
                while (under.get(process) < 2 && left > 0) {
                    left = another.awaitNanos(left);
                }
                if (under.get(process) > 1) {
                    raced.add(process);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            if (Requests.opens(exchange.request())) {
                lock.lock();
                try {
                    under.computeIfPresent(process(exchange.request()), (any, n) -> n > 1 ? n - 1 : null);
                } finally {
                    lock.unlock();
                }
            }
            return answer;
        }

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            boolean second = decision instanceof Refuse refuse && refuse.reason() == Reason.DUPLICATE;
            return second && raced.contains(flow.request().processId()) ? new Decision.Replace() : decision;
        }

        private static String process(Request request) {
            return Requests.message(request).path("processId").asString("");
        }
    }
}
