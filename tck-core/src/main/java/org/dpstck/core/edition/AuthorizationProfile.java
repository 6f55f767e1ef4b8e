package org.dpstck.core.edition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A way by which a control plane and a data plane authorize each other (§Authorization Profiles).
 *
 * @param name like {@code client-credentials}, which the ids of its requirements begin with in upper case
 * @param capability id of the capability that a system declares to support it
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param sends the authorization object in its plain form, with placeholders
 * @param used which way its credentials are used, unless the system's description says otherwise
 * @param claims that a token of the control plane must contain; empty where the edition says nothing of such tokens
 * @param keys members that may tell the public keys of these tokens; empty where keys are not verified
 */
public record AuthorizationProfile(
        String name,
        String capability,
        String section,
        String anchor,
        Map<String, Object> sends,
        Set<AuthorizationUse> used,
        List<String> claims,
        List<String> keys) {

    /** Copies the collections; none stands for an empty one. */
    public AuthorizationProfile {
        sends = Collections.unmodifiableMap(new LinkedHashMap<>(sends));
        used = Set.copyOf(used);
        claims = claims == null ? List.of() : List.copyOf(claims);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /** The same profile with its name. */
    AuthorizationProfile named(String other) {
        return new AuthorizationProfile(other, capability, section, anchor, sends, used, claims, keys);
    }

    /** The id of one of its own requirements: its name and the given rest. */
    public String requirement(String rest) {
        return name.toUpperCase(Locale.ROOT) + "-" + rest;
    }

    /** Whether the data plane gets the tokens of its callbacks from a token endpoint of the control plane. */
    public boolean grantsTokens() {
        return sends.containsKey("tokenEndpoint");
    }

    /** Whether callbacks carry a key. */
    public boolean hasKey() {
        return sends.containsKey("key");
    }

    /** Whether the edition says how the data plane verifies tokens of the control plane. */
    public boolean judgesTokens() {
        return !claims.isEmpty();
    }

    /** Whether a broker signs the tokens of the control plane. */
    public boolean isBrokered() {
        return sends.containsKey("issuer");
    }

    @Override
    public String toString() {
        return name;
    }
}
