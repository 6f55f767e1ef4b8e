package org.dpstck.core.sut;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of keys by which the suite can sign the tokens of a control plane. */
public enum KeyType {
    /** RSA with 2048 bits, which signs with RS256; the examples of the documents have it. */
    RSA,
    /** The elliptic curve P-256, which signs with ES256. */
    EC;

    /** How a configuration names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of an id, whatever its case; empty for an unknown one. */
    public static Optional<KeyType> find(String id) {
        return Arrays.stream(values())
                .filter(type -> type.id().equalsIgnoreCase(id.strip()))
                .findFirst();
    }

    /** Every id, for people. */
    public static String ids() {
        return Arrays.stream(values()).map(KeyType::id).collect(Collectors.joining(", "));
    }
}
