package org.dpstck.reference.wire;

import java.util.List;
import java.util.Optional;
import org.dpstck.reference.hook.Rule;

/** How data is asked for, and the rule by which that needs a token like anything else. */
public enum Manner {
    /** By a GET for all of it. */
    PLAIN(null),
    /** By a POST. */
    POST(Rule.TOKEN_POSTED),
    /** By a GET for a part of it. */
    PART(Rule.TOKEN_PART),
    /** By a GET below the end point. */
    BELOW(Rule.TOKEN_BELOW),
    /** By a GET with a slash behind the path of the end point. */
    SLASH(Rule.TOKEN_SLASHED);

    private final Rule rule;

    Manner(Rule rule) {
        this.rule = rule;
    }

    /** The manner of a request. */
    public static Manner of(String method, List<String> path, Optional<String> range) {
        if (method.equals("POST")) {
            return POST;
        }
        if (range.isPresent()) {
            return PART;
        }
        if (path.size() <= 2) {
            return PLAIN;
        }
        return path.size() == 3 && path.get(2).isEmpty() ? SLASH : BELOW;
    }

    /** The rule by which it needs a token; empty where it is that of every request. */
    Optional<Rule> rule() {
        return Optional.ofNullable(rule);
    }
}
