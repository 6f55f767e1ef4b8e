package org.dpstck.core.plan;

import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;

/**
 * An argument of a row: a profile, used one way.
 *
 * @param profile that the system has to declare
 * @param use that the edition or the system's description has to speak of
 */
public record Authorization(AuthorizationProfile profile, AuthorizationUse use) {

    @Override
    public String toString() {
        return profile.name();
    }
}
