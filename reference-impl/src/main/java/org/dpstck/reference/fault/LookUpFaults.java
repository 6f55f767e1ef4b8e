package org.dpstck.reference.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.hook.FlowHook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Request;

/** Flows that are found by what is not their id. */
final class LookUpFaults {

    private static final String FLOWS = "dataflows";
    private static final Set<String> WILDCARDS = Set.of("%", "*");

    private LookUpFaults() {}

    static void addTo(FaultTable table) {
        table.add("FLOW-ID-BY-PREFIX", () -> new LookUp((asked, id) -> !asked.isEmpty() && id.startsWith(asked)));
        table.add("FLOW-ID-CUT", () -> new LookUp(String::startsWith));
        table.add("FLOW-ID-BY-PATTERN", () -> new LookUp((asked, id) -> WILDCARDS.contains(asked)));
    }

    /** Finds a flow if no other one has the id that is asked for. */
    private static final class LookUp implements FlowHook, RequestHook {

        private final BiPredicate<String, String> matches;
        private final Set<String> ids = ConcurrentHashMap.newKeySet();

        /**
         * A way to find flows.
         *
         * @param matches the text that was asked for and the id of a flow
         */
        LookUp(BiPredicate<String, String> matches) {
            this.matches = matches;
        }

        @Override
        public String id(FlowRequest request, String proposed) {
            ids.add(proposed);
            return proposed;
        }

        @Override
        public Request received(Request request) {
            int at = request.segments().indexOf(FLOWS) + 1;
            if (at == 0 || at >= request.segments().size()) {
                return request;
            }
            String asked = request.segments().get(at);
            List<String> path = new ArrayList<>(request.segments());
            ids.stream()
                    .filter(id -> !ids.contains(asked) && matches.test(asked, id))
                    .findFirst()
                    .ifPresent(id -> path.set(at, id));
            return request.withSegments(path);
        }
    }
}
