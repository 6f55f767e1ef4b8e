package org.dpstck.core.sut;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills placeholders like {@code {processId}} in texts, URLs and JSON; {@code {{name}}} stands for {@code {name}}. */
public final class Templates {

    /** Every placeholder that a trigger may use; which of them have a value depends on when it is fired. */
    public static final List<String> PLACEHOLDERS = List.of(
            "processId",
            "dataFlowId",
            "messageId",
            "participantId",
            "counterPartyId",
            "dataspaceContext",
            "agreementId",
            "datasetId",
            "transferType",
            "callbackAddress",
            "transferId",
            "counterPartyAddress",
            "url");

    /** A name in braces; the braces of a JSON body never hold a bare name, so both live together. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(\\{[A-Za-z][A-Za-z0-9_]*})}|\\{([A-Za-z][A-Za-z0-9_]*)}");

    private Templates() {}

    /**
     * The text with every placeholder replaced by its value, as it is.
     *
     * @throws TriggerFailedException when a placeholder has no value
     */
    public static String fill(String template, Map<String, String> values) {
        return replace(template, values, UnaryOperator.identity());
    }

    /**
     * The URL with every placeholder replaced by its percent-encoded value; one at the very start is put in as it is.
     *
     * @throws TriggerFailedException when a placeholder has no value
     */
    public static String fillUrl(String template, Map<String, String> values) {
        var base = PLACEHOLDER.matcher(template);
        if (!base.lookingAt() || base.group(2) == null) {
            return fillEncoded(template, values);
        }
        // An encoded base URL would be no URL.
        return valueOf(base.group(2), values) + fillEncoded(template.substring(base.end()), values);
    }

    /**
     * The text with every placeholder replaced by its percent-encoded value, as in a form.
     *
     * @throws TriggerFailedException when a placeholder has no value
     */
    public static String fillEncoded(String template, Map<String, String> values) {
        return replace(template, values, Json::percentEncoded);
    }

    /**
     * The JSON text with every placeholder replaced by its value, escaped as inside a JSON string.
     *
     * @throws TriggerFailedException when a placeholder has no value
     */
    public static String fillJson(String template, Map<String, String> values) {
        return replace(template, values, Json::escaped);
    }

    /**
     * A copy of maps, lists and scalars with the placeholders in its texts replaced, but not those in keys.
     *
     * @throws TriggerFailedException when a placeholder has no value
     */
    public static Object fillTree(Object tree, Map<String, String> values) {
        return Trees.mapTexts(tree, text -> fill(text, values));
    }

    /** The names of the placeholders in every text of a tree, sorted. */
    static Set<String> namesIn(Object tree) {
        var names = new TreeSet<String>();
        Trees.mapTexts(tree, text -> {
            PLACEHOLDER.matcher(text).results().map(Templates::name).forEach(names::add);
            return text;
        });
        names.remove("");
        return names;
    }

    /** What is wrong with the names in a tree, with what to write instead. */
    static Map<String, String> unknownIn(Object tree, List<String> known) {
        var unknown = new LinkedHashMap<String, String>();
        for (var name : namesIn(tree)) {
            if (!known.contains(name)) {
                unknown.put(
                        "unknown placeholder {" + name + "}" + Texts.didYouMean(name, known),
                        "use " + list(known) + ", or {{" + name + "}} for the characters themselves");
            }
        }
        return unknown;
    }

    /** Names as a template has them, for messages. */
    static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : "{" + String.join("}, {", names) + "}";
    }

    private static String replace(String template, Map<String, String> values, UnaryOperator<String> encode) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            var escaped = match.group(1);
            return Matcher.quoteReplacement(escaped != null ? escaped : encode.apply(valueOf(name(match), values)));
        });
    }

    private static String name(MatchResult match) {
        return match.group(2) == null ? "" : match.group(2);
    }

    private static String valueOf(String name, Map<String, String> values) {
        var value = values.get(name);
        if (value == null) {
            throw new TriggerFailedException(
                    "the placeholder {%s} has no value at this point; those that have one are %s"
                            .formatted(name, list(new TreeSet<>(values.keySet()))));
        }
        return value;
    }
}
