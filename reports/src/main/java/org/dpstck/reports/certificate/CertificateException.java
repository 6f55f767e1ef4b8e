package org.dpstck.reports.certificate;

import java.io.IOException;

/** A key, a certificate, a seal or evidence cannot be used; the message says in one line which file and why. */
public final class CertificateException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Names the file and the fault. */
    public CertificateException(String message) {
        super(message);
    }

    /** Names the file and the fault, with what the reading ran into. */
    public CertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
