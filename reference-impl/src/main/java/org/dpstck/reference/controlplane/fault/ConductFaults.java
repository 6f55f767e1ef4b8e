package org.dpstck.reference.controlplane.fault;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Request;

/** Defects of how a control plane goes on: about answers, errors, moments, and what it should not mind. */
final class ConductFaults {

    private ConductFaults() {}

    static void addTo(ControlFaultTable table) {
        table.rule("STARTS-BEFORE-THE-ANSWER", ControlRule.WAITS_FOR_ANSWER);
        table.rule("EARLY-CALLBACK-LOST", ControlRule.HEEDS_EARLY_CALLBACKS);
        table.rule("GOES-ON-WITHOUT-ADDRESS", ControlRule.NEEDS_ADDRESS);
        table.rule("ERROR-MOVES", ControlRule.ERROR_MOVES_NOTHING);
        // The first failure counts: whoever tried again first would do it so late that it depends on the time.
        table.rule("REVIVED-BY-THE-DATA-PLANE", ControlRule.END_IS_FINAL, ControlRule.RETRIES);
        callbacks(table);
        requests(table);
        table.sendingAll(
                "TELLS-RESUMPTION-NEVER",
                MessageKind.TRANSFER_START,
                message -> message.transfer().state() == TransferState.SUSPENDED ? List.of() : List.of(message));
        table.sending("TELLS-BEHIND-TWO-SLASHES", MessageKind.TRANSFER_START, ConductFaults::joined);
    }

    private static void callbacks(ControlFaultTable table) {
        fails(
                table,
                "COMPLETED-WHILE-SUSPENDING-500",
                exchange ->
                        accepted(exchange, ControlPlaneOperation.COMPLETED) && isIn(exchange, TransferState.SUSPENDED));
        fails(
                table,
                "COMPLETED-OF-THE-OTHER-END-500",
                exchange -> accepted(exchange, ControlPlaneOperation.COMPLETED)
                        && exchange.transfer()
                                .filter(each -> each.terms().offersEndpoint())
                                .isPresent());
        fails(
                table,
                "STARTED-AGAIN-500",
                exchange -> exchange.is(ControlPlaneOperation.STARTED) && isIn(exchange, TransferState.STARTED));
    }

    private static void requests(ControlFaultTable table) {
        table.add("REQUEST-REPEATED-500", Surprised::new);
        received(
                table,
                "REQUEST-REFUSES-MORE-MEMBERS",
                request -> request.text().contains("tck:") && request.text().contains("TransferRequestMessage"));
        received(
                table,
                "DATAPLANES-REFUSES-MORE-MEMBERS",
                request -> request.text().contains("tck:")
                        && request.segments().toString().contains("dataplanes"));
        received(
                table,
                "DATAPLANES-REFUSES-LABELS",
                request -> request.text().contains("\"labels\"")
                        && request.segments().toString().contains("dataplanes"));
    }

    private static boolean accepted(ControlExchange exchange, Enum<?> operation) {
        return exchange.is(operation) && exchange.refusal().isEmpty();
    }

    private static boolean isIn(ControlExchange exchange, TransferState state) {
        return exchange.transfer().filter(each -> each.state() == state).isPresent();
    }

    private static void fails(ControlFaultTable table, String id, Predicate<ControlExchange> when) {
        table.answer(id, when, answer -> Answer.empty(500));
    }

    /** Knows what to do with a request once. */
    private static final class Surprised implements ControlHook {
        private final Set<String> answered = ConcurrentHashMap.newKeySet();

        @Override
        public Answer finished(ControlExchange exchange, Answer answer) {
            boolean known = accepted(exchange, DspOperation.REQUEST)
                    && exchange.transfer()
                            .filter(each -> !answered.add(each.id()))
                            .isPresent();
            return known ? Answer.empty(500) : answer;
        }
    }

    /** A request that is spoiled before anybody reads it. */
    private static void received(ControlFaultTable table, String id, Predicate<Request> when) {
        table.add(id, () -> new ControlHook() {
            @Override
            public Request received(Request request) {
                return when.test(request) ? request.withText("{}") : request;
            }
        });
    }

    /** Joins address and path without a look at how the address ends. */
    private static Outgoing joined(Outgoing message) {
        String address = message.transfer().terms().counterPartyAddress().toString();
        String base = address.replaceFirst("/+$", "");
        String path = message.target().toString().substring(base.length());
        return message.withTarget(URI.create(address + path));
    }
}
