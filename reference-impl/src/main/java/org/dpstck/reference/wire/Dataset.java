package org.dpstck.reference.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The data that is transferred: always the same bytes for the same dataset, so that a receiver can compare them. */
public final class Dataset {

    /** The length of a finite dataset, in bytes. */
    public static final int SIZE = 256 * 1024;

    /** The length of one piece of an endless dataset, in bytes. */
    public static final int CHUNK = 4 * 1024;

    private static final Storage GENERATED = new Storage() {
        @Override
        public Source source(String datasetId) {
            return of(finite(datasetId));
        }

        @Override
        public void store(String processId, long offset, byte[] bytes, int length) {
            // Counted and compared by its digest, and of no further use.
        }
    };

    private Dataset() {}

    /** The whole of a finite dataset. */
    public static byte[] finite(String datasetId) {
        return bytes(datasetId, SIZE);
    }

    /** The piece of an endless dataset that is sent over and over. */
    public static byte[] chunk(String datasetId) {
        return bytes(datasetId, CHUNK);
    }

    /** A storage of these datasets that keeps nothing of what flows take in. */
    public static Storage storage() {
        return GENERATED;
    }

    /** A source of bytes that are all there. */
    static Source of(byte[] data) {
        return new Source() {
            @Override
            public long size() {
                return data.length;
            }

            @Override
            public String digest() {
                return Dataset.digest(data);
            }

            @Override
            public CompletableFuture<?> ready(long offset) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public byte[] read(long offset, int most) {
                int from = Math.toIntExact(offset);
                return Arrays.copyOfRange(data, from, Math.min(data.length, from + most));
            }
        };
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
