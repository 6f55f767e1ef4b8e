package org.dpstck.core.sut;

/**
 * The transfer types that the system serves, as messages name them.
 *
 * @param push the one by which a provider sends to a consumer's endpoint
 * @param pull the one by which a consumer fetches from a provider's endpoint
 */
public record TransferTypes(String push, String pull) {

    /** The defaults: {@code com.test.http-PUSH} and {@code com.test.http-PULL}. */
    public static TransferTypes defaults() {
        return new TransferTypes("com.test.http-PUSH", "com.test.http-PULL");
    }
}
