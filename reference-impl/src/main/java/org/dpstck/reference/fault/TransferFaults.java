package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.refused;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import tools.jackson.databind.node.ObjectNode;

/** Transfer types and profiles that are compared, taken apart or looked up wrongly. */
final class TransferFaults {

    private static final Pattern RESPONSE = Pattern.compile("(?i)-(push|pull)-.+");
    private static final List<String> KNOWN = List.of("com.test.http-PUSH", "com.test.http-PULL");

    private TransferFaults() {}

    static void addTo(FaultTable table) {
        for (Operation opening : List.of(Operation.PREPARE, Operation.START)) {
            accepts(table, opening + "-ACCEPTS-UNSERVED-TRANSFER", opening, Kind.UNSERVED_TRANSFER, any -> true);
            crashes(table, opening + "-500-ON-UNSERVED-TRANSFER", opening, Kind.UNSERVED_TRANSFER);
            accepts(table, opening + "-ACCEPTS-TRANSFER-FORM", opening, Kind.TRANSFER_FORM, any -> true);
            crashes(table, opening + "-500-ON-TRANSFER-FORM", opening, Kind.TRANSFER_FORM);
            accepts(
                    table,
                    opening + "-ACCEPTS-PROFILE-WITHOUT-URL",
                    opening,
                    Kind.TRANSFER_FORM,
                    name -> !name.contains("://"));
        }
        table.request(
                "TRANSFER-TYPE-CASE-SENSITIVE",
                request ->
                        Requests.opens(request) && isSpelledOtherwise(name(request)) ? request.withJson("?") : request);
        table.answer(
                "TRANSFER-TYPE-500-ON-RESPONSE-PART",
                exchange -> Requests.opens(exchange.request())
                        && RESPONSE.matcher(name(exchange.request())).find(),
                InputFaults::crash);
        table.answer(
                "CONSUMER-START-500",
                exchange -> exchange.is(Operation.START)
                        && name(exchange.request()).toLowerCase(Locale.ROOT).endsWith("-pull")
                        && Requests.message(exchange.request()).has("dataAddress"),
                InputFaults::crash);
    }

    private static void accepts(
            FaultTable table, String id, Operation opening, Kind kind, Predicate<String> condition) {
        table.answer(
                id,
                refused(opening, kind).and(exchange -> condition.test(name(exchange.request()))),
                answer -> Answer.json(200, unnoticed(opening)));
    }

    private static void crashes(FaultTable table, String id, Operation opening, Kind kind) {
        table.answer(id, refused(opening, kind), InputFaults::crash);
    }

    private static ObjectNode unnoticed(Operation opening) {
        return InputFaults.unnoticed(opening == Operation.PREPARE ? "PREPARED" : "STARTED");
    }

    /** The name that the plane knows, in letters of another case. */
    private static boolean isSpelledOtherwise(String name) {
        return KNOWN.stream().anyMatch(known -> known.equalsIgnoreCase(name) && !known.equals(name));
    }

    private static String name(Request request) {
        ObjectNode message = Requests.message(request);
        return message.path("transferType").asString(message.path("profile").asString(""));
    }
}
