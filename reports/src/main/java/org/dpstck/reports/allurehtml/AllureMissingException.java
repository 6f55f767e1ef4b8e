package org.dpstck.reports.allurehtml;

/** Allure's generator is not on this machine and could not be fetched; the message names what to do. */
public final class AllureMissingException extends Exception {

    private static final long serialVersionUID = 1L;

    AllureMissingException(String message) {
        super(message);
    }
}
