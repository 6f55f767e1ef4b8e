package org.dpstck.reference.wire;

/** Where the data of flows comes from, and where what is taken in ends up. */
public interface Storage {

    /** The data of a dataset that is not endless. */
    Source source(String datasetId);

    /**
     * Keeps what a flow has taken in; called for the bytes of one flow in their order, by one thread at a time.
     *
     * @param processId of the flow
     * @param offset of the first byte in the dataset
     * @param bytes that begin with the ones to keep
     * @param length how many of them
     */
    void store(String processId, long offset, byte[] bytes, int length);
}
