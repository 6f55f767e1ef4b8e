package org.dpstck.reference.wire;

import java.util.concurrent.CompletableFuture;

/** The data of one dataset, of a known length. */
public interface Source {

    /** How many bytes there are in all. */
    long size();

    /** The digest of all of them, written as {@link Dataset#digest(byte[])} writes it. */
    String digest();

    /** Done as soon as the byte at {@code offset} can be read; asked once everything before it has been sent. */
    CompletableFuture<?> ready(long offset);

    /** One or more bytes from {@code offset} on, which is ready, and at most so many. */
    byte[] read(long offset, int most);
}
