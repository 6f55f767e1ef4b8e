package org.dpstck.reports.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dpstck.reports.base.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed payload in the form of DSSE 1.0 (github.com/secure-systems-lab/dsse), with one signature.
 *
 * @param payload the exact bytes that are signed
 * @param keyId names the key
 * @param signature over the pre-authentication encoding of type and payload
 */
record Envelope(byte[] payload, String keyId, byte[] signature) {

    /** What the payload is: an in-toto statement. */
    static final String TYPE = "application/vnd.in-toto+json";

    /** Takes nothing that two readers could understand differently. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A payload with the signature of a key. */
    static Envelope sign(byte[] payload, SigningKey key) {
        return new Envelope(payload, key.verification().fingerprint(), key.sign(encoded(payload)));
    }

    /**
     * Reads an envelope, strictly: no other member, no other spelling, one signature.
     *
     * @throws CertificateException if it is none
     */
    static Envelope parse(byte[] json, String name) throws CertificateException {
        var root = object(json, name + " is no certificate");
        members(root, Set.of("payloadType", "payload", "signatures"), name);
        var signatures = root.path("signatures");
        if (!root.path("payloadType").asString("").equals(TYPE) || !signatures.isArray() || signatures.size() != 1) {
            throw new CertificateException(name + " is no certificate: not one signature over " + TYPE);
        }
        members(signatures.get(0), Set.of("keyid", "sig"), name);
        return new Envelope(
                decoded(root.path("payload"), name),
                signatures.get(0).path("keyid").asString(""),
                decoded(signatures.get(0).path("sig"), name));
    }

    /**
     * One JSON object, with no member twice and nothing behind it.
     *
     * @throws CertificateException if it is none
     */
    static JsonNode object(byte[] json, String complaint) throws CertificateException {
        try (var parser = STRICT.createParser(json)) {
            var root = STRICT.readTree(parser);
            if (root != null && root.isObject() && parser.nextToken() == null) {
                return root;
            }
            throw new CertificateException(complaint + ": it is not one JSON object");
        } catch (JacksonException e) {
            throw new CertificateException(complaint + ": it is not JSON, or has a member twice", e);
        }
    }

    /** Whether the signature is that of a key. */
    boolean signedBy(VerificationKey key) {
        return key.verifies(encoded(payload), signature);
    }

    /** The file. */
    String json() {
        var members = new LinkedHashMap<String, Object>();
        members.put("payloadType", TYPE);
        members.put("payload", Base64.getEncoder().encodeToString(payload));
        var signed = new LinkedHashMap<String, String>();
        signed.put("keyid", keyId);
        signed.put("sig", Base64.getEncoder().encodeToString(signature));
        members.put("signatures", List.of(signed));
        return Json.LINE_WRITER.writeValueAsString(members) + "\n";
    }

    /** DSSE's pre-authentication encoding: what is signed says how long its parts are, so that none can be moved. */
    private static byte[] encoded(byte[] payload) {
        var head = ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ")
                .getBytes(StandardCharsets.US_ASCII);
        var encoded = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, encoded, head.length, payload.length);
        return encoded;
    }

    private static void members(JsonNode node, Set<String> expected, String name) throws CertificateException {
        if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(expected)) {
            throw new CertificateException(
                    name + " is no certificate: its members are not " + String.join(", ", new TreeSet<>(expected)));
        }
    }

    /** What decodes and encodes to the same text: unused bits of Base64 must not hide a change. */
    private static byte[] decoded(JsonNode text, String name) throws CertificateException {
        try {
            var bytes = Base64.getDecoder().decode(text.asString(""));
            if (bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(text.asString(""))) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new CertificateException(name + " is no certificate: a member is no Base64", e);
        }
        throw new CertificateException(name + " is no certificate: a member is no canonical Base64");
    }
}
