package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.on;
import static org.dpstck.reference.fault.When.refused;
import static org.dpstck.reference.fault.When.success;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.dpstck.reference.authorization.Check;
import org.dpstck.reference.hook.AuthorizationHook;
import org.dpstck.reference.hook.RequestHook;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Registrations that are answered wrongly, or read wrongly. */
final class RegistrationFaults {

    private static final Operation CREATE = Operation.REGISTER;
    private static final Operation UPDATE = Operation.REPLACE_REGISTRATION;
    private static final Operation DELETE = Operation.DELETE_REGISTRATION;

    private RegistrationFaults() {}

    static void addTo(FaultTable table) {
        answers(table);
        bodies(table);
        tolerance(table);
        strictness(table);
        table.request("REGISTRATION-ID-NOT-DECODED", undecoded());
        table.answer(
                "DEREGISTRATION-500-ON-ESCAPES",
                on(DELETE).and(exchange -> ControlPlanePath.id(exchange.request())
                        .filter(id -> id.contains("/") || id.contains("%"))
                        .isPresent()),
                any -> broken(500));
    }

    private static void answers(FaultTable table) {
        table.answer("REGISTRATION-201", success(CREATE), answer -> answer.withStatus(201));
        table.answer("REGISTRATION-204", success(CREATE), answer -> answer.withStatus(204));
        table.answer("REGISTRATION-UPDATE-204", success(UPDATE), answer -> answer.withStatus(204));
        table.answer("REGISTRATION-UPDATE-MISSING", on(UPDATE), answer -> broken(405));
        table.answer(
                "REGISTRATION-UPDATE-UNKNOWN-500", refused(UPDATE, Kind.UNKNOWN_CONTROL_PLANE), any -> broken(500));
        table.answer(
                "REGISTRATION-UPDATE-UNKNOWN-200",
                refused(UPDATE, Kind.UNKNOWN_CONTROL_PLANE),
                any -> Answer.empty(200));
        table.answer(
                "DEREGISTRATION-200-WITH-BODY",
                success(DELETE),
                any -> Answer.json(200, Json.object().put("deleted", true)));
        table.answer("DEREGISTRATION-MISSING", on(DELETE), answer -> broken(405));
        table.answer("DEREGISTRATION-UNKNOWN-500", refused(DELETE, Kind.UNKNOWN_CONTROL_PLANE), any -> broken(500));
        table.answer(
                "DEREGISTRATION-UNKNOWN-204", refused(DELETE, Kind.UNKNOWN_CONTROL_PLANE), any -> Answer.empty(204));
        table.answer("REGISTRATION-ACCEPTS-OTHER-METHOD", refused(CREATE, Kind.METHOD), answer -> Answer.empty(200));
        table.answer(
                "DEREGISTRATION-ACCEPTS-OTHER-METHOD",
                refused(DELETE, Kind.METHOD).or(refused(UPDATE, Kind.METHOD)),
                answer -> Answer.empty(204));
    }

    private static void bodies(FaultTable table) {
        for (Operation operation : List.of(CREATE, UPDATE)) {
            String id = operation == CREATE ? "REGISTRATION-" : "REGISTRATION-UPDATE-";
            table.answer(id + "ACCEPTS-MALFORMED-JSON", refused(operation, Kind.MALFORMED_JSON), any -> done());
            table.answer(id + "ACCEPTS-OTHER-MEDIA-TYPE", refused(operation, Kind.MEDIA_TYPE), any -> done());
            table.answer(id + "MALFORMED-JSON-500", refused(operation, Kind.MALFORMED_JSON), any -> broken(500));
            table.answer(id + "MISSING-ENDPOINT-500", lacks(operation, "endpoint"), any -> broken(500));
            table.answer(id + "ACCEPTS-MISSING-ENDPOINT", lacks(operation, "endpoint"), any -> done());
            table.answer(id + "ACCEPTS-MISTYPED-ENDPOINT", mistypes(operation, "endpoint"), any -> done());
        }
        table.answer("REGISTRATION-ACCEPTS-MISSING-ID", lacks(CREATE, "controlplaneId"), any -> done());
        table.answer("REGISTRATION-ACCEPTS-MISTYPED-ID", mistypes(CREATE, "controlplaneId"), any -> done());
    }

