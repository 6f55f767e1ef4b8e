package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.JsonLdReader;
import org.dpstck.core.edition.JsonLdForm;
import org.dpstck.core.plan.Worded;

/** Forms of one JSON-LD message. */
enum JsonLdVariety implements Worded {
    /** Every name an IRI and every value explicit, as a list of one node. */
    EXPANDED("in expanded form") {
        @Override
        String of(Map<String, Object> message, JsonLdForm form) {
            return new JsonLdReader(form).expandedForm(message);
        }
    },
    /** The same without the list. */
    EXPANDED_NODE("in expanded form, as one object") {
        @Override
        String of(Map<String, Object> message, JsonLdForm form) {
            var list = EXPANDED.of(message, form).strip();
            return list.substring(1, list.length() - 1);
        }
    },
    /** Names with a prefix. */
    PREFIXED("with prefixed names") {
        @Override
        String of(Map<String, Object> message, JsonLdForm form) {
            return compacted(message, form, Map.of("edc", vocabulary(form)));
        }
    },
    /** Names with a prefix of another name. */
    OTHER_PREFIX("with a prefix that nobody else uses") {
        @Override
        String of(Map<String, Object> message, JsonLdForm form) {
            return compacted(message, form, Map.of("tck-0", vocabulary(form)));
        }
    },
    /** Plain names beside another context. */
    MORE_CONTEXT("with a second context and a member of its own") {
        @Override
        String of(Map<String, Object> message, JsonLdForm form) {
            var changed = new LinkedHashMap<>(message);
            changed.put("@context", List.of(form.context(), Map.of("tck", "https://dpstck.org/ns/")));
            changed.put("tck:extra", Map.of("tck:inner", "unknown to the document"));
            return Json.text(changed);
        }
    };

    private static final int IN_A_LIST = 198;

    private final String text;

    JsonLdVariety(String text) {
        this.text = text;
    }

    /** What is particular, for people. */
    @Override
    public String text() {
        return text;
    }

    /** The position that makes a refusal of it the less likely reading; 0 if it breaks the clause. */
    int position() {
        return this == EXPANDED ? IN_A_LIST : 0;
    }

    /** A message in this form. */
    abstract String of(Map<String, Object> message, JsonLdForm form);

    private static String vocabulary(JsonLdForm form) {
        return String.valueOf(form.context().get("@vocab"));
    }

    private static String compacted(Map<String, Object> message, JsonLdForm form, Map<String, Object> context) {
        return new JsonLdReader(form).compactedForm(message, context);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
