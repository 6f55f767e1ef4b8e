package org.dpstck.reference.renewal;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * A public key out of a JSON Web Key: P-256 for ES256, Ed25519 for EdDSA.
 *
 * @param algorithm the JWT's name of the signature algorithm
 * @param javaAlgorithm the name the JDK has for it
 * @param key the key
 */
record VerificationKey(String algorithm, String javaAlgorithm, PublicKey key) {

    private static final int ED25519_LENGTH = 32;

    /** Reads a key; the exception says that it is none of the two kinds. */
    static VerificationKey of(JsonNode jwk) throws GeneralSecurityException {
        String curve = jwk.path("kty").asString("") + " " + jwk.path("crv").asString("");
        return switch (curve) {
            case "EC P-256" -> new VerificationKey("ES256", "SHA256withECDSAinP1363Format", ec(jwk));
            case "OKP Ed25519" -> new VerificationKey("EdDSA", "Ed25519", ed(jwk));
            default -> throw new GeneralSecurityException("keys of the kind '" + curve + "' are not supported");
        };
    }

    private static PublicKey ec(JsonNode jwk) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(new BigInteger(1, bytes(jwk, "x")), new BigInteger(1, bytes(jwk, "y")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static PublicKey ed(JsonNode jwk) throws GeneralSecurityException {
        byte[] little = bytes(jwk, "x");
        if (little.length != ED25519_LENGTH) {
            throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
        }
        byte[] big = new byte[ED25519_LENGTH];
        for (int i = 0; i < ED25519_LENGTH; i++) {
            big[i] = little[ED25519_LENGTH - 1 - i];
        }
        // The highest bit is the sign of the other coordinate.
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, big));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static byte[] bytes(JsonNode jwk, String name) throws GeneralSecurityException {
        try {
            return Base64.getUrlDecoder().decode(jwk.path(name).asString(""));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException(name + " is not base64url", notBase64);
        }
    }

    boolean verifies(byte[] signed, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(javaAlgorithm);
        verifier.initVerify(key);
        verifier.update(signed);
        return verifier.verify(signature);
    }
}
