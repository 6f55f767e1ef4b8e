package org.dpstck.dataplane.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The keys by which the control plane of a run signs; each is made once, when it is first asked for.
 *
 * <p>They are RSA keys, as in the examples of the documents: what understands JSON Web Keys at all knows these.
 */
public final class SigningKeys {

    private static final int BITS = 2048;

    private final Map<String, FutureTask<RSAKey>> made = new ConcurrentHashMap<>();

    /** The key that is registered first. */
    public RSAKey first() {
        return key("dps-tck-key-1");
    }

    /** A second key of the same control plane. */
    public RSAKey second() {
        return key("dps-tck-key-2");
    }

    /** A key that is never registered. */
    public RSAKey stranger() {
        return key("dps-tck-stranger");
    }

    /** The public keys as a JSON Web Key Set. */
    public static Map<String, Object> publicSet(List<RSAKey> keys) {
        return new JWKSet(keys.stream().map(JWK.class::cast).toList()).toJSONObject(true);
    }

    private RSAKey key(String kid) {
        var task = made.computeIfAbsent(kid, it -> new FutureTask<>(() -> generate(it)));
        task.run(); // Does nothing for all but the first.
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a key was made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no key could be made", e.getCause());
        }
    }

    private static RSAKey generate(String kid) throws JOSEException {
        return new RSAKeyGenerator(BITS).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
    }
}
