package org.dpstck.core.edition;

import java.util.Locale;

/** Which way the credentials of a registration are used; no document says it in so many words (position 81). */
public enum AuthorizationUse {
    /** The data plane proves itself with them when it calls back. */
    CALLBACKS,
    /** The control plane proves itself with them when it sends requests. */
    REQUESTS;

    /** How descriptions and editions write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
