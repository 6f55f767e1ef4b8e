package org.dpstck.cli.console;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.dpstck.core.sut.Prompt;

/** Asks on the terminal, for triggers that a person has to pull. */
public final class TerminalPrompt implements Prompt {

    private static final String NO = "s";

    private final Surroundings surroundings;
    private final Consumer<Runnable> aside;

    /**
     * A prompt on a terminal.
     *
     * @param aside runs a question while everything else that writes on the terminal keeps still
     */
    public TerminalPrompt(Surroundings surroundings, Consumer<Runnable> aside) {
        this.surroundings = surroundings;
        this.aside = aside;
    }

    @Override
    public boolean available() {
        return surroundings.tty().in() && surroundings.tty().out();
    }

    @Override
    public boolean ask(String text) {
        var done = new boolean[1];
        aside.accept(() -> done[0] = askNow(text));
        return done[0];
    }

    private boolean askNow(String text) {
        var out = surroundings.out();
        out.println("Please do this by hand: " + SafeText.line(text));
        out.print("Press Enter when it is done, or type s and Enter to skip: ");
        out.flush();
        try {
            var answer = surroundings.in().readLine();
            return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith(NO);
        } catch (IOException e) {
            return false;
        }
    }
}
