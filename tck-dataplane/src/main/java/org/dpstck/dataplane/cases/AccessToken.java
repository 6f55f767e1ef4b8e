package org.dpstck.dataplane.cases;

import java.util.Locale;
import java.util.Map;

/** Tokens that were not handed out, made from one that was. */
enum AccessToken {
    /** None at all. */
    MISSING("without a token") {
        @Override
        Map<String, String> header(String issued) {
            return Map.of();
        }
    },
    /** Nothing that anybody issued. */
    FOREIGN("with a token that it did not issue") {
        @Override
        Map<String, String> header(String issued) {
            // Signed with HS256 by nobody who is known.
            return Map.of(
                    "Authorization",
                    "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkcHMtdGNrIn0."
                            + "c29tZWJvZHktZWxzZS1zaWduZWQtdGhpcy1vbmUtMDE");
        }
    },
    /** The one that was issued, with a character in its middle changed. */
    ALTERED("with its own token, altered") {
        @Override
        Map<String, String> header(String issued) {
            var at = issued.length() / 2;
            var other = issued.charAt(at) == 'A' ? 'B' : 'A';
            return Map.of("Authorization", "Bearer " + issued.substring(0, at) + other + issued.substring(at + 1));
        }
    },
    /** The one that was issued, cut short. */
    CUT("with a part of its own token") {
        @Override
        Map<String, String> header(String issued) {
            return Map.of("Authorization", "Bearer " + issued.substring(0, issued.length() / 2));
        }
    };

    private final String text;

    AccessToken(String text) {
        this.text = text;
    }

    /** What is wrong with it, for people. */
    String text() {
        return text;
    }

    /** The header of a request that bears it. */
    abstract Map<String, String> header(String issued);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
