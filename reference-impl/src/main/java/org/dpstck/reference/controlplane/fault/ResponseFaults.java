package org.dpstck.reference.controlplane.fault;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.ResponseProperties;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Response types and response channels that a control plane loses on the way. */
final class ResponseFaults {

    private static final String TYPE = "transferType";
    private static final String ADDRESS = "dataAddress";
    private static final String PROPERTIES = "endpointProperties";

    /** A transfer type with a response type behind the direction. */
    private static final Pattern RESPONDING = Pattern.compile("(.*-(?i:push|pull))[-/].+");

    private ResponseFaults() {}

    static void addTo(ControlFaultTable table) {
        table.answer(
                "REQUEST-WITH-RESPONSE-TYPE-REFUSED",
                exchange -> exchange.is(DspOperation.REQUEST)
                        && exchange.request().text().matches("(?s).*-(?i:push|pull)[-/]com\\.test.*"),
                answer -> Answer.problem(new Refusal(Kind.UNSERVED_TRANSFER, "refused by a fault")));
        table.rule("SELECTS-BY-PART-OF-THE-TYPE", ControlRule.COMPARES_WHOLE_TYPES);
        table.message("START-WITHOUT-RESPONSE-TYPE", MessageKind.START, ResponseFaults::cut);
        table.message(
                "TRANSFER-START-WITHOUT-RESPONSE-CHANNEL",
                MessageKind.TRANSFER_START,
                message -> kept(message, name -> !name.contains(ResponseProperties.FAMILY)));
        table.message(
                "TRANSFER-START-WITHOUT-RESPONSE-TOKEN",
                MessageKind.TRANSFER_START,
                message -> kept(message, name -> !name.endsWith(ResponseProperties.FAMILY + "authorization")));
        table.answer(
                "CATALOG-WITHOUT-RESPONSE-TYPE",
                exchange -> exchange.is(DspOperation.CATALOG),
                answer -> answer.withObject(catalog -> offering(
                        catalog, (format, all) -> !RESPONDING.matcher(format).matches())));
        table.answer(
                "CATALOG-WITH-RESPONSE-TYPE-ALONE",
                exchange -> exchange.is(DspOperation.CATALOG),
                answer -> answer.withObject(catalog ->
                        offering(catalog, (format, all) -> !plain(all).contains(format))));
    }

    /** The catalogue with the distributions alone whose format passes, among all formats of the dataset. */
    private static ObjectNode offering(ObjectNode catalog, BiPredicate<String, Set<String>> wanted) {
        catalog.path("dataset").forEach(dataset -> {
            Set<String> all = new HashSet<>();
            ArrayNode kept = Json.array();
            dataset.path("distribution")
                    .forEach(each -> all.add(each.path("format").asString("")));
            dataset.path("distribution").forEach(each -> {
                if (wanted.test(each.path("format").asString(""), all)) {
                    kept.add(each);
                }
            });
            ((ObjectNode) dataset).set("distribution", kept);
        });
        return catalog;
    }

    /** The plain forms of those that have a response type. */
    private static Set<String> plain(Set<String> formats) {
        return formats.stream()
                .map(RESPONDING::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static ObjectNode cut(ObjectNode message) {
        String type = message.path(TYPE).stringValue("");
        return type.isEmpty() ? message : message.put(TYPE, type.replaceFirst("(-(?i:push|pull))[-/].*", "$1"));
    }

    private static ObjectNode kept(ObjectNode message, Predicate<String> wanted) {
        if (message.path(ADDRESS) instanceof ObjectNode address && address.has(PROPERTIES)) {
            ArrayNode kept = Json.array();
            address.path(PROPERTIES).forEach(each -> {
                if (wanted.test(each.path("name").asString(""))) {
                    kept.add(each);
                }
            });
            address.set(PROPERTIES, kept);
            if (kept.isEmpty()) {
                message.remove(ADDRESS);
            }
        }
        return message;
    }
}
