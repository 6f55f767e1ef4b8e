package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * A private key that certificates are signed with, and its public half.
 *
 * @param key never shown or written
 * @param verification the public half
 */
public record SigningKey(PrivateKey key, VerificationKey verification) {

    /**
     * The key in a PEM file: PKCS#8, SEC1 or PKCS#1, without a password.
     *
     * @throws CertificateException if there is none that can be used
     */
    public static SigningKey read(Path file) throws CertificateException {
        var info = KeyFile.privateKey(file);
        var verification = VerificationKey.of(KeyFile.publicOf(info, file.toString()), file.toString());
        try {
            var key = KeyFactory.getInstance(verification.kind().family())
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded("DER")));
            return new SigningKey(key, verification);
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException(file + " cannot be used; take " + KeyFile.KINDS, e);
        }
    }

    /** The signature over some bytes. */
    byte[] sign(byte[] bytes) {
        try {
            var signature = verification.kind().signature();
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was accepted does not sign", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "signing key " + verification.fingerprint();
    }
}
