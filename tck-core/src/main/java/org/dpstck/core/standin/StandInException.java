package org.dpstck.core.standin;

/** The stand-in cannot listen where it was told to. */
public final class StandInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the address and the fix. */
    public StandInException(String address, Throwable cause) {
        super(
                "cannot listen for callbacks on " + address
                        + ": the port is in use or the address is not this machine's; choose another with callback.bind"
                        + " (port 0 takes any free one)",
                cause);
    }
}
