package org.dpstck.core.sut;

/**
 * Something that a person does by hand when asked to.
 *
 * @param prompt what the person is asked, with placeholders
 */
public record ManualTrigger(String prompt) implements Trigger {

    @Override
    public String describe() {
        return "by hand: " + prompt;
    }
}
