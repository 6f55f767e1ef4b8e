package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.standin.Served;

/** Answers of the data plane of the suite. */
public final class Answers {

    private static final int REFUSED = 400;
    private static final String ADDRESS = "dataAddress";

    private Answers() {}

    /** It is done: the synchronous answer of the edition. */
    public static Served done(Operation signal, DataFlow flow) {
        var answer = signal.answer();
        if (answer.state() != null) {
            flow.isIn(answer.state());
        }
        return answer.message() == null
                ? Served.empty(answer.status())
                : Served.json(answer.status(), body(flow, answer.message(), flow.state()));
    }

    /** It is done, but the data address is missing that the other side needs. */
    public static Served doneWithoutAddress(Operation signal, DataFlow flow) {
        var answer = signal.answer();
        flow.isIn(answer.state());
        var body = message(flow, answer.message(), answer.state());
        body.remove(ADDRESS);
        return Served.json(answer.status(), Json.text(body));
    }

    /** It is done, and the answer has this data address. */
    public static BiFunction<Operation, DataFlow, Served> offering(Map<String, Object> address) {
        return (signal, flow) -> {
            var answer = signal.answer();
            flow.isIn(answer.state());
            var body = message(flow, answer.message(), flow.state());
            body.put(ADDRESS, written(flow, address));
            return Served.json(answer.status(), Json.text(body));
        };
    }

    /**
     * It is not done yet: the asynchronous answer of the edition, or where it has none an answer that is kept until the
     * case has let go of the transfer: a control plane may do nothing else meanwhile.
     *
     * @param hold how long at most
     */
    static BiFunction<Operation, DataFlow, Served> pending(Duration hold) {
        return (signal, flow) -> signal.asynchronousAnswer().isPresent()
                ? later(signal, flow)
                : done(signal, flow).heldUntil(flow.over(), hold);
    }

    /** It will be done: the asynchronous answer of the edition. */
    public static Served later(Operation signal, DataFlow flow) {
        var answer = signal.asynchronousAnswer().orElseThrow();
        flow.isIn(answer.state());
        var location = flow.edition().operation(answer.location()).path().replace("{dataFlowId}", flow.id());
        return Served.json(answer.status(), body(flow, answer.message(), answer.state()))
                .with("Location", location);
    }

    /** It is done, with whatever any edition wants to be told, for a system whose edition nobody knows yet. */
    public static Served inEveryForm(Operation signal, DataFlow flow) {
        if (flow.edition().jsonLd().isPresent()) {
            return done(signal, flow);
        }
        flow.isIn(signal.answer().state());
        var body = new LinkedHashMap<String, Object>();
        body.put("messageId", UUID.randomUUID().toString());
        body.put("dataplaneId", DataPlane.ID);
        body.put("dataFlowId", flow.id());
        body.put("state", flow.state());
        var provider = flow.kind().side() == Side.PROVIDER;
        if (provider == (flow.kind().direction() == Direction.PULL)) {
            body.put(ADDRESS, flow.address());
        }
        return Served.json(signal.answer().status(), Json.text(body));
    }

    /** It is refused, or has failed. */
    public static BiFunction<Operation, DataFlow, Served> status(int code) {
        return (signal, flow) -> Served.json(
                code, "{\"error\": \"" + (code / 100 * 100 == REFUSED ? "refused" : "failed") + " by the suite\"}");
    }

    /** A success whose body is no message. */
    public static BiFunction<Operation, DataFlow, Served> garbage(String body) {
        return (signal, flow) -> Served.json(signal.answer().status(), body);
    }

    /** The connection breaks. */
    public static Served dropped(Operation signal, DataFlow flow) {
        return Served.nothing();
    }

    /** It is done, after a while. */
    public static BiFunction<Operation, DataFlow, Served> slowly(Duration wait) {
        return (signal, flow) -> done(signal, flow).after(wait);
    }

    /** The body of an answer or a callback that reports a state. */
    static String body(DataFlow flow, String message, String state) {
        return Json.text(message(flow, message, state));
    }

    static Map<String, Object> message(DataFlow flow, String message, String state) {
        var about = flow.edition().message(message);
        var body = new LinkedHashMap<String, Object>();
        var due = about.dataAddressDue().stream()
                .anyMatch(it -> it.kind().equals(flow.kind().id()) && it.state().equals(state));
        if (flow.edition().jsonLd().isPresent()) {
            body.put("@context", flow.edition().jsonLd().get().reads());
            body.put("@type", message);
        } else {
            identified(flow, about, state, body);
        }
        if (due) {
            body.put(ADDRESS, written(flow, flow.address()));
        }
        return body;
    }

    /** A data address as messages of the edition have it. */
    private static Object written(DataFlow flow, Map<String, Object> address) {
        return flow.edition()
                .jsonLd()
                .<Object>map(form -> new JsonLdAddress(form).written(address))
                .orElse(address);
    }

    private static void identified(DataFlow flow, Message about, String state, Map<String, Object> body) {
        if (about.declares("messageId")) {
            body.put("messageId", UUID.randomUUID().toString());
        }
        if (about.declares("dataplaneId") || !about.defined()) {
            body.put("dataplaneId", DataPlane.ID);
        }
        body.put("dataFlowId", flow.id());
        body.put("state", state);
    }
}
