package org.dpstck.core.sut;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What it means that the system's base URL has no TLS, which the protocol demands and test beds seldom have. */
public enum HttpsRule {
    /** It is not looked at. */
    IGNORE,
    /** It is a warning. */
    WARN,
    /** It fails. */
    REQUIRE;

    /** How a configuration names it, like {@code warn}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of an id, whatever its case; empty for an unknown one. */
    public static Optional<HttpsRule> find(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id().equalsIgnoreCase(id.strip()))
                .findFirst();
    }

    /** Every id, in the order of declaration. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(HttpsRule::id).toList();
    }
}
