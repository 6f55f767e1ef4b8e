package org.dpstck.reference.edition;

/** Which authorization profiles an edition has, and what it says of their tokens (section "Authorization Profiles"). */
public enum AuthorizationForm {

    /** Client credentials and API keys; nothing is said of what the control plane itself presents. */
    SECRETS(true, false, false, false),

    /** Client credentials whose tokens are judged by their claims alone. */
    CLAIMS(false, true, false, false),

    /** Client credentials whose tokens are verified with the keys that were registered, if any were. */
    KEYS(false, true, true, false),

    /** The same, and tokens that a broker has minted. */
    KEYS_AND_EXCHANGE(false, true, true, true);

    private final boolean apiKeys;
    private final boolean claims;
    private final boolean keys;
    private final boolean exchange;

    AuthorizationForm(boolean apiKeys, boolean claims, boolean keys, boolean exchange) {
        this.apiKeys = apiKeys;
        this.claims = claims;
        this.keys = keys;
        this.exchange = exchange;
    }

    /** Whether a control plane may register an API key. */
    public boolean hasApiKeys() {
        return apiKeys;
    }

    /** Whether the edition says what a token of a control plane must hold. */
    public boolean hasClaims() {
        return claims;
    }

    /** Whether a control plane may register the keys of its tokens. */
    public boolean hasKeys() {
        return keys;
    }

    /** Whether a control plane may present tokens that a broker has minted for it. */
    public boolean hasExchange() {
        return exchange;
    }
}
