package org.dpstck.reference.fault;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Process ids that are kept in a column that is too short for them. */
final class ProcessIds {

    private static final int COLUMN = 40;
    private static final String PROCESS = "processId";
    private static final String FLOWS = "dataflows";

    private ProcessIds() {}

    /** The same request, its process id cut in message and path. */
    static Request cut(Request request) {
        ObjectNode message = Requests.message(request);
        Request changed = request;
        if (message.path(PROCESS).isString()) {
            message.put(PROCESS, cut(message.path(PROCESS).stringValue()));
            changed = request.withText(Json.write(message));
        }
        List<String> path = new ArrayList<>(request.segments());
        int at = path.indexOf(FLOWS) + 1;
        if (at > 0 && at < path.size()) {
            path.set(at, cut(path.get(at)));
        }
        return changed.withSegments(path);
    }

    /** What the column keeps of an id. */
    static String cut(String id) {
        return id.length() > COLUMN ? id.substring(0, COLUMN) : id;
    }
}
