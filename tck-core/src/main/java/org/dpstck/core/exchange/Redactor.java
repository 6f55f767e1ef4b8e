package org.dpstck.core.exchange;

import static java.util.regex.Matcher.quoteReplacement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces secrets before anything is recorded; the same secret always gets the same placeholder.
 *
 * <p>Secrets are what the configuration names as such, the values of header names that carry credentials, of JSON
 * members and query parameters with a telling name, and of {@code authorization} endpoint properties (DSP DataAddress).
 * Works on text, so that a broken body is cleaned like a good one, and in time that grows with the text and no faster.
 */
public final class Redactor {

    private static final Pattern HEADER = Pattern.compile(
            "(?i)(proxy-)?authorization|cookie|set-cookie|.*(api-?key|token|secret|password|credential).*");
    private static final Pattern SCHEME = Pattern.compile("(?is)((?:bearer|basic)\\s++)(.+)");
    private static final Pattern PARAMETER = Pattern.compile("((?:^|[?&#])([^=&?#\\s\"]{1,100})=)([^&#\\s\"\\\\]++)");
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)(\\b(?:bearer|basic)\\s++)([\\w.~+/=-]{8,})");
    private static final Pattern USER_INFO = Pattern.compile("(?<=:)//([^/?#\\s\"@\\[]{1,200})@");
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[\\w-]{8,}+\\.[\\w-]{2,}+\\.[\\w-]*+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[secret-\\d+]");
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final int SHORTEST = 4;
    private static final int LONGEST_KEY = 100;
    private static final int MOST = 10_000;

    private final Map<String, String> placeholders = new ConcurrentHashMap<>();
    private final Map<String, Boolean> headers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, String> configured = new LinkedHashMap<>();
    private final Pattern anyConfigured;

    /** A redactor that knows some secrets beforehand, wherever they turn up. */
    public Redactor(Collection<String> configured) {
        configured.stream()
                .filter(secret -> secret != null && secret.length() >= SHORTEST)
                .forEach(this::spellings);
        // The longest first: one secret may begin with another.
        anyConfigured = Pattern.compile(this.configured.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** Whether a text stands in a record for a secret, so that nothing more can be said of it. */
    public static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }

    /** A header without its secret. */
    public Header clean(Header header) {
        var value = header.value();
        if (value == null || value.isEmpty() || !carriesCredentials(header.name())) {
            return new Header(header.name(), clean(value));
        }
        var scheme = SCHEME.matcher(value);
        return new Header(
                header.name(), scheme.matches() ? scheme.group(1) + placeholder(scheme.group(2)) : placeholder(value));
    }

    /** Whether a header is one for credentials; a run has few names, and each is looked at once. */
    private boolean carriesCredentials(String name) {
        if (headers.size() >= MOST) {
            return HEADER.matcher(name).matches();
        }
        return headers.computeIfAbsent(name, it -> HEADER.matcher(it).matches());
    }

    /** Text without its secrets; null stays null. */
    public String clean(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        var cleaned = configured.isEmpty()
                ? text
                : anyConfigured
                        .matcher(text)
                        .replaceAll(hit -> quoteReplacement(placeholder(configured.get(hit.group()))));
        return loose(members(cleaned));
    }

    /** Secrets that are told by what stands around them. Most texts lack the character that each of them needs. */
    private String loose(String text) {
        var cleaned = text;
        if (cleaned.indexOf('=') >= 0) {
            cleaned = PARAMETER
                    .matcher(cleaned)
                    .replaceAll(hit -> quoteReplacement(
                            TellingNames.tells(hit.group(2)) ? hit.group(1) + placeholder(hit.group(3)) : hit.group()));
        }
        if (namesScheme(cleaned)) {
            cleaned = CREDENTIAL
                    .matcher(cleaned)
                    .replaceAll(hit -> quoteReplacement(hit.group(1) + placeholder(hit.group(2))));
        }
        if (cleaned.indexOf('@') >= 0) {
            cleaned = USER_INFO
                    .matcher(cleaned)
                    .replaceAll(hit -> quoteReplacement("//" + placeholder(hit.group(1)) + "@"));
        }
        // A token is one wherever it stands.
        return cleaned.contains("eyJ")
                ? TOKEN.matcher(cleaned).replaceAll(hit -> quoteReplacement(placeholder(hit.group())))
                : cleaned;
    }

    /** Whether {@code bearer} or {@code basic} stands in a text, in whatever case, with white space behind it. */
    private static boolean namesScheme(String text) {
        for (int i = BASIC.length(); i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i)) && (ends(text, i, BASIC) || ends(text, i, BEARER))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String text, int end, String word) {
        return text.regionMatches(true, end - word.length(), word, 0, word.length());
    }

    private String members(String text) {
        var cleaned = new StringBuilder();
        var at = 0;
        for (var secret : JsonSecrets.in(text)) {
            cleaned.append(text, at, secret.start()).append(member(text.substring(secret.start(), secret.end())));
            at = secret.end();
        }
        return at == 0 ? text : cleaned.append(text, at, text.length()).toString();
    }

    /** A member may hold a whole header value, with the scheme that is no secret. */
    private String member(String value) {
        var scheme = SCHEME.matcher(value);
        return scheme.matches() ? scheme.group(1) + placeholder(scheme.group(2)) : placeholder(value);
    }

    /** A secret as it is, as a JSON string holds it, as a URL does, and in Base64. */
    private void spellings(String secret) {
        var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        var form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var plain = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        var forUrls = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        for (var spelling :
                new String[] {secret, json, json.replace("/", "\\/"), form, form.replace("+", "%20"), plain, forUrls}) {
            configured.putIfAbsent(spelling, secret);
        }
    }

    private String placeholder(String secret) {
        if (isPlaceholder(secret)) {
            return secret;
        }
        var key = secret.length() <= LONGEST_KEY
                ? secret
                : secret.substring(0, LONGEST_KEY) + secret.length() + ':' + secret.hashCode();
        if (placeholders.size() >= MOST && !placeholders.containsKey(key)) {
            return "[secret-0]"; // A flood of secrets, each a new one, must not fill the memory.
        }
        return placeholders.computeIfAbsent(key, it -> "[secret-" + last.incrementAndGet() + "]");
    }
}
