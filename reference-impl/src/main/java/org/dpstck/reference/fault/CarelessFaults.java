package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.refusedFor;

import java.util.Map;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.hook.RuleHook;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;

/** Input that nobody thought of, in whatever operation: it breaks the plane, or is never looked at. */
final class CarelessFaults {

    /** What no operation expects, and breaks on. */
    private static final Map<String, Kind> BREAKING = Map.of(
            "EMPTY-STRING-500", Kind.BLANK_PROPERTY,
            "MISTYPED-MEMBER-500", Kind.MISTYPED_PROPERTY,
            "OPTIONAL-MEMBER-MISTYPED-500", Kind.MISTYPED_OPTIONAL,
            "EMPTY-BODY-500", Kind.EMPTY_BODY,
            "NOT-AN-OBJECT-500", Kind.NOT_AN_OBJECT,
            "MEDIA-TYPE-500", Kind.MEDIA_TYPE);

    private static final String READ = "{\"messageId\":\"unread\"}";

    private CarelessFaults() {}

    static void addTo(FaultTable table) {
        BREAKING.forEach((id, kind) -> table.answer(id, refusedFor(kind), InputFaults::crash));
        table.answer("NULL-MEMBER-500", CarelessFaults::isNull, InputFaults::crash);
        RuleHook unreadable = rule -> rule != Rule.PATH_REFUSED;
        table.add("NUL-IN-PATH-500", () -> unreadable);
        table.request("SIGNALS-UNREAD", CarelessFaults::unread);
    }

    private static boolean isNull(Exchange exchange) {
        return exchange.refusal()
                .filter(refusal -> refusal.kind() == Kind.MISSING_PROPERTY)
                .map(Refusal::property)
                .filter(property ->
                        Requests.message(exchange.request()).path(property).isNull())
                .isPresent();
    }

    /** Suspend and terminate name the flow in their path, so somebody may think that this is all there is to read. */
    private static Request unread(Request request) {
        boolean signal = Requests.ends(request, "suspend") || Requests.ends(request, "terminate");
        return signal && request.method().equals("POST") ? request.withJson(READ) : request;
    }
}
