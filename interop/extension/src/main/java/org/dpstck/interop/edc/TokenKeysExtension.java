package org.dpstck.interop.edc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.security.Vault;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;

/** Puts a fresh pair of keys into the vault, under the names by which the data plane is configured to look for them. */
public class TokenKeysExtension implements ServiceExtension {

    private static final String PRIVATE = "edc.transfer.proxy.token.signer.privatekey.alias";
    private static final String PUBLIC = "edc.transfer.proxy.token.verifier.publickey.alias";

    @Inject
    private Vault vault;

    @Override
    public void initialize(ServiceExtensionContext context) {
        var privateAlias = context.getConfig().getString(PRIVATE, null);
        var publicAlias = context.getConfig().getString(PUBLIC, null);
        if (privateAlias == null || publicAlias == null) {
            return; // A control plane signs no tokens.
        }
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            store(privateAlias, pem("PRIVATE KEY", pair.getPrivate()));
            store(publicAlias, pem("PUBLIC KEY", pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new EdcException("This Java makes no keys on the curve P-256", e);
        }
    }

    private void store(String alias, String secret) {
        vault.storeSecret(alias, secret).orElseThrow(failure -> new EdcException(failure.getFailureDetail()));
    }

    private static String pem(String kind, Key key) {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
