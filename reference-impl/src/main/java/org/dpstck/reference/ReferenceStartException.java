package org.dpstck.reference;

/**
 * Thrown when a reference plane cannot be started as asked.
 *
 * <p>The message says what was wrong with the options, or which port was taken, and what to do about it.
 */
public final class ReferenceStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReferenceStartException(String message) {
        super(message);
    }

    ReferenceStartException(String message, Exception cause) {
        super(message, cause);
    }

    static ReferenceStartException portTaken(String host, int port, Exception cause) {
        return new ReferenceStartException(
                "Port " + port + " of " + host
                        + " cannot be opened. Choose another port, or 0 for any free one, or end the program that"
                        + " uses it. (" + cause.getMessage() + ")",
                cause);
    }
}
