package org.dpstck.reference.edition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dpstck.reference.flow.Direction;

/** How an edition names the kind of a transfer, and with it the direction. */
public enum TransferNaming {

    /** {@code [FORWARDTYPE]-[push|pull](-[RESPONSETYPE])}, whatever the case (section "Transfer Types"). */
    FORWARD_AND_RESPONSE("transferType", "must have the form [FORWARDTYPE]-[push|pull](-[RESPONSETYPE])") {
        @Override
        public Optional<Direction> direction(String name) {
            Matcher form = FORM.matcher(name);
            return form.matches()
                    ? Optional.of(Direction.valueOf(form.group(1).toUpperCase(Locale.ROOT)))
                    : Optional.empty();
        }

        @Override
        public Optional<String> response(String name) {
            return responsePart(FORM, name);
        }
    },

    /**
     * A name of the dataspace's own; the examples end in {@code -PUSH} and {@code -PULL}. A response type stands behind a
     * slash ("DESTTYPE-FLOW/RESPONSETYPE", bidirectional data transfers).
     */
    ENDING("transferType", "must end in -PUSH or -PULL, or have a slash and a response type behind it") {
        @Override
        public Optional<Direction> direction(String name) {
            Matcher form = SLASHED.matcher(name);
            return form.matches()
                    ? Optional.of(Direction.valueOf(form.group(1).toUpperCase(Locale.ROOT)))
                    : Direction.ofTransferType(name);
        }

        @Override
        public Optional<String> response(String name) {
            return responsePart(SLASHED, name);
        }
    },

    /** An absolute URL that ends in {@code -push} or {@code -pull} (section "Transfer Profile Requirements"). */
    PROFILE_URL("profile", "must be an absolute URL that ends in -push or -pull") {
        @Override
        public Optional<Direction> direction(String name) {
            try {
                URI url = new URI(name);
                boolean absolute = url.isAbsolute() && url.getHost() != null;
                return absolute && LOWER_CASE_END.matcher(name).find()
                        ? Direction.ofTransferType(name)
                        : Optional.empty();
            } catch (URISyntaxException noUrl) {
                return Optional.empty();
            }
        }

        /** A profile is a whole: its URL ends in the direction. */
        @Override
        public Optional<String> response(String name) {
            return Optional.empty();
        }
    };

    private static final Pattern FORM = Pattern.compile("\\S+?-(push|pull)(?:-(\\S+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHED = Pattern.compile("\\S+?-(push|pull)/([^\\s/]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION = Pattern.compile("-(push|pull)(?=[-/]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER_CASE_END = Pattern.compile("-(push|pull)$");

    private final String member;
    private final String rule;

    TransferNaming(String member, String rule) {
        this.member = member;
        this.rule = rule;
    }

    /** The property of prepare and start that holds the name. */
    public String member() {
        return member;
    }

    /** What is required of the name, in words. */
    public String rule() {
        return rule;
    }

    /**
     * The protocol that a name speaks of, in lower case: {@code http} in {@code com.test.http-PUSH} and in
     * {@code https://profiles.example/http-push}.
     */
    public static String protocol(String name) {
        Matcher end = DIRECTION.matcher(name);
        String before = end.find() ? name.substring(0, end.start()) : name;
        int from = Math.max(before.lastIndexOf('.'), before.lastIndexOf('/')) + 1;
        return before.substring(from).toLowerCase(Locale.ROOT);
    }

    /** The part behind the direction that names the type of responses, if there is one. */
    public abstract Optional<String> response(String name);

    private static Optional<String> responsePart(Pattern form, String name) {
        return Optional.of(form.matcher(name)).filter(Matcher::matches).map(match -> match.group(2));
    }

    /** The direction; empty for a name that is not of this form. */
    public abstract Optional<Direction> direction(String name);
}
