package org.dpstck.reports.certificate;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** How the kinds of keys sign; which one it is follows from the key alone, never from the envelope. */
public enum SignatureKind {
    /** ECDSA with SHA-256, the signature in DER. */
    EC("ECDSA P-256 with SHA-256", "EC", "SHA256withECDSA"),
    /** Pure Ed25519. */
    EDWARDS("Ed25519", "Ed25519", "Ed25519"),
    /** RSASSA-PSS with SHA-256 and a salt of 32 bytes. */
    RSA("RSASSA-PSS with SHA-256", "RSA", "RSASSA-PSS");

    private static final int EC_BITS = 256;
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int SALT = 32;

    private final String title;
    private final String family;
    private final String algorithm;

    SignatureKind(String title, String family, String algorithm) {
        this.title = title;
        this.family = family;
        this.algorithm = algorithm;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** As a key factory knows it. */
    String family() {
        return family;
    }

    /**
     * The kind of a key.
     *
     * @throws CertificateException if it is another one, or too short
     */
    static SignatureKind of(Key key, String name) throws CertificateException {
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() == EC_BITS) {
            return EC;
        }
        if (key instanceof EdECKey edwards && edwards.getParams().getName().equals(EDWARDS.family)) {
            return EDWARDS;
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= FEWEST_RSA_BITS) {
            return RSA;
        }
        throw new CertificateException(
                name + " is no key that certificates are signed with; take " + KeyFile.KINDS + " of 2048 bits or more");
    }

    /** A signature that waits for its key. */
    Signature signature() throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm);
        if (this == RSA) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
        }
        return signature;
    }

    /** Whether a signature over some bytes is that of a key. */
    boolean verifies(PublicKey key, byte[] signed, byte[] given) {
        try {
            var signature = signature();
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false; // What is no signature at all is reported so.
        }
    }
}
