package org.dpstck.core.verdict;

import java.util.function.UnaryOperator;

/**
 * A place in the body that the system sent in the offending exchange.
 *
 * @param pointer JSON pointer to the member; where a member is missing, to the object that it is missing from
 * @param problem what is wrong with it, in a few words
 */
public record Place(String pointer, String problem) {

    /** The same place inside a member of a larger body. */
    public Place below(String member) {
        return new Place("/" + member + pointer, problem);
    }

    /** The same place, with what the system had a hand in put through a filter. */
    Place cleaned(UnaryOperator<String> filter) {
        return new Place(filter.apply(pointer), filter.apply(problem));
    }
}
