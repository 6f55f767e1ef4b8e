package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;

/** Replaces what must not be shown by {@value #MASK}; rather too much than too little. */
final class Secrets {

    /** What stands for a secret. */
    static final String MASK = "***";

    private static final String NAMES =
            "authorization|cookie|key|token|secret|passw(?:or)?d|credential|(?:^|[-_])auth(?:$|[-_])";
    private static final Pattern SECRET_NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
    /** Letters and digits mixed, and enough of them. */
    private static final Pattern RANDOM = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[\\w.~+=-]{12,}");

    private static final Pattern USER_INFO = Pattern.compile("//[^/?#\\s]*@");
    // Names are bounded and begin at a boundary: what a system answers must not make a match take for ever.
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w.-])([\\w.-]{1,200})=");
    private static final Pattern MEMBER = Pattern.compile("\"([^\"]{1,200})\"\\s{0,20}:\\s{0,20}\"");
    private static final Pattern SCHEME_AND_SECRET =
            Pattern.compile("\\b(bearer|basic)\\s+[^\\s\"']+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Whether a header, property, parameter or flag of this name holds a secret. */
    static boolean named(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    /** Whether a header holds a secret: its name says so, or its value is nothing that a person would write. */
    static boolean header(String name, String value) {
        return named(name) || RANDOM.matcher(value).matches();
    }

    /** Headers with the values of secret ones replaced. */
    static Map<String, String> headers(Map<String, String> headers) {
        var shown = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> shown.put(name, header(name, value) ? MASK : text(value)));
        return shown;
    }

    /** A tree with the values of secret names replaced, and those of {@code name}/{@code value} pairs. */
    static Object tree(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var isSecretPair = map.get("name") instanceof String name && named(name);
            var shown = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> {
                var secret = named(key.toString()) || isSecretPair && key.equals("value");
                shown.put(key.toString(), secret && value != null ? MASK : tree(value));
            });
            return shown;
        }
        if (tree instanceof List<?> list) {
            var shown = new ArrayList<Object>();
            list.forEach(item -> shown.add(tree(item)));
            return shown;
        }
        return tree instanceof String text ? text(text) : tree;
    }

    /** The body of a request, which may be a tree, JSON text or a form. */
    static Object body(Object body) {
        return body instanceof String text
                ? Json.read(text).map(Secrets::tree).map(Object.class::cast).orElseGet(() -> jsonLike(text))
                : tree(body);
    }

    /** A URL without its user information and with the values of secret parameters replaced. */
    static String url(String url) {
        return masked(PARAMETER, USER_INFO.matcher(url).replaceAll("//" + MASK + "@"), Secrets::parameterEnd);
    }

    /** Any text, with what looks like a secret replaced. */
    static String text(String text) {
        return SCHEME_AND_SECRET.matcher(url(text)).replaceAll("$1 " + MASK);
    }

    /** Arguments of a command, with the values of secret flags replaced: {@code --token=x} and {@code --token x}. */
    static List<String> arguments(List<String> argv) {
        var shown = new ArrayList<String>();
        var afterSecretFlag = false;
        for (var argument : argv) {
            shown.add(afterSecretFlag ? MASK : text(argument));
            afterSecretFlag = argument.startsWith("-") && !argument.contains("=") && named(argument);
        }
        return List.copyOf(shown);
    }

    /** A text that a system or a program wrote, without the values of the secret headers that were sent. */
    static String without(Map<String, String> headers, String text) {
        var shown = text;
        for (var header : headers.entrySet()) {
            if (header(header.getKey(), header.getValue()) && header.getValue().length() > 3) {
                shown = shown.replace(header.getValue(), MASK);
            }
        }
        return text(shown);
    }

    /** A JSON template need not parse; its secret members still must not show. */
    private static String jsonLike(String text) {
        return masked(MEMBER, text(text), Secrets::stringEnd);
    }

    /** The text with the values after secret names replaced, from the end of a match to the end of its value. */
    private static String masked(Pattern names, String text, ToIntBiFunction<String, Integer> valueEnd) {
        var shown = new StringBuilder();
        var copied = 0;
        var matcher = names.matcher(text);
        for (var found = matcher.find(); found; found = matcher.find(Math.max(copied, matcher.end()))) {
            if (named(matcher.group(1))) {
                shown.append(text, copied, matcher.end()).append(MASK);
                copied = valueEnd.applyAsInt(text, matcher.end());
            }
        }
        return shown.append(text, copied, text.length()).toString();
    }

    private static int parameterEnd(String text, int start) {
        var end = start;
        while (end < text.length() && "&#".indexOf(text.charAt(end)) < 0 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int stringEnd(String text, int start) {
        var end = start;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }
}
