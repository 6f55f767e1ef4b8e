package org.dpstck.cli.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reference.wire.Dataset;
import org.dpstck.reference.wire.Source;
import org.dpstck.reference.wire.Storage;

/**
 * The data of the demonstration and what has come of it: one source for every flow, a place for each that takes it in.
 *
 * <p>Its second half can be held back, as of a file that is still being written, so that a transfer can be suspended on its way.
 */
final class Payload implements Storage {

    private final byte[] data;
    private final Map<String, Taken> taken = new HashMap<>();
    private CompletableFuture<Void> rest = CompletableFuture.completedFuture(null);

    Payload(byte[] data) {
        this.data = data.clone();
    }

    /** Bytes that a flow has taken in. */
    private static final class Taken {
        private final byte[] bytes;
        private long length;

        Taken(int size) {
            bytes = new byte[size];
        }
    }

    int size() {
        return data.length;
    }

    /** How much can be had while the rest is held back. */
    int half() {
        return data.length / 2;
    }

    /** SHA-256 in hexadecimal digits, as {@code sha256sum} writes it. */
    String digest() {
        return digest(data);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have it.
            throw new IllegalStateException("SHA-256 is missing from this Java platform", impossible);
        }
    }

    /** Holds back the second half. */
    synchronized void holdBack() {
        rest = new CompletableFuture<>();
    }

    /** Lets the second half go. */
    synchronized void release() {
        rest.complete(null);
    }

    @Override
    public Source source(String datasetId) {
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
                return offset < half() ? CompletableFuture.completedFuture(null) : released();
            }

            @Override
            public byte[] read(long offset, int most) {
                var from = Math.toIntExact(offset);
                var until = from < half() && !released().isDone() ? half() : data.length;
                return Arrays.copyOfRange(data, from, Math.min(until, from + most));
            }
        };
    }

    private synchronized CompletableFuture<Void> released() {
        return rest;
    }

    @Override
    public synchronized void store(String processId, long offset, byte[] bytes, int length) {
        var flow = taken.computeIfAbsent(processId, id -> new Taken(data.length));
        var room = (int) Math.max(0, Math.min(length, flow.bytes.length - offset));
        System.arraycopy(bytes, 0, flow.bytes, (int) Math.min(offset, flow.bytes.length), room);
        flow.length = offset + length;
        notifyAll();
    }

    /** How many bytes the flow of a process has taken in. */
    synchronized long received(String processId) {
        return taken.containsKey(processId) ? taken.get(processId).length : 0;
    }

    /** What the flow of a process has taken in, and where it differs from what was to be sent. */
    synchronized Receipt receipt(String processId) {
        var flow = taken.getOrDefault(processId, new Taken(0));
        var bytes = Arrays.copyOf(flow.bytes, (int) Math.min(flow.length, flow.bytes.length));
        return new Receipt(flow.length, digest(bytes), Arrays.mismatch(data, bytes));
    }

    /**
     * What has come.
     *
     * @param bytes how many
     * @param digest of them
     * @param difference offset of the first byte that is missing or another one; -1 if none is
     */
    record Receipt(long bytes, String digest, int difference) {

        /** Whether all came, and as they were sent. */
        boolean complete(long size) {
            return difference < 0 && bytes == size;
        }
    }

    /** Waits until a flow has taken in so many bytes; whether it has. */
    synchronized boolean awaitReceived(String processId, long bytes, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (received(processId) < bytes) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
