package org.dpstck.reports.certificate;

/** A file is no certificate of this kit, or one that was changed so that it cannot be read any more. */
public final class MalformedCertificateException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
