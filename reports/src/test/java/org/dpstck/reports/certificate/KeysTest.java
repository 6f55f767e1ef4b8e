package org.dpstck.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of key in every form of PEM, and what is refused. */
class KeysTest {

    private static final byte[] PAYLOAD = "{\"verdict\":\"CONFORMANT\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dir;

    /** Kinds of keys and forms of their files. */
    enum Form {
        EC("EC", new ECGenParameterSpec("secp256r1"), false, "BEGIN PRIVATE KEY"),
        SEC1("EC", new ECGenParameterSpec("secp256r1"), true, "BEGIN EC PRIVATE KEY"),
        ED25519("Ed25519", NamedParameterSpec.ED25519, false, "BEGIN PRIVATE KEY"),
        RSA("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), false, "BEGIN PRIVATE KEY"),
        PKCS1("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), true, "BEGIN RSA PRIVATE KEY");

        private final String algorithm;
        private final AlgorithmParameterSpec parameters;
        private final boolean traditional;
        private final String head;

        Form(String algorithm, AlgorithmParameterSpec parameters, boolean traditional, String head) {
            this.algorithm = algorithm;
            this.parameters = parameters;
            this.traditional = traditional;
            this.head = head;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAKeySignsItsPublicHalfVerifiesAndNoOther(Form form) throws Exception {
        var pair = pair(form.algorithm, form.parameters);
        var privateFile = write("private.pem", form.traditional ? traditional(pair) : pkcs8(pair));
        assertThat(privateFile).content().contains(form.head);
        var key = SigningKey.read(privateFile);
        var publicKey = VerificationKey.read(write("public.pem", pair.getPublic()));
        var other = VerificationKey.read(
                write("other.pem", pair(form.algorithm, form.parameters).getPublic()));

        var envelope = Envelope.parse(Envelope.sign(PAYLOAD, key).json().getBytes(StandardCharsets.UTF_8), "test");

        assertThat(key.verification().fingerprint()).isEqualTo(publicKey.fingerprint());
        assertThat(envelope.payload()).isEqualTo(PAYLOAD);
        assertThat(envelope.signedBy(publicKey)).isTrue();
        assertThat(envelope.signedBy(other)).isFalse();
        var changed = PAYLOAD.clone();
        changed[2] ^= 1;
        assertThat(new Envelope(changed, envelope.keyId(), envelope.signature()).signedBy(publicKey))
                .isFalse();
        assertThat(key.toString()).doesNotContain("MIG");
    }

    @Test
    void whatIsSignedHasTheFormOfDsse() throws Exception {
        var pair = pair("Ed25519", NamedParameterSpec.ED25519);
        var key = SigningKey.read(write("private.pem", pkcs8(pair)));
        var envelope = Envelope.sign(PAYLOAD, key);

        var encoded = "DSSEv1 28 application/vnd.in-toto+json " + PAYLOAD.length + " "
                + new String(PAYLOAD, StandardCharsets.UTF_8);
        assertThat(key.verification().verifies(encoded.getBytes(StandardCharsets.UTF_8), envelope.signature()))
                .isTrue();
    }

    @Test
    void otherKeysAreRefused() throws Exception {
        var curve = write("p384.pem", pkcs8(pair("EC", new ECGenParameterSpec("secp384r1"))));
        assertThatThrownBy(() -> SigningKey.read(curve)).isInstanceOf(CertificateException.class);
        var small = write("small.pem", pkcs8(pair("RSA", new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4))));
        assertThatThrownBy(() -> SigningKey.read(small)).hasMessageContaining("2048 bits or more");
        var publicHalf = write(
                "public.pem", pair("EC", new ECGenParameterSpec("secp256r1")).getPublic());
        assertThatThrownBy(() -> SigningKey.read(publicHalf)).hasMessageContaining("holds no private key");
        var nameless = write(
                "nameless.pem", pair("EC", new ECGenParameterSpec("secp256r1")).getPrivate());
        assertThatThrownBy(() -> SigningKey.read(nameless)).isInstanceOf(CertificateException.class);
        var text = Files.writeString(dir.resolve("text.pem"), "no key at all");
        assertThatThrownBy(() -> SigningKey.read(text)).hasMessageContaining("holds no key");
        assertThatThrownBy(() -> SigningKey.read(dir.resolve("none.pem"))).hasMessageContaining("does not exist");
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(parameters);
        return generator.generateKeyPair();
    }

    /** As openssl writes it: a key on a curve names the curve. */
    private static Object traditional(KeyPair pair) throws IOException {
        if (!(pair.getPrivate() instanceof ECPrivateKey ec)) {
            return pair.getPrivate();
        }
        var sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(256, ec.getS(), SECObjectIdentifiers.secp256r1);
        return new PemObject("EC PRIVATE KEY", sec1.getEncoded());
    }

    private static Object pkcs8(KeyPair pair) throws IOException {
        return new JcaPKCS8Generator(pair.getPrivate(), null);
    }

    private Path write(String name, Object key) throws IOException {
        var file = dir.resolve(name);
        try (var writer = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            if (key instanceof PemObject pem) {
                writer.writeObject((PemObjectGenerator) pem);
            } else {
                writer.writeObject(key);
            }
        }
        return file;
    }
}
