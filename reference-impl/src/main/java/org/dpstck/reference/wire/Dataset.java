package org.dpstck.reference.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;

/** The data that is transferred: always the same bytes for the same dataset, so that a receiver can compare them. */
public final class Dataset {

    /** The length of a finite dataset, in bytes. */
    public static final int SIZE = 256 * 1024;

    /** The length of one piece of an endless dataset, in bytes. */
    public static final int CHUNK = 4 * 1024;

    private Dataset() {}

    /** The whole of a finite dataset. */
    public static byte[] finite(String datasetId) {
        return bytes(datasetId, SIZE);
    }

    /** The piece of an endless dataset that is sent over and over. */
    public static byte[] chunk(String datasetId) {
        return bytes(datasetId, CHUNK);
    }

    private static byte[] bytes(String datasetId, int size) {
        byte[] bytes = new byte[size];
        new Random(datasetId.hashCode()).nextBytes(bytes);
        return bytes;
    }

    /** The header field that lets a receiver check what it got (RFC 9530). */
    public static String digest(MessageDigest digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest.digest()) + ":";
    }

    /** The digest of some bytes, written as {@link #digest(MessageDigest)} writes it. */
    public static String digest(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return digest(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have it.
            throw new IllegalStateException("SHA-256 is missing from this Java platform", impossible);
        }
    }
}
