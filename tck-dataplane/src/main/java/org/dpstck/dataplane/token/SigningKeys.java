package org.dpstck.dataplane.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.dpstck.core.sut.KeyType;

/**
 * The keys by which the control plane of a run signs; each is made once, when it is first asked for.
 *
 * <p>They are RSA keys unless the system's description wants others: the examples of the documents have them.
 */
public final class SigningKeys {

    private static final int BITS = 2048;

    private final Map<String, FutureTask<JWK>> made = new ConcurrentHashMap<>();
    private final KeyType type;

    /** Keys of a kind. */
    public SigningKeys(KeyType type) {
        this.type = type;
    }

    /** The key that is registered first. */
    public JWK first() {
        return key("dps-tck-key-1");
    }

    /** A second key of the same control plane. */
    public JWK second() {
        return key("dps-tck-key-2");
    }

    /** A key that is never registered. */
    public JWK stranger() {
        return key("dps-tck-stranger");
    }

    /** The public keys as a JSON Web Key Set. */
    public static Map<String, Object> publicSet(List<JWK> keys) {
        return new JWKSet(keys).toJSONObject(true);
    }

    private JWK key(String kid) {
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

    private JWK generate(String kid) throws JOSEException {
        return switch (type) {
            case RSA ->
                new RSAKeyGenerator(BITS).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
            case EC ->
                new ECKeyGenerator(Curve.P_256)
                        .keyID(kid)
                        .keyUse(KeyUse.SIGNATURE)
                        .generate();
        };
    }
}
