package org.dpstck.dataplane.cases;

import java.util.Locale;
import java.util.Optional;
import org.dpstck.core.plan.Worded;

/** Tokens that were not handed out, made from one that was. */
enum AccessToken implements Worded {
    /** None at all. */
    MISSING("without a token") {
        @Override
        Optional<String> of(String issued) {
            return Optional.empty();
        }
    },
    /** Nothing that anybody issued. */
    FOREIGN("with a token that it did not issue") {
        @Override
        Optional<String> of(String issued) {
            // Signed with HS256 by nobody who is known.
            return Optional.of("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkcHMtdGNrIn0."
                    + "c29tZWJvZHktZWxzZS1zaWduZWQtdGhpcy1vbmUtMDE");
        }
    },
    /** The one that was issued, with a character in its middle changed. */
    ALTERED("with its own token, altered") {
        @Override
        Optional<String> of(String issued) {
            var at = issued.length() / 2;
            var other = issued.charAt(at) == 'A' ? 'B' : 'A';
            return Optional.of(issued.substring(0, at) + other + issued.substring(at + 1));
        }
    },
    /** The one that was issued, cut short. */
    CUT("with a part of its own token") {
        @Override
        Optional<String> of(String issued) {
            return Optional.of(issued.substring(0, issued.length() / 2));
        }
    },
    /** The one that was issued, with other characters near its end: what a JWT tells is the same, its signature is not. */
    ENDING("with its own token, altered near its end") {
        @Override
        Optional<String> of(String issued) {
            return Optional.of(TokenDefect.altered(issued));
        }
    },
    /** The one that was issued, and more. */
    LONGER("with its own token and more behind it") {
        @Override
        Optional<String> of(String issued) {
            return Optional.of(issued + "dpsTck");
        }
    };

    private final String text;

    AccessToken(String text) {
        this.text = text;
    }

    /** What is wrong with it, for people. */
    @Override
    public String text() {
        return text;
    }

    /** What a request bears; empty for nothing at all. */
    abstract Optional<String> of(String issued);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
