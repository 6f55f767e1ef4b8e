package org.dpstck.core.exchange;

/**
 * Why a request got no usable answer.
 *
 * @param kind the sort of failure, which decides whom it speaks against
 * @param text one line for people
 */
public record WireFailure(Kind kind, String text) {

    /** Sorts of failure. */
    public enum Kind {
        /** No connection: refused, unknown host, no route. */
        UNREACHABLE,
        /** The TLS handshake failed, or TLS was spoken to a plain port. */
        TLS,
        /** Nothing complete came within the time allowed. */
        TIME_OUT,
        /** The connection ended before an answer was complete. */
        DROPPED,
        /** The body is longer than the suite reads. */
        TOO_LARGE,
        /** What came is no HTTP. */
        GARBAGE
    }

    /** Whether the system could not be reached at all. */
    public boolean unreachable() {
        return kind == Kind.UNREACHABLE || kind == Kind.TLS;
    }
}
