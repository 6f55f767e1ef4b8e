package org.dpstck.core.sut;

/**
 * Where the registration of control planes is served, for a system that has it elsewhere than its edition says.
 *
 * @param register where control planes register, relative to the base URL; null for the path of the edition
 * @param registration where one registration is updated and deleted, with {@code {controlplaneId}}; null as before
 */
public record Paths(String register, String registration) {

    /** What stands for the id of the control plane. */
    static final String ID = "{controlplaneId}";

    /** The paths of the edition. */
    public static Paths defaults() {
        return new Paths(null, null);
    }

    /** A path of one's own; its text if it can be one. */
    static String path(String text) {
        if (!text.startsWith("/") || text.matches(".*[?#\\s].*")) {
            throw new IllegalArgumentException("is no path below the base URL");
        }
        return text;
    }

    /** A path that names a registration. */
    static String item(String text) {
        if (!text.contains(ID)) {
            throw new IllegalArgumentException("does not say where the id of the control plane goes");
        }
        return path(text);
    }
}
