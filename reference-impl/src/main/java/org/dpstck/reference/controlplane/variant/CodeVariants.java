package org.dpstck.reference.controlplane.variant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal.Kind;

/** Other codes and bodies where documents leave the choice, and successes where positions let them draw a warning. */
final class CodeVariants {

    private static final Set<Kind> UNREADABLE = Set.of(
            Kind.EMPTY_BODY,
            Kind.MALFORMED_JSON,
            Kind.NOT_AN_OBJECT,
            Kind.MISSING_PROPERTY,
            Kind.MISTYPED_PROPERTY,
            Kind.MISTYPED_OPTIONAL);

    private static final Set<ControlPlaneOperation> CALLBACKS = Set.of(
            ControlPlaneOperation.PREPARED,
            ControlPlaneOperation.STARTED,
            ControlPlaneOperation.COMPLETED,
            ControlPlaneOperation.ERRORED);

    private CodeVariants() {}

    static void addTo(Map<String, Supplier<List<ControlHook>>> table) {
        for (int code : List.of(403, 404, 409)) {
            refusals(
                    table,
                    "CONTROL-REFUSES-DATA-PLANES-WITH-" + code,
                    each -> !isDsp(each),
                    each -> each.withStatus(code));
        }
        refusals(table, "CONTROL-UNREADABLE-IS-422", CodeVariants::isUnreadable, each -> each.withStatus(422));
        refusals(
                table,
                "CONTROL-REFUSES-WITHOUT-BODY",
                each -> !each.refusedFor(Kind.WRONG_STATE),
                each -> Answer.empty(each.status()));
        refusals(
                table,
                "CONTROL-AWAY-IS-503",
                each -> each.refusedFor(Kind.NOBODY_AVAILABLE),
                each -> each.withStatus(503));
        answers(
                table,
                "CONTROL-REGISTERS-WITH-201",
                each -> each.is(ControlPlaneOperation.REGISTER)
                        && each.refusal().isEmpty(),
                each -> each.withStatus(201));
        refusals(
                table,
                "CONTROL-DELETES-ANYTHING",
                each -> each.is(ControlPlaneOperation.DELETE_REGISTRATION) && each.refusedFor(Kind.UNKNOWN_DATA_PLANE),
                each -> Answer.empty(204));
        refusals(
                table,
                "CONTROL-UPDATES-ANYTHING",
                each -> each.is(ControlPlaneOperation.REPLACE_REGISTRATION) && each.refusedFor(Kind.UNKNOWN_DATA_PLANE),
                each -> Answer.empty(200));
        refusals(
                table,
                "CONTROL-HEARS-STALE-CALLBACKS",
                each -> isCallback(each) && each.refusedFor(Kind.WRONG_STATE),
                each -> Answer.empty(200));
        refusals(
                table,
                "CONTROL-READS-NO-CALLBACKS",
                each -> isCallback(each) && isUnreadable(each),
                each -> Answer.empty(200));
    }

    private static boolean isDsp(ControlExchange exchange) {
        return List.of(DspOperation.values()).stream().anyMatch(exchange::is);
    }

    private static boolean isCallback(ControlExchange exchange) {
        return CALLBACKS.stream().anyMatch(exchange::is);
    }

    private static boolean isUnreadable(ControlExchange exchange) {
        return exchange.refusal()
                .filter(each -> UNREADABLE.contains(each.kind()))
                .isPresent();
    }

    private static void refusals(
            Map<String, Supplier<List<ControlHook>>> table,
            String id,
            Predicate<ControlExchange> when,
            UnaryOperator<Answer> change) {
        answers(table, id, each -> each.refusal().isPresent() && when.test(each), change);
    }

    private static void answers(
            Map<String, Supplier<List<ControlHook>>> table,
            String id,
            Predicate<ControlExchange> when,
            UnaryOperator<Answer> change) {
        table.put(
                id,
                () -> List.of(new ControlHook() {
                    @Override
                    public Answer finished(ControlExchange exchange, Answer answer) {
                        return when.test(exchange) ? change.apply(answer) : answer;
                    }
                }));
    }
}
