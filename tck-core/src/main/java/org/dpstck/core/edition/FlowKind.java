package org.dpstck.core.edition;

import java.util.Arrays;
import java.util.List;

/**
 * Side and direction of a data flow: what decides which signals it gets and where its data address travels.
 *
 * @param side the side the data plane serves
 * @param direction who moves the data
 */
public record FlowKind(Side side, Direction direction) {

    /** All four kinds, consumers first. */
    public static List<FlowKind> all() {
        return Arrays.stream(Side.values())
                .flatMap(side -> Arrays.stream(Direction.values()).map(direction -> new FlowKind(side, direction)))
                .toList();
    }

    /** {@code consumer-push} and the like. */
    public String id() {
        return side.id() + "-" + direction.id();
    }

    @Override
    public String toString() {
        return id();
    }
}
