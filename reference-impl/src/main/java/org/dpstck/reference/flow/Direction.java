package org.dpstck.reference.flow;

import java.util.Locale;
import java.util.Optional;

/** The two data transfer types: who opens the connection that carries the data. */
public enum Direction {
    PUSH,
    PULL;

    /**
     * Reads the direction from the end of a transfer type, whatever its case.
     *
     * <p>The specification leaves the naming to the dataspace; its examples end in {@code -PUSH} and {@code -PULL}.
     */
    public static Optional<Direction> ofTransferType(String transferType) {
        String upper = transferType.toUpperCase(Locale.ROOT);
        for (Direction direction : values()) {
            if (upper.endsWith("-" + direction)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }
}
