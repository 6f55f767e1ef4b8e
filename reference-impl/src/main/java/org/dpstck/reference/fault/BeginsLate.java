package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.success;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.TransitionHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;

/** Each start of a push is acknowledged at once, and the push is RECEIVED and nothing more for a while. */
final class BeginsLate implements TransitionHook, AnswerHook {

    private static final Duration LATE = Duration.ofSeconds(1);

    private final Map<DataFlow, Long> begins = new ConcurrentHashMap<>();

    @Override
    public Decision decided(DataFlow flow, Signal signal, Decision decision) {
        if (flow.request().direction() == Direction.PUSH && !(decision instanceof Decision.Refuse)) {
            if (signal == Signal.START) {
                begins.put(flow, System.nanoTime() + LATE.toNanos());
            } else {
                begins.remove(flow);
            }
        }
        return decision;
    }

    @Override
    public Answer finished(Exchange exchange, Answer answer) {
        Long moment = exchange.flow().map(begins::get).orElse(null);
        return moment == null || !success(Operation.STATUS).test(exchange) || System.nanoTime() - moment > 0
                ? answer
                : answer.withObject(body -> body.put("state", "RECEIVED"));
    }
}
