package org.dpstck.cli.demo;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {

    private Numbers() {}

    /** With a comma after every three digits. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The words for so many bytes. */
    static String bytes(long number) {
        return grouped(number) + (number == 1 ? " byte" : " bytes");
    }
}
