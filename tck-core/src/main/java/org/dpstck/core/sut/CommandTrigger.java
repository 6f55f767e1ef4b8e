package org.dpstck.core.sut;

import java.time.Duration;
import java.util.List;

/**
 * A command, run without a shell; it worked when it ends with 0.
 *
 * @param argv the program and its arguments, with placeholders; never empty
 * @param timeout after which the command and its descendants are killed, from 1 ms to 24 h
 */
public record CommandTrigger(List<String> argv, Duration timeout) implements Trigger {

    /** What a command gets when its owner says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** Copies the arguments. */
    public CommandTrigger {
        argv = List.copyOf(argv);
    }

    @Override
    public String describe() {
        return "command " + String.join(" ", Secrets.arguments(argv));
    }

    /** The same as {@link #describe()}: arguments may hold secrets. */
    @Override
    public String toString() {
        return describe();
    }
}
