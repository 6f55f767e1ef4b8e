package org.dpstck.reference.edition;

import java.util.Locale;

/** What a data plane can ask of a control plane; where each is served is a matter of the edition. */
public enum ControlPlaneOperation {
    PREPARED,
    STARTED,
    COMPLETED,
    ERRORED,
    AGREEMENT,
    /** Registers a data plane, or updates it where one operation does both. */
    REGISTER,
    REPLACE_REGISTRATION,
    DELETE_REGISTRATION;

    /** Whether the path names a transfer process. */
    public boolean onTransfer() {
        return switch (this) {
            case PREPARED, STARTED, COMPLETED, ERRORED, AGREEMENT -> true;
            case REGISTER, REPLACE_REGISTRATION, DELETE_REGISTRATION -> false;
        };
    }

    /** The operation in words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
