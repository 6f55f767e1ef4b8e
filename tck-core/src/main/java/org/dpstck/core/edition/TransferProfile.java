package org.dpstck.core.edition;

/**
 * A transfer profile that is published with an edition.
 *
 * @param name by which capabilities and cases call it, like {@code http}
 * @param push its value for a push, in messages and as the endpointType of data addresses
 * @param pull the same for a pull
 * @param scheme of the endpoints in its data addresses
 */
public record TransferProfile(String name, String push, String pull, String scheme) {

    /** Its value for a direction. */
    public String value(Direction direction) {
        return direction == Direction.PUSH ? push : pull;
    }

    /** Whether messages with this transfer type are about it. */
    public boolean declares(String transferType) {
        return push.equals(transferType) || pull.equals(transferType);
    }
}
