package org.dpstck.cli.console;

import java.io.Console;
import java.util.Map;

/**
 * What standard input and output are connected to.
 *
 * @param in whether a person can type
 * @param out whether a person reads, rather than a file or another program
 * @param columns width of the terminal in characters; {@link #WIDTH} if unknown
 */
public record Tty(boolean in, boolean out, int columns) {

    /** The width where none is known. */
    public static final int WIDTH = 100;

    private static final int NARROWEST = 40;

    /** Neither end is a terminal. */
    public static Tty none() {
        return new Tty(false, false, WIDTH);
    }

    /**
     * Looks at this process.
     *
     * <p>The start script knows each end by itself and says so in system properties. Without it, Java knows both ends only
     * together.
     */
    public static Tty detect(Map<String, String> environment) {
        var told = System.getProperty("dpstck.tty.out");
        var both = told == null && bothAreTerminals();
        var in = told == null ? both : Boolean.getBoolean("dpstck.tty.in");
        var out = told == null ? both : Boolean.parseBoolean(told);
        var columns = columns(System.getProperty("dpstck.tty.columns"));
        return new Tty(in, out, columns > 0 ? columns : Math.max(columns(environment.get("COLUMNS")), 0)).sane();
    }

    private Tty sane() {
        return columns == 0 ? new Tty(in, out, WIDTH) : new Tty(in, out, Math.max(columns, NARROWEST));
    }

    private static int columns(String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** From Java 22 on there is a console object without a terminal, too. */
    private static boolean bothAreTerminals() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
