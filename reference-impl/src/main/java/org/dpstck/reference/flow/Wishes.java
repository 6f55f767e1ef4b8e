package org.dpstck.reference.flow;

import java.util.Optional;

/**
 * What a message's {@code metadata.reference} asks of this data plane; all of it is optional.
 *
 * @param answer the pace of the answer, empty for the plane's own
 * @param push whether a push provider really sends
 * @param fetch whether a pull consumer really fetches
 * @param respond whether a consumer responds to the data that it gets, where there is a response channel
 */
public record Wishes(Optional<Pace> answer, boolean push, boolean fetch, boolean respond) {

    /** No wish at all. */
    public static Wishes none() {
        return new Wishes(Optional.empty(), false, false, false);
    }
}
