package org.dpstck.cli.console;

import java.util.Locale;
import java.util.Map;

/** Colours text, or leaves it alone. */
public final class Palette {

    /** What a text means, rather than how it looks. */
    public enum Style {
        /** Headings and names. */
        STRONG("1"),
        /** Less important than its surroundings. */
        FAINT("2"),
        /** As it should be. */
        GOOD("32"),
        /** Violated. */
        BAD("31;1"),
        /** Worth a look. */
        DOUBTFUL("33"),
        /** Cannot be told. */
        UNKNOWN("35");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    /** When to use colour. */
    public enum Choice {
        /** On a terminal, unless NO_COLOR is set. */
        AUTO,
        /** Wherever the output goes. */
        ALWAYS,
        /** Not at all. */
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final boolean colours;

    private Palette(boolean colours) {
        this.colours = colours;
    }

    /** The palette for an output; an explicit choice stands above the environment. */
    public static Palette of(Choice choice, Tty tty, Map<String, String> environment) {
        return new Palette(
                switch (choice) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO -> tty.out() && allows(environment);
                });
    }

    /** No colour. */
    public static Palette none() {
        return new Palette(false);
    }

    /** Whether there is any colour. */
    public boolean colours() {
        return colours;
    }

    /** The text in its style. */
    public String paint(Style style, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    private static boolean allows(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }
}
