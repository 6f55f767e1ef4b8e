package org.dpstck.reference.fault;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a defect looks at in a request before it is routed, in whatever edition. */
final class Requests {

    private static final String PREPARE = "prepare";
    private static final String START = "start";

    private static final String FLOWS = "dataflows";

    private Requests() {}

    /** The message, or an empty object. */
    static ObjectNode message(Request request) {
        return Json.tryObject(request.text()).orElseGet(Json::object);
    }

    /** Whether the last segment of the path is this one. */
    static boolean ends(Request request, String segment) {
        List<String> path = request.segments();
        return !path.isEmpty() && path.get(path.size() - 1).equals(segment);
    }

    /** Whether the request is to make a flow. */
    static boolean opens(Request request) {
        List<String> path = request.segments();
        return ends(request, FLOWS)
                || (ends(request, PREPARE) || ends(request, START))
                        && path.size() > 1
                        && path.get(path.size() - 2).equals(FLOWS);
    }

    /** The same request with a message that was changed, where it makes a flow. */
    static Request opening(Request request, UnaryOperator<ObjectNode> change) {
        return opens(request) && Json.tryObject(request.text()).isPresent()
                ? request.withJson(Json.write(change.apply(message(request))))
                : request;
    }

    /** A request that cannot be read, where a condition on its message holds. */
    static Request spoiled(Request request, Predicate<ObjectNode> when) {
        return when.test(message(request)) ? request.withJson("?") : request;
    }
}
