package org.dpstck.reference.hook;

import java.util.List;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Changes the messages about a flow that leave the plane, in successful answers and in callbacks. */
@FunctionalInterface
public interface MessageHook extends AnswerHook, CallbackHook {

    /** Returns the message to send. */
    ObjectNode rewritten(DataFlow flow, ObjectNode message);

    @Override
    default Answer finished(Exchange exchange, Answer answer) {
        return exchange.refusal().isPresent()
                ? answer
                : exchange.flow()
                        .map(flow -> answer.withObject(message -> rewritten(flow, message)))
                        .orElse(answer);
    }

    @Override
    default List<Callback> outgoing(Callback callback) {
        return List.of(Json.tryObject(callback.body())
                .map(message -> callback.withBody(Json.write(rewritten(callback.flow(), message))))
                .orElse(callback));
    }
}
