package org.dpstck.core.exchange;

import java.util.regex.Pattern;

/** Names of members, endpoint properties and parameters that stand for secrets. */
final class TellingNames {

    private static final int LONGEST = 200;

    /** A name that ends so; {@code publicKey} and {@code tokenEndpoint} do not, {@code key} alone does. */
    private static final Pattern TELLING = Pattern.compile("(?i)(?:.*[^a-z])?key"
            + "|.*(?:authorization|token|secret|passw(?:or)?d|assertion|credentials?|auth[_-]?code|signature"
            + "|(?:api|access|secret|private|shared|account|auth|signing|subscription)[_-]?key)|(?:.*[^a-z])?sig");

    private TellingNames() {}

    /** Whether a value of this name is a secret. */
    static boolean tells(String name) {
        return name.length() <= LONGEST && TELLING.matcher(name).matches();
    }

    /** A name without the namespace before it. */
    static String local(String name) {
        var end = name.length();
        while (end > 0 && "/#:.".indexOf(name.charAt(end - 1)) < 0) {
            end--;
        }
        return name.substring(end);
    }
}
