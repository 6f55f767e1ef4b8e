package org.dpstck.reports;

import java.io.IOException;

/** A file is no run record that this kit can read; the message says in one line which file and why. */
public final class UnreadableRecordException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the file and the fault.
     *
     * @param message one line for the user, with the path
     * @param cause what the reading ran into; null if the content itself is at fault
     */
    public UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
