package org.dpstck.reference.authorization;

/** One thing that a data plane checks of a registration or of a token; a fault leaves it out. */
public enum Check {
    /** There is a token at all. */
    PRESENCE,
    /** The token is signed, where keys are registered. */
    ALGORITHM,
    /** The algorithm suits the kind of the key. */
    KEY_TYPE,
    SIGNATURE,
    /** The key is the one that the token names. */
    KID,
    /** The required claims are there. */
    CLAIMS,
    /** A control plane that registered no keys is believed by its claims. */
    NO_KEYS_NEEDED,
    /** Keys are fetched from the URL that was registered. */
    KEYS_FETCHED,
    EXPIRY,
    SUBJECT,
    AUDIENCE,
    ISSUER,
    SCOPE,
    /** The subject is compared letter by letter. */
    VERBATIM,
    PARTICIPANT_CONTEXT,
    /** The actor of an exchanged token decides nothing. */
    ACTOR_IGNORED,
    /** The profile's required members are there. */
    MEMBERS,
    /** No keys stand in a registration that must name their URL. */
    INLINE_KEYS
}
