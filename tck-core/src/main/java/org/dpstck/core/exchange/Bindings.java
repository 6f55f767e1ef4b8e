package org.dpstck.core.exchange;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which id of a record stands for which id of now, and which placeholder for which secret.
 *
 * <p>Ids are made up anew each time a case is judged. What the suite sends now and what it sent then differ in them alone; so
 * comparing the two tells which id is which, and what the system answered then can be told with the ids of now. Ids that the
 * system made stay as they are. A placeholder whose secret the suite never sent stays, too, and is then no secret.
 */
final class Bindings {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|(?<![0-9a-f-])[0-9a-f]{32}(?![0-9a-f])"; // without hyphens in names that have a hyphen of their own
    private static final String KEY =
            "(?<![0-9a-f-])[0-9a-f]{12}(?:[0-9a-f]{4})?(?![0-9a-f-])|(?<=unserved)[0-9a-f]{8}";
    /** What is left of an id where a text was cut off in the middle. */
    private static final String BEGINNING =
            "(?<=[-\"/]|urn:uuid:)[0-9a-f]{1,8}(?:-[0-9a-f]{0,4}){0,3}(?:-[0-9a-f]{0,12})?\\z";

    /** The numbers of a public key, and a DID that is one: keys are made anew, too. */
    private static final String KEY_MATERIAL =
            "(?<=\"[nxy]\":\")[\\w-]{40,1000}(?=\")|(?<=did:jwk:|did%3Ajwk%3A)[\\w-]{40,1000}";

    private static final String SECRET = "\\[secret-\\d+]";
    private static final Pattern TOKEN =
            Pattern.compile(UUID + "|" + KEY + "|" + SECRET + "|" + KEY_MATERIAL + "|" + BEGINNING);
    private static final int LONGEST_SECRET = 8192;

    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> then = new HashMap<>();
    private final Bindings known;
    private boolean unknownSecret;

    /** No bindings besides those that are known already; null for none. */
    Bindings(Bindings known) {
        this.known = known;
    }

    /**
     * Compares a text of now with a recorded one, and remembers which id is which.
     *
     * @return whether they differ in ids and secrets alone
     */
    boolean align(String recorded, String current) {
        if (recorded == null || current == null) {
            return isEmpty(recorded) && isEmpty(current);
        }
        var fresh = new ArrayList<String>();
        var matcher = pattern(recorded, fresh).matcher(current);
        if (!matcher.matches() || !consistent(fresh, matcher)) {
            return false;
        }
        for (int i = 0; i < fresh.size(); i++) {
            now.put(fresh.get(i), matcher.group(i + 1));
            then.putIfAbsent(matcher.group(i + 1), fresh.get(i));
        }
        return true;
    }

    /** A recorded text, with the ids of now. */
    String translate(String recorded) {
        if (recorded == null) {
            return null;
        }
        return TOKEN.matcher(recorded).replaceAll(token -> {
            var bound = now(token.group());
            return quoteReplacement(bound == null ? token.group() : bound);
        });
    }

    /** The same of a text in which the system shows who it is; a secret that nobody knows is noted. */
    String credentials(String recorded) {
        unknownSecret |= recorded != null
                && TOKEN.matcher(recorded)
                        .results()
                        .anyMatch(it -> it.group().startsWith("[") && now(it.group()) == null);
        return translate(recorded);
    }

    /** Whether a text names something of now. */
    boolean knows(String recorded) {
        return TOKEN.matcher(recorded).results().anyMatch(it -> now(it.group()) != null);
    }

    /** Whether the system showed a secret of its own, of which the record has the placeholder alone. */
    boolean restsOnUnknownSecret() {
        return unknownSecret;
    }

    /** Keeps what was found out for others. */
    void addTo(Bindings others) {
        others.now.putAll(now);
        others.then.putAll(then);
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    /** The recorded text as a pattern; a new id is a group, the same one again refers to it. */
    private Pattern pattern(String recorded, List<String> fresh) {
        var pattern = new StringBuilder();
        var at = 0;
        var tokens = TOKEN.matcher(recorded);
        while (tokens.find()) {
            pattern.append(Pattern.quote(recorded.substring(at, tokens.start())));
            pattern.append(pattern(tokens, fresh));
            at = tokens.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(recorded.substring(at))).toString(), Pattern.DOTALL);
    }

    private String pattern(Matcher tokens, List<String> fresh) {
        var token = tokens.group();
        var bound = now(token);
        if (bound != null) {
            return Pattern.quote(bound);
        }
        if (fresh.contains(token)) {
            return "\\" + (fresh.indexOf(token) + 1) + "(?!\\d)";
        }
        fresh.add(token);
        if (token.startsWith("[")) {
            return "(.{1," + LONGEST_SECRET + "}?)";
        }
        return "([\\w-]{" + token.length() + "})";
    }

    /** An id of now must not stand for two recorded ones. */
    private boolean consistent(List<String> fresh, Matcher matcher) {
        for (int i = 0; i < fresh.size(); i++) {
            var other = then(matcher.group(i + 1));
            if (other != null && !other.equals(fresh.get(i)) && !fresh.get(i).startsWith("[")) {
                return false;
            }
        }
        return true;
    }

    private String now(String token) {
        var bound = now.get(token);
        return bound == null && known != null ? known.now(token) : bound;
    }

    private String then(String token) {
        var bound = then.get(token);
        return bound == null && known != null ? known.then(token) : bound;
    }
}
