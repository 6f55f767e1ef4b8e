package org.dpstck.cli.console;

/** The command cannot be done as asked; the message is one line that names the fix. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception for the user. */
    public UsageException(String message) {
        super(message);
    }

    /** An exception for the user, with what led to it. */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
