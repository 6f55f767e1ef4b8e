package org.dpstck.core.sut;

import java.util.Map;

/**
 * Where operations and the registration of control planes are, for a system that has them elsewhere than its edition says.
 *
 * @param register where control planes register, relative to the base URL; null for the path of the edition
 * @param registration where one registration is updated and deleted, with {@code {controlplaneId}}; null as before
 * @param operations paths of operations on flows, by the name of the operation; empty for those of the edition
 */
public record Paths(String register, String registration, Map<String, String> operations) {

    /** What stands for the id of the control plane. */
    static final String ID = "{controlplaneId}";

    private static final String FLOW = "{dataFlowId}";

    /** The paths of the edition. */
    public static Paths defaults() {
        return new Paths(null, null, Map.of());
    }

    /** A path of one's own; its text if it can be one. */
    static String path(String text) {
        if (!text.startsWith("/") || text.matches(".*[?#\\s].*")) {
            throw new IllegalArgumentException("is no path below the base URL");
        }
        return text;
    }

    /** A path that names a flow. */
    static String flow(String text) {
        if (!text.contains(FLOW)) {
            throw new IllegalArgumentException("does not say where the id of the flow goes");
        }
        return path(text);
    }

    /** A path that names a registration. */
    static String item(String text) {
        if (!text.contains(ID)) {
            throw new IllegalArgumentException("does not say where the id of the control plane goes");
        }
        return path(text);
    }
}
