package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads keys from PEM files: PKCS#8, SEC1 and PKCS#1, public keys and X.509 certificates. */
final class KeyFile {

    static final String KINDS = "an EC key on P-256, an Ed25519 key or an RSA key";

    private static final long LONGEST = 1 << 20;

    private KeyFile() {}

    /**
     * The private key in a file.
     *
     * @throws CertificateException if there is none, or it is encrypted or of another kind
     */
    static PrivateKeyInfo privateKey(Path file) throws CertificateException {
        var found = first(file);
        if (found instanceof PrivateKeyInfo info) {
            return info;
        }
        if (found instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (found instanceof PEMEncryptedKeyPair || found instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw new CertificateException(file + " is encrypted; give a key without a password: openssl pkey -in "
                    + file + " -out plain.pem");
        }
        throw new CertificateException(file + " holds no private key; make one with"
                + " openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem");
    }

    /**
     * The public key in a file, which may be a public key, a certificate or a private key.
     *
     * @throws CertificateException if there is none, or it is of another kind
     */
    static SubjectPublicKeyInfo publicKey(Path file) throws CertificateException {
        var found = first(file);
        if (found instanceof SubjectPublicKeyInfo info) {
            return info;
        }
        return found instanceof X509CertificateHolder certificate
                ? certificate.getSubjectPublicKeyInfo()
                : publicOf(privateKey(file), file.toString());
    }

    /**
     * The public half of a private key.
     *
     * @param name of the key, for the message
     * @throws CertificateException if it is of a kind that is not used here
     */
    static SubjectPublicKeyInfo publicOf(PrivateKeyInfo key, String name) throws CertificateException {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicOf(PrivateKeyFactory.createKey(key)));
        } catch (IOException | RuntimeException e) {
            // A key that does not name its curve makes the library fail in several ways.
            throw new CertificateException(name + " is no key that certificates are signed with; take " + KINDS, e);
        }
    }

    private static AsymmetricKeyParameter publicOf(AsymmetricKeyParameter key) {
        if (key instanceof ECPrivateKeyParameters ec) {
            var domain = ec.getParameters();
            return new ECPublicKeyParameters(new FixedPointCombMultiplier().multiply(domain.getG(), ec.getD()), domain);
        }
        if (key instanceof Ed25519PrivateKeyParameters edwards) {
            return edwards.generatePublicKey();
        }
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
        }
        throw new IllegalArgumentException(key.getClass().getSimpleName());
    }

    /** What the file holds first; parameters of a curve, which openssl writes before a key, are passed over. */
    private static Object first(Path file) throws CertificateException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new CertificateException(file + " is too long for a key");
            }
            try (var parser = new PEMParser(Files.newBufferedReader(file))) {
                var found = parser.readObject();
                while (found instanceof org.bouncycastle.asn1.ASN1ObjectIdentifier) {
                    found = parser.readObject();
                }
                if (found == null) {
                    throw new CertificateException(file + " holds no key in PEM form (-----BEGIN …)");
                }
                return found;
            }
        } catch (CertificateException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new CertificateException(file + " does not exist", e);
        } catch (IOException | RuntimeException e) {
            // The parser reports what it cannot take by both.
            throw new CertificateException(file + " cannot be read as a key in PEM form", e);
        }
    }
}
