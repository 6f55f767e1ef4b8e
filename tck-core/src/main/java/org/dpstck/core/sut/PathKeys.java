package org.dpstck.core.sut;

import java.util.Map;
import java.util.TreeMap;

/** Keys of the description about the paths of single operations, where they are not those of the edition. */
final class PathKeys {

    static final Key START = path("start", "Where flows are started");
    static final Key SUSPEND = path("suspend", "Where a flow is suspended, with {dataFlowId}");
    static final Key TERMINATE = path("terminate", "Where a flow is terminated, with {dataFlowId}");
    static final Key STATUS = path("status", "Where the state of a flow is asked for, with {dataFlowId}");
    static final Key CHECK = path("check", "Where the data plane is asked whether it is there");

    /** All of them, by the names of the operations. */
    static final Map<String, Key> ALL = new TreeMap<>(
            Map.of("start", START, "suspend", SUSPEND, "terminate", TERMINATE, "status", STATUS, "check", CHECK));

    private PathKeys() {}

    private static Key path(String operation, String what) {
        return Key.optional(
                "paths." + operation, Key.Type.TEXT, "", what + ", relative to url; the edition's path when absent.");
    }
}
