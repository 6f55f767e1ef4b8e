package org.dpstck.core.sut;

/**
 * The transfer types that the system serves, as messages name them.
 *
 * @param push the one by which a provider sends to a consumer's endpoint
 * @param pull the one by which a consumer fetches from a provider's endpoint
 * @param pushGiven whether the description names the push type, which then stays whatever it is
 * @param pullGiven the same for the pull type
 */
public record TransferTypes(String push, String pull, boolean pushGiven, boolean pullGiven) {

    /** Two types that a description names. */
    public TransferTypes(String push, String pull) {
        this(push, pull, true, true);
    }

    /** The defaults: {@code com.test.http-PUSH} and {@code com.test.http-PULL}. */
    public static TransferTypes defaults() {
        return new TransferTypes("com.test.http-PUSH", "com.test.http-PULL", false, false);
    }

    /** These, where they were given; an edition's own, if it has any, in place of the defaults. */
    public TransferTypes over(String editionsPush, String editionsPull) {
        return new TransferTypes(
                pushGiven || editionsPush == null ? push : editionsPush,
                pullGiven || editionsPull == null ? pull : editionsPull);
    }
}
