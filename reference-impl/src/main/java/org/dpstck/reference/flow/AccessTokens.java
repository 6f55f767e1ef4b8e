package org.dpstck.reference.flow;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Makes access tokens; whoever checks one looks for it among those that were made, so that nothing need be read from it. */
final class AccessTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private AccessTokens() {}

    /** A token that tells nothing. */
    static String opaque() {
        return BASE64.encodeToString(random(24));
    }

    /** A token in JWT format, about nobody in particular; its signature is known to this plane alone. */
    static String jwt() {
        String claims = "{\"jti\":\"" + UUID.randomUUID() + "\",\"iat\":" + System.currentTimeMillis() / 1000 + "}";
        return part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + part(claims) + "."
                + BASE64.encodeToString(random(32));
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
