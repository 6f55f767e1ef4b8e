package org.dpstck.reference.renewal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed JSON Web Token, taken apart and not yet believed.
 *
 * @param header with {@code kid} and {@code alg}
 * @param claims with {@code iss}, {@code sub}, {@code aud} and {@code token}
 * @param signed what the signature is over
 * @param signature the signature
 */
record Jwt(ObjectNode header, ObjectNode claims, String signed, byte[] signature) {

    private static final int PARTS = 3;

    /** Takes a compact token apart; the exception says that it is none. */
    static Jwt parse(String compact) throws GeneralSecurityException {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new GeneralSecurityException("the bearer token is not a signed JWT");
        }
        try {
            return new Jwt(
                    object(parts[0]),
                    object(parts[1]),
                    parts[0] + "." + parts[1],
                    Base64.getUrlDecoder().decode(parts[2]));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("the bearer token is not base64url", notBase64);
        }
    }

    private static ObjectNode object(String part) throws GeneralSecurityException {
        String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return Json.tryObject(text)
                .orElseThrow(() -> new GeneralSecurityException("a part of the bearer token is no JSON object"));
    }

    String claim(String name) {
        return claims.path(name).asString("");
    }

    /** Whether the token is meant for {@code audience}, alone or among others. */
    boolean isFor(String audience) {
        JsonNode aud = claims.path("aud");
        if (!aud.isArray()) {
            return audience.equals(aud.asString(""));
        }
        for (JsonNode each : aud) {
            if (audience.equals(each.asString(""))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the token says that its time is over; one that names no end has none. */
    boolean isExpired(long nowSeconds) {
        return claims.path("exp").isNumber() && claims.path("exp").asLong() <= nowSeconds;
    }

    void verify(VerificationKey key) throws GeneralSecurityException {
        boolean valid = key.algorithm().equals(header.path("alg").asString(""))
                && key.verifies(signed.getBytes(StandardCharsets.US_ASCII), signature);
        if (!valid) {
            throw new GeneralSecurityException("the signature of the bearer token is wrong");
        }
    }
}
