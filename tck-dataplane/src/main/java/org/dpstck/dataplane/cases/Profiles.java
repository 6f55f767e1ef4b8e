package org.dpstck.dataplane.cases;

import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.TransferProfile;

/** The published transfer profiles that cases are about. */
final class Profiles {

    private static final String HTTP = "http";

    private Profiles() {}

    /** Whether the edition has the HTTP profile. */
    static boolean has(Edition edition) {
        return edition.profiles().containsKey(HTTP);
    }

    /** The HTTP profile of an edition that has it. */
    static TransferProfile http(Edition edition) {
        return edition.profiles().get(HTTP);
    }
}
