package org.dpstck.reference.controlplane.fault;

import java.util.List;
import java.util.Set;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal.Kind;

/** Callbacks and requests of data planes that are answered or taken wrongly. */
final class CallbackFaults {

    private static final Set<Kind> UNREADABLE = Set.of(
            Kind.EMPTY_BODY,
            Kind.MALFORMED_JSON,
            Kind.NOT_AN_OBJECT,
            Kind.MISSING_PROPERTY,
            Kind.MISTYPED_PROPERTY,
            Kind.MISTYPED_OPTIONAL);

    private static final List<ControlPlaneOperation> CALLBACKS = List.of(
            ControlPlaneOperation.PREPARED,
            ControlPlaneOperation.STARTED,
            ControlPlaneOperation.COMPLETED,
            ControlPlaneOperation.ERRORED);

    private CallbackFaults() {}

    static void addTo(ControlFaultTable table) {
        for (ControlPlaneOperation each : CALLBACKS) {
            table.answer(
                    each + "-CALLBACK-500",
                    exchange -> exchange.is(each) && exchange.refusal().isEmpty(),
                    answer -> Answer.empty(500));
        }
        table.answer(
                "CALLBACK-UNKNOWN-500",
                exchange -> called(exchange) && exchange.refusedFor(Kind.UNKNOWN_TRANSFER),
                answer -> Answer.empty(500));
        table.answer(
                "CALLBACK-ILLEGAL-500",
                exchange -> called(exchange) && exchange.refusedFor(Kind.WRONG_STATE),
                answer -> Answer.empty(500));
        table.answer(
                "CALLBACK-MALFORMED-500",
                exchange -> called(exchange)
                        && exchange.refusal()
                                .filter(each -> UNREADABLE.contains(each.kind()))
                                .isPresent(),
                answer -> Answer.empty(500));
        table.rule("ERRORED-PROPAGATED", ControlRule.ERRORED_AS_EDITION_SAYS, ControlRule.ERRORED_TOLD_AS_EDITION_SAYS);
        agreements(table);
    }

    private static void agreements(ControlFaultTable table) {
        table.answer(
                "AGREEMENT-WITHOUT-ASSIGNER",
                exchange -> exchange.is(ControlPlaneOperation.AGREEMENT),
                answer -> answer.withObject(message -> SignalFaults.without(message, "assigner")));
        table.answer(
                "AGREEMENT-UNKNOWN-200",
                exchange -> exchange.is(ControlPlaneOperation.AGREEMENT) && exchange.refusedFor(Kind.UNKNOWN_TRANSFER),
                answer -> Answer.empty(200));
    }

    private static boolean called(ControlExchange exchange) {
        return CALLBACKS.stream().anyMatch(exchange::is);
    }
}
