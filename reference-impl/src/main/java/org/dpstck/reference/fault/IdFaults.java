package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.refused;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.hook.CallbackHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;

/** Ids that are long or odd, and what is done to them. */
final class IdFaults {

    private static final String PROCESS = "processId";
    private static final int COLUMN = 255;
    private static final int NARROW = 128;
    private static final int LONG = 1000;

    /** What a careless plane makes of a process id before it looks the process up. */
    private static final Map<String, UnaryOperator<String>> CHANGES = Map.of(
            "TRUNCATED", id -> id.substring(0, Math.min(id.length(), COLUMN)),
            "NORMALISED", id -> Normalizer.normalize(id, Normalizer.Form.NFC),
            "LOWER-CASED", id -> id.toLowerCase(Locale.ROOT),
            "TRIMMED", id -> id.strip().replaceAll("\\s+", " "),
            "DECODED", IdFaults::decoded,
            "CUT-AT-HASH", id -> id.replaceFirst("[?#].*$", ""),
            "ASCII-ONLY", id -> id.replaceAll("[^\\x00-\\x7f]+", "?"),
            "DOTS-RESOLVED", IdFaults::resolved);

    private static final Map<String, Predicate<String>> BREAKING = Map.of(
            "LONG", id -> id.length() > COLUMN,
            "NON-ASCII", IdFaults::isOdd,
            "QUOTES", id -> id.contains("'") || id.contains("\""));

    /** What breaks the look-up of a dataset: a key in lower case, a narrow column, a pattern that nobody has checked. */
    private static final Map<String, Predicate<String>> DATASETS = Map.of(
            "CAPITALS", id -> !id.equals(id.toLowerCase(Locale.ROOT)),
            "LONG", id -> id.length() > NARROW,
            "MARKS", id -> !id.matches("[A-Za-z0-9:._-]*"));

    private IdFaults() {}

    static void addTo(FaultTable table) {
        CHANGES.forEach((word, change) -> table.request(
                "PROCESS-ID-" + word,
                request -> Requests.opening(request, message -> {
                    message.put(PROCESS, change.apply(message.path(PROCESS).asString("")));
                    return message;
                })));
        BREAKING.forEach((word, condition) -> {
            table.answer("PROCESS-ID-500-ON-" + word, opening(PROCESS, condition), InputFaults::crash);
            table.answer("AGREEMENT-ID-500-ON-" + word, opening("agreementId", condition), InputFaults::crash);
        });
        DATASETS.forEach((word, condition) ->
                table.answer("DATASET-ID-500-ON-" + word, opening("datasetId", condition), InputFaults::crash));
        for (Operation operation : List.of(Operation.STATUS, Operation.SUSPEND, Operation.TERMINATE)) {
            table.answer(
                    operation + "-500-ON-LONG-ID", unknown(operation, id -> id.length() > LONG), InputFaults::crash);
            table.answer(operation + "-500-ON-ODD-ID", unknown(operation, IdFaults::isOdd), InputFaults::crash);
        }
        table.answer(
                "STATUS-ACCEPTS-ID-WITH-SLASH",
                unknown(Operation.STATUS, id -> id.contains("/")),
                answer -> Answer.json(
                        200, Json.object().put("dataFlowId", "unnoticed").put("state", "STARTED")));
        callbacks(table);
    }

    private static void callbacks(FaultTable table) {
        transfer(table, "CALLBACK-ID-ENCODED-TWICE", id -> URLEncoder.encode(id, StandardCharsets.UTF_8));
        transfer(table, "CALLBACK-ID-TRUNCATED", id -> id.substring(0, Math.min(id.length(), COLUMN)));
        transfer(table, "CALLBACK-ID-ASCII-ONLY", id -> id.replaceAll("[^\\x00-\\x7f]+", "?"));
    }

    private static void transfer(FaultTable table, String id, UnaryOperator<String> change) {
        table.callback(id, new CallbackHook() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                return List.of(callback.withTransferId(change.apply(callback.transferId())));
            }
        });
    }

    private static Predicate<Exchange> opening(String member, Predicate<String> condition) {
        return exchange -> {
            Request request = exchange.request();
            return Requests.opens(request)
                    && condition.test(Requests.message(request).path(member).asString(""));
        };
    }

    /** An id that names no flow, as it reads when it is decoded. */
    private static Predicate<Exchange> unknown(Operation operation, Predicate<String> condition) {
        return refused(operation, Kind.UNKNOWN_FLOW)
                .and(exchange -> exchange.request().segments().stream().anyMatch(condition));
    }

    private static boolean isOdd(String id) {
        return id.chars().anyMatch(c -> c > 127);
    }

    /** A path without its {@code ..}, as a plane makes it that keeps each process in a folder of its own. */
    private static String resolved(String id) {
        return id.replaceAll("[^/]+/\\.\\./", "");
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return id;
        }
    }
}
