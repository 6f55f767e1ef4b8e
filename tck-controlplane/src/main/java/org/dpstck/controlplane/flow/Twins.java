package org.dpstck.controlplane.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dpstck.core.edition.FlowKind;

/** Whether a request in correct form works, found out once for each kind. */
final class Twins {

    private final Map<FlowKind, Boolean> known = new ConcurrentHashMap<>();

    boolean get(FlowKind kind, Function<FlowKind, Boolean> finding) {
        return known.computeIfAbsent(kind, finding);
    }
}
