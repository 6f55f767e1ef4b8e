package org.dpstck.core.edition;

import java.util.List;
import java.util.Set;

/**
 * A state of the data flow state machine.
 *
 * @param name as messages spell it
 * @param aliases other spellings that the document itself uses
 * @param terminal whether no transition leaves it
 * @param interim whether a flow is in it only while an asynchronous transition goes on
 * @param observable whether a request can find a flow in it
 * @param sides sides on which it can be reached
 */
public record State(
        String name, List<String> aliases, boolean terminal, boolean interim, boolean observable, Set<Side> sides) {

    /** Whether a message that spells its state so means this one. */
    public boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
