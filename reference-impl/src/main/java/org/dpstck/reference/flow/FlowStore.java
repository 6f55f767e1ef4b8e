package org.dpstck.reference.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The flows of one data plane, found by flow id or by process id.
 *
 * <p>Opening a flow looks for its process id first and adds it afterwards; the caller holds the store's monitor over
 * both.
 */
public final class FlowStore {

    private static final int STEM = 40;

    private final Map<String, DataFlow> byId = new ConcurrentHashMap<>();
    private final Map<String, DataFlow> byProcess = new ConcurrentHashMap<>();

    /** Adds a flow; an older one of the same process is no longer found by that process. */
    public void add(DataFlow flow) {
        byId.put(flow.id(), flow);
        byProcess.put(flow.request().processId(), flow);
    }

    /** Forgets a flow. */
    public void remove(DataFlow flow) {
        byId.remove(flow.id(), flow);
        byProcess.remove(flow.request().processId(), flow);
    }

    public Optional<DataFlow> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<DataFlow> byProcess(String processId) {
        return Optional.ofNullable(byProcess.get(processId));
    }

    /** The other flows whose processes have ids that begin alike. */
    public List<DataFlow> siblings(DataFlow flow) {
        String stem = stem(flow);
        return all().stream()
                .filter(each -> each != flow && stem(each).equals(stem))
                .toList();
    }

    private static String stem(DataFlow flow) {
        String id = flow.request().processId();
        return id.substring(0, Math.min(id.length(), STEM));
    }

    /** Every flow that is known at this moment. */
    public Collection<DataFlow> all() {
        return List.copyOf(byId.values());
    }
}