    private static void tolerance(FaultTable table) {
        Predicate<Exchange> formless = refused(CREATE, Kind.MISTYPED_OPTIONAL);
        table.answer(
                "REGISTRATION-ACCEPTS-OTHER-AUTHORIZATION-FORM",
                formless.and(exchange -> isTyped(authorizations(exchange))),
                any -> done());
        table.answer(
                "REGISTRATION-ACCEPTS-UNTYPED-AUTHORIZATION",
                formless.and(exchange -> !isTyped(authorizations(exchange))),
                any -> done());
    }

    private static void strictness(FaultTable table) {
        refuses(table, "REGISTRATION-REFUSES-UNKNOWN-MEMBERS", body -> body.has("x-dps-tck"));
        refuses(table, "REGISTRATION-REFUSES-NAME", body -> body.has("name"));
        refuses(table, "REGISTRATION-REFUSES-LABELS", body -> body.has("labels"));
        refuses(table, "REGISTRATION-REQUIRES-AUTHORIZATION", body -> !body.has("authorization"));
        refuses(table, "REGISTRATION-DEMANDS-AUTHORIZATION", body -> !body.has("authorization"));
        table.add("REGISTRATION-DEMANDS-UNUSED-AUTHORIZATION", UnusedAuthorization::new);
        refuses(table, "REGISTRATION-REQUIRES-CONTROLPLANE-ID", body -> !body.has("controlplaneId"));
        refuses(table, "REGISTRATION-REQUIRES-DATAPLANE-ID", body -> !body.has("dataplaneId"));
        refuses(table, "REGISTRATION-REFUSES-DATAPLANE-ID", body -> body.has("dataplaneId"));
    }

    /** What is to be refused is made unreadable before it is routed, so that nothing is stored. */
    private static void refuses(FaultTable table, String id, Predicate<ObjectNode> wrong) {
        table.request(id, request -> spoiled(request, wrong));
    }

    private static Request spoiled(Request request, Predicate<ObjectNode> wrong) {
        return ControlPlanePath.isMessage(request)
                        && Json.tryObject(request.text()).filter(wrong).isPresent()
                ? request.withJson("{")
                : request;
    }

    private static Predicate<Exchange> lacks(Operation operation, String property) {
        return refused(operation, Kind.MISSING_PROPERTY).and(exchange -> isAbout(exchange, property));
    }

    private static Predicate<Exchange> mistypes(Operation operation, String property) {
        return refused(operation, Kind.MISTYPED_PROPERTY).and(exchange -> isAbout(exchange, property));
    }

    private static boolean isAbout(Exchange exchange, String property) {
        return exchange.refusal()
                .map(Refusal::property)
                .filter(property::equals)
                .isPresent();
    }

    private static ObjectNode authorizations(Exchange exchange) {
        return Json.tryObject(exchange.request().text()).orElseGet(Json::object);
    }

    /** Whether every authorization says its type, whatever the form it stands in. */
    private static boolean isTyped(ObjectNode message) {
        var authorization = message.path("authorization");
        var one = authorization.isArray() ? authorization.path(0) : authorization;
        return one.path("type").isString();
    }

    /** Looks for the id as it stands in the path. */
    private static RequestHook undecoded() {
        return request -> ControlPlanePath.id(request)
                .map(id -> ControlPlanePath.withId(
                        request, URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")))
                .orElse(request);
    }

    private static Answer done() {
        return Answer.empty(200);
    }

    private static Answer broken(int status) {
        return Answer.empty(status);
    }

    /** Validates by the JSON schema, which requires credentials, and never looks at them again. */
    private static final class UnusedAuthorization implements RequestHook, AuthorizationHook {

        @Override
        public Request received(Request request) {
            return spoiled(request, body -> !body.has("authorization"));
        }

        @Override
        public boolean skips(Check check) {
            return check == Check.PRESENCE;
        }
    }
}
