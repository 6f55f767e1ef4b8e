package org.dpstck.dataplane.flow;

import com.nimbusds.jose.jwk.JWK;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.dataplane.token.SigningKeys;
import org.dpstck.dataplane.token.TokenDesk;

/**
 * What a registration of the suite's control plane says about its authorization; a value.
 *
 * @param profile that it uses
 * @param client id of the client, of which the other values are made
 * @param secret of the client; also the API key
 * @param desk grants the tokens of callbacks
 * @param tokens where the desk is
 * @param keys that sign the tokens of requests; only the public half is told
 * @param keysIn member that tells the keys; null if none does
 * @param keySet where {@code jwksUri} leads
 */
public record AuthorizedAs(
        AuthorizationProfile profile,
        String client,
        String secret,
        TokenDesk desk,
        Endpoint tokens,
        List<JWK> keys,
        String keysIn,
        Endpoint keySet) {

    private static final String KEYS = "jwks";
    private static final String KEYS_URL = "jwksUri";

    /** Copies the list. */
    public AuthorizedAs {
        keys = List.copyOf(keys);
    }

    /** The issuer of a broker's tokens. */
    public String issuer() {
        return "https://" + client + ".example";
    }

    /** The authorization object. */
    public Map<String, Object> entry() {
        var values = Map.of(
                "tokenEndpoint",
                tokens.url(),
                "clientId",
                client,
                "clientSecret",
                secret,
                "apiKey",
                secret,
                "issuer",
                issuer(),
                "jwksUri",
                keySet.url());
        var entry = new LinkedHashMap<String, Object>();
        profile.sends()
                .forEach((member, template) ->
                        entry.put(member, template instanceof String text ? Messages.fill(text, values) : template));
        if (KEYS.equals(keysIn)) {
            entry.put(KEYS, SigningKeys.publicSet(keys));
        } else if (KEYS_URL.equals(keysIn)) {
            entry.put(KEYS_URL, keySet.url());
        }
        return entry;
    }

    /** The member that tells the keys, if one does. */
    public Optional<String> toldIn() {
        return Optional.ofNullable(keysIn);
    }
}
