package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A public key that signatures are checked with.
 *
 * @param key itself
 * @param kind how it signs
 * @param der its SubjectPublicKeyInfo
 */
public record VerificationKey(PublicKey key, SignatureKind kind, byte[] der) {

    /**
     * The key in a PEM file: a public key, an X.509 certificate, or a private key, of which the public half is taken.
     *
     * @throws CertificateException if there is none that can be used
     */
    public static VerificationKey read(Path file) throws CertificateException {
        return of(KeyFile.publicKey(file), file.toString());
    }

    /**
     * The key in the text that a certificate carries.
     *
     * @throws CertificateException if it is none
     */
    static VerificationKey embedded(String base64) throws CertificateException {
        try {
            var der = Base64.getDecoder().decode(base64);
            return of(SubjectPublicKeyInfo.getInstance(der), "the key in the certificate");
        } catch (IllegalArgumentException e) {
            throw new CertificateException("the key in the certificate is none", e);
        }
    }

    static VerificationKey of(SubjectPublicKeyInfo info, String name) throws CertificateException {
        try {
            var der = info.getEncoded("DER");
            var family = family(info.getAlgorithm().getAlgorithm());
            var key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(der));
            return new VerificationKey(key, SignatureKind.of(key, name), der);
        } catch (CertificateException e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException(name + " cannot be used; take " + KeyFile.KINDS, e);
        }
    }

    private static String family(ASN1ObjectIdentifier algorithm) {
        if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
            return SignatureKind.EC.family();
        }
        return PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)
                ? SignatureKind.RSA.family()
                : EdECObjectIdentifiers.id_Ed25519.equals(algorithm)
                        ? SignatureKind.EDWARDS.family()
                        : algorithm.getId();
    }

    /** SHA-256 of its SubjectPublicKeyInfo in DER, in hexadecimal digits; names the key wherever it is spoken of. */
    public String fingerprint() {
        return Digests.of(der);
    }

    /** How it signs, as people read it. */
    public String algorithmTitle() {
        return kind.title();
    }

    /** Its SubjectPublicKeyInfo in Base64, as a certificate carries it. */
    String base64() {
        return Base64.getEncoder().encodeToString(der);
    }

    /** Whether a signature over some bytes is its own. */
    boolean verifies(byte[] signed, byte[] signature) {
        return kind.verifies(key, signed, signature);
    }
}
