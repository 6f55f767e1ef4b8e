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

    /** These, where they were given; an edition's own in place of what was left at its default. */
    public TransferTypes over(String editionsPush, String editionsPull) {
        return new TransferTypes(
                own(push, defaults().push(), editionsPush), own(pull, defaults().pull(), editionsPull));
    }

    private static String own(String given, String left, String editions) {
        return given.equals(left) && editions != null ? editions : given;
    }
}
