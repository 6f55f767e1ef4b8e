package org.dpstck.reference.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations of the section "Data Plane Endpoint", with their method and path. */
public enum Operation {
    PREPARE("POST", false),
    START("POST", false),
    STARTED("POST", true),
    SUSPEND("POST", true),
    TERMINATE("POST", true),
    COMPLETED("POST", true),
    STATUS("GET", true);

    private final String method;
    private final boolean onFlow;

    Operation(String method, boolean onFlow) {
        this.method = method;
        this.onFlow = onFlow;
    }

    /** The HTTP method, in upper case. */
    public String method() {
        return method;
    }

    /** Whether the path names a flow. */
    public boolean onFlow() {
        return onFlow;
    }

    /** The last segment of the path. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the operation whose path, below the base path, has these decoded segments. */
    public static Optional<Operation> atPath(List<String> segments) {
        return Arrays.stream(values()).filter(each -> each.matches(segments)).findFirst();
    }

    private boolean matches(List<String> segments) {
        int size = onFlow ? 3 : 2;
        return segments.size() == size
                && segments.get(0).equals("dataflows")
                && segments.get(size - 1).equals(word());
    }
}
