package org.dpstck.reference;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A participant with a key and a DID that names it. */
record Participant(String did, KeyPair keys, ObjectNode jwk) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** A did:jwk with a key of this kind, EC or Ed25519. */
    static Participant withKey(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            KeyPair keys = generator.generateKeyPair();
            ObjectNode jwk = kind.equals("EC") ? ec(keys) : ed(keys);
            return new Participant("did:jwk:" + encode(jwk), keys, jwk);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode ec(KeyPair keys) {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return Json.object()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", BASE64.encodeToString(bigEndian(key.getW().getAffineX())))
                .put("y", BASE64.encodeToString(bigEndian(key.getW().getAffineY())));
    }

    private static ObjectNode ed(KeyPair keys) {
        EdECPublicKey key = (EdECPublicKey) keys.getPublic();
        byte[] big = bigEndian(key.getPoint().getY());
        if (key.getPoint().isXOdd()) {
            big[0] |= (byte) 0x80;
        }
        byte[] little = new byte[big.length];
        for (int i = 0; i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        return Json.object().put("kty", "OKP").put("crv", "Ed25519").put("x", BASE64.encodeToString(little));
    }

    private static byte[] bigEndian(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[32];
        byte[] plain = bytes.length > 32 ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes;
        System.arraycopy(plain, 0, all, 32 - plain.length, plain.length);
        return all;
    }

    private static String encode(ObjectNode node) {
        return BASE64.encodeToString(Json.write(node).getBytes(StandardCharsets.UTF_8));
    }

    /** The same key under a name of somebody else, or under another name of one's own. */
    Participant claiming(String other) {
        return new Participant(other, keys, jwk);
    }

    /** The DID document of a did:web. */
    String document() {
        ObjectNode document = Json.object().put("id", did);
        document.putArray("verificationMethod")
                .addObject()
                .put("id", did + "#0")
                .put("type", "JsonWebKey2020")
                .set("publicKeyJwk", jwk);
        return Json.write(document);
    }

    /** What authenticates a refresh request. */
    String jwt(String audience, String accessToken) {
        boolean ec = keys.getPublic() instanceof ECPublicKey;
        String signed = encode(Json.object().put("alg", ec ? "ES256" : "EdDSA").put("kid", did + "#0")) + "."
                + encode(Json.object()
                        .put("iss", did)
                        .put("sub", did)
                        .put("aud", audience)
                        .put("token", accessToken));
        try {
            Signature signer = Signature.getInstance(ec ? "SHA256withECDSAinP1363Format" : "Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
