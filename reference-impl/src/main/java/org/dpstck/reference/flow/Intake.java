package org.dpstck.reference.flow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How many bytes a flow has moved, over all its periods, and the digest of those that it has taken in. */
public final class Intake {

    private long bytes;
    private MessageDigest digest = sha256();

    /** How many there are. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Counts bytes that have gone out, or whose digest nobody wants. */
    public synchronized void count(long moved) {
        bytes += moved;
    }

    /** Takes in the next bytes. */
    public synchronized void add(byte[] piece, int from, int length) {
        bytes += length;
        digest.update(piece, from, length);
    }

    /** Begins anew. */
    public synchronized void restart() {
        bytes = 0;
        digest = sha256();
    }

    /** The digest of what was taken in (SHA-256); everything begins anew. */
    public synchronized MessageDigest take() {
        MessageDigest all = digest;
        digest = sha256();
        return all;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have it.
            throw new IllegalStateException("SHA-256 is missing from this Java platform", impossible);
        }
    }
}
