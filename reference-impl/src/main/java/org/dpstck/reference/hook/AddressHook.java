package org.dpstck.reference.hook;

import java.util.List;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Changes the data addresses of the HTTP profile that leave the plane, in answers and in callbacks. */
@FunctionalInterface
public interface AddressHook extends AnswerHook, CallbackHook {

    /** Returns the address to send. */
    ObjectNode readdressed(ObjectNode address);

    @Override
    default Answer finished(Exchange exchange, Answer answer) {
        return answer.body().contains("dataAddress") ? answer.withObject(this::changed) : answer;
    }

    @Override
    default List<Callback> outgoing(Callback callback) {
        return List.of(Json.tryObject(callback.body())
                .map(body -> callback.withBody(Json.write(changed(body))))
                .orElse(callback));
    }

    private ObjectNode changed(ObjectNode body) {
        boolean ofProfile =
                body.path("dataAddress").path("endpointType").asString("").contains("/profile/http-");
        if (ofProfile && body.path("dataAddress") instanceof ObjectNode address) {
            body.set("dataAddress", readdressed(address));
        }
        return body;
    }
}
