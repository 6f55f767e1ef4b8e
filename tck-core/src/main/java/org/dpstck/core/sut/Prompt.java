package org.dpstck.core.sut;

/** A way to ask a person to do something and to wait until it is done. */
public interface Prompt {

    /** Whether there is anybody to ask. */
    boolean available();

    /**
     * Asks, and waits for the answer.
     *
     * @param text what to do, in one paragraph
     * @return whether the person did it
     */
    boolean ask(String text);

    /** Nobody to ask. */
    static Prompt none() {
        return new Prompt() {
            @Override
            public boolean available() {
                return false;
            }

            @Override
            public boolean ask(String text) {
                return false;
            }
        };
    }
}
