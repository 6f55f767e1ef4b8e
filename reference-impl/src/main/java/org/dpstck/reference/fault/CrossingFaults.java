package org.dpstck.reference.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Decision.Move;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;

/** A state that is looked at first and changed a moment later, while a terminate comes in between. */
final class CrossingFaults {

    private static final String TERMINATE = "terminate";
    private static final Map<Signal, FlowState> TARGETS = Map.of(
            Signal.STARTED, FlowState.STARTED,
            Signal.SUSPEND, FlowState.SUSPENDED,
            Signal.RESUME, FlowState.STARTED,
            Signal.START_FLOW, FlowState.STARTED);

    private CrossingFaults() {}

    static void addTo(FaultTable table) {
        table.add("SIGNAL-UNDOES-TERMINATE", Overtaken::new);
        table.add("PENDING-TRANSITION-UNDOES-TERMINATE", LateWriter::new);
    }

    /** Serves a signal with the state that the flow had when it came. */
    private static final class Overtaken implements RequestHook, AnswerHook, TransitionHook {

        private static final Duration MOMENT = Duration.ofMillis(30);

        private final Map<String, CountDownLatch> ended = new ConcurrentHashMap<>();
        private final Set<String> overtaken = ConcurrentHashMap.newKeySet();

        @Override
        public Request received(Request request) {
            if (request.method().equals("POST")
                    && request.segments().size() > 2
                    && !Requests.ends(request, TERMINATE)) {
                awaitTerminate(flow(request));
            }
            return request;
        }

        private void awaitTerminate(String flow) {
            CountDownLatch end = ended.computeIfAbsent(flow, any -> new CountDownLatch(1));
            try {
                if (end.getCount() > 0 && end.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                    overtaken.add(flow);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Answer finished(Exchange exchange, Answer answer) {
            if (exchange.is(Operation.TERMINATE) && answer.isSuccess()) {
                ended.computeIfAbsent(flow(exchange.request()), any -> new CountDownLatch(1))
                        .countDown();
            }
            return answer;
        }

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            return TARGETS.containsKey(signal) && overtaken.contains(flow.id())
                    ? new Move(TARGETS.get(signal))
                    : decision;
        }

        private static String flow(Request request) {
            return request.segments().get(request.segments().size() - 2);
        }
    }

    /** Writes the state down a moment after an asynchronous transition, whatever it has become by then. */
    private static final class LateWriter implements TransitionHook {

        private static final Duration LATER = Duration.ofMillis(50);
        private static final long RECENT = Duration.ofMillis(250).toNanos();

        private final Map<DataFlow, Arrived> arrived = new ConcurrentHashMap<>();

        @Override
        public Decision decided(DataFlow flow, Signal signal, Decision decision) {
            if (decision instanceof Move move) {
                if (signal == Signal.PREPARATION_DONE || signal == Signal.START_DONE) {
                    arrived.put(flow, new Arrived(move.target(), System.nanoTime()));
                } else if (signal == Signal.TERMINATE) {
                    Arrived before = arrived.get(flow);
                    if (before != null && System.nanoTime() - before.at() < RECENT) {
                        CompletableFuture.delayedExecutor(LATER.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(() -> flow.move(before.state()));
                    }
                }
            }
            return decision;
        }

        private record Arrived(FlowState state, long at) {}
    }
}
