package org.dpstck.reference.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.http.Request;

/** Where a request about a registration names the control plane, in any edition. */
final class ControlPlanePath {

    private static final String COLLECTION = "controlplanes";
    private static final String ONE = "registration";

    private ControlPlanePath() {}

    /** The id in the path; empty for a request about none. */
    static Optional<String> id(Request request) {
        return position(request).map(request.segments()::get);
    }

    /** The same request about another control plane. */
    static Request withId(Request request, String id) {
        List<String> segments = new ArrayList<>(request.segments());
        segments.set(position(request).orElseThrow(), id);
        return request.withSegments(List.copyOf(segments));
    }

    /** Whether the request brings a message that registers or updates. */
    static boolean isMessage(Request request) {
        return request.segments().contains(COLLECTION) && request.hasBody();
    }

    private static Optional<Integer> position(Request request) {
        List<String> path = request.segments();
        int id = path.indexOf(COLLECTION) + 1;
        boolean alone = id > 0 && path.size() == id + 1 && !path.get(id).equals(ONE);
        boolean below = id > 0 && path.size() == id + 2 && path.get(id + 1).equals(ONE);
        return alone || below ? Optional.of(id) : Optional.empty();
    }
}
