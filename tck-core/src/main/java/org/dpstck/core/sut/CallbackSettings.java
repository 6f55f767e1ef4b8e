package org.dpstck.core.sut;

/**
 * How the system reaches the suite's stand-in.
 *
 * @param host the local address that the stand-in listens on
 * @param port the local port, 0 to 65535; 0 lets the operating system choose
 * @param advertise the base URL that the system is told, without a trailing slash; may hold {@code {port}} for the port
 *     in use; null when it follows from host and port
 */
public record CallbackSettings(String host, int port, String advertise) {

    /** The default: a free port of the loopback interface. */
    public static CallbackSettings defaults() {
        return new CallbackSettings("127.0.0.1", 0, null);
    }

    /**
     * The base URL that the system is told.
     *
     * @param boundPort the port that the stand-in listens on, 1 to 65535
     */
    public String baseUrl(int boundPort) {
        if (advertise != null) {
            return advertise.replace("{port}", String.valueOf(boundPort));
        }
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + boundPort;
    }
}
