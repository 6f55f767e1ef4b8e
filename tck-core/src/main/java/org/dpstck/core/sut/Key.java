package org.dpstck.core.sut;

import java.util.List;
import java.util.Locale;

/**
 * One thing that a description may say, with its name in every source.
 *
 * @param name in the file, nested at the dots: {@code timeouts.request}
 * @param option on the command line: {@code --timeouts-request}
 * @param aliases further names on the command line, mostly shorter
 * @param environment as an environment variable: {@code DPS_TCK_TIMEOUTS_REQUEST}
 * @param type what its value is
 * @param defaultValue as one would write it; empty when absent means none
 * @param required whether a description without it is refused
 * @param help in one line
 */
public record Key(
        String name,
        String option,
        List<String> aliases,
        String environment,
        Type type,
        String defaultValue,
        boolean required,
        String help) {

    /** A key that need not be given, whose option and variable follow from its name. */
    static Key named(String name, Type type, String defaultValue, String help, String... aliases) {
        var words = name.replaceAll("([a-z])([A-Z])", "$1-$2").replace('.', '-').toLowerCase(Locale.ROOT);
        var variable = Keys.ENVIRONMENT_PREFIX + words.replace('-', '_').toUpperCase(Locale.ROOT);
        return new Key(name, "--" + words, List.of(aliases), variable, type, defaultValue, false, help);
    }

    /** What the value of a key is. */
    public enum Type {
        /** A line of text. */
        TEXT("text"),
        /** {@code true} or {@code false}; as an option it needs no value. */
        FLAG("flag"),
        /** An absolute http or https URL. */
        URL("url"),
        /** A time such as {@code 200ms}, {@code 5s}, {@code 2m}, {@code PT5S} or plain milliseconds. */
        DURATION("duration"),
        /** A list of texts; comma separated outside the file. */
        LIST("list"),
        /** Names with values; inline YAML or JSON outside the file. */
        MAP("map"),
        /** A trigger in one of its forms; inline YAML or JSON outside the file. */
        TRIGGER("trigger");

        private final String id;

        Type(String id) {
            this.id = id;
        }

        /** How help and documentation name it. */
        public String id() {
            return id;
        }
    }
}
