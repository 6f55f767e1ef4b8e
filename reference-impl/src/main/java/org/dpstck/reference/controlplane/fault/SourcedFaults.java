package org.dpstck.reference.controlplane.fault;

import static org.dpstck.reference.controlplane.hook.MessageKind.RESUME;
import static org.dpstck.reference.controlplane.hook.MessageKind.START;
import static org.dpstck.reference.controlplane.hook.MessageKind.SUSPEND;
import static org.dpstck.reference.controlplane.hook.MessageKind.TERMINATE;
import static org.dpstck.reference.controlplane.hook.MessageKind.TRANSFER_START;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.edition.ControlPlaneOperation;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.message.JsonLdMessages;
import tools.jackson.databind.node.ObjectNode;

/** Defects of a control plane that speaks the EDC's own interface. */
final class SourcedFaults {

    private static final String DESTINATION = "destinationDataAddress";

    private SourcedFaults() {}

    static void addTo(ControlFaultTable table) {
        for (String member : List.of("@context", "@type", "sourceDataAddress", "transferType")) {
            String name = member.replaceAll("[^A-Za-z]", "")
                    .replaceAll("([A-Z])", "-$1")
                    .toUpperCase(Locale.ROOT);
            table.message("SOURCED-START-WITHOUT-" + name, START, body -> without(body, member));
        }
        table.message("SOURCED-SUSPEND-WITHOUT-TYPE", SUSPEND, body -> without(body, "@type"));
        table.message("SOURCED-TERMINATE-WITHOUT-TYPE", TERMINATE, body -> without(body, "@type"));
        table.message("SOURCED-PUSH-WITHOUT-DESTINATION", START, body -> without(body, DESTINATION));
        table.message("SOURCED-PUSH-AGAIN-WITHOUT-DESTINATION", RESUME, body -> without(body, DESTINATION));
        table.message(
                "SOURCED-PUSH-SAME-PROCESS-ID",
                START,
                body -> body.has(DESTINATION) ? body.put("processId", "the-same-for-every-push") : body);
        table.message("SOURCED-PUSH-ELSEWHERE", START, SourcedFaults::elsewhere);
        table.rule("SOURCED-SENDS-ONCE-ONLY", ControlRule.RETRIES);
        table.add("SOURCED-REPEATS-ANOTHER", () -> new ControlHook() {
            @Override
            public Outgoing repeated(Outgoing message) {
                return message.withObject(
                        body -> body.has("datasetId") ? body.put("datasetId", "another-dataset") : body);
            }
        });
        table.add("SOURCED-REPEATED-START-TOLD-TWICE", ToldTwice::new);
        ignoring(table, "SOURCED-ACK-OF-A-PUSH-IGNORED", Direction.PUSH);
        ignoring(table, "SOURCED-ACK-OF-A-PULL-IGNORED", Direction.PULL);
        table.sendingAll("SOURCED-NO-START-AGAIN", RESUME, message -> List.of());
        table.rule("SOURCED-OLD-ADDRESS-AGAIN", ControlRule.PASSES_NEW_ADDRESS);
        table.message("SOURCED-START-WITHOUT-TOKEN", TRANSFER_START, SourcedFaults::withoutProperties);
        table.rule("SOURCED-NO-REFERENCE", ControlRule.MAKES_REFERENCE);
        table.rule("SOURCED-REFERENCE-KEPT", ControlRule.REPLACES_REFERENCE);
        table.rule("SOURCED-REFERENCES-BOTH", ControlRule.REMOVES_REFERENCE);
        table.rule("SOURCED-REFERENCE-BY-AGREEMENT", ControlRule.REFERENCES_TRANSFERS);
        table.add("SOURCED-ONE-DATA-PLANE-ONLY", OneOnly::new);
        table.rule("SOURCED-ANY-SOURCE", ControlRule.HEEDS_SOURCES);
        table.rule("SOURCED-ALIKE-SOURCES", ControlRule.COMPARES_WHOLE_SOURCES);
        table.rule("SOURCED-FIRST-SOURCE-ONLY", ControlRule.HEEDS_EVERY_SOURCE);
        table.rule("SOURCED-NO-HEART-BEAT", ControlRule.BEATS);
        table.rule("SOURCED-HEART-BEAT-ELSEWHERE", ControlRule.BEATS_AT_CHECK);
        table.rule("SOURCED-SELECTS-UNAVAILABLE", ControlRule.HEEDS_HEART_BEATS);
        table.rule("SOURCED-SELECTS-AFTER-4XX", ControlRule.HEEDS_REFUSED_HEART_BEATS);
        table.rule("SOURCED-NEVER-BACK", ControlRule.COMES_BACK);
        table.rule("SOURCED-CATALOG-ONE-TYPE", ControlRule.CATALOGUES_EVERY_TYPE);
        table.rule("SOURCED-CATALOG-REMEMBERS", ControlRule.CATALOGUES_NOW);
        table.rule("SOURCED-CATALOG-ANY-SOURCE", ControlRule.CATALOGUES_SOURCES);
    }

    /** The acknowledgement of a start in one direction does not move the transfer. */
    private static void ignoring(ControlFaultTable table, String id, Direction direction) {
        table.transition(
                id,
                (transfer, step, party, verdict) -> step == Step.START
                                && party == Party.SELF
                                && transfer.terms().direction() == direction
                        ? Verdict.refuse("a deliberate fault")
                        : verdict);
    }

    private static ObjectNode without(ObjectNode body, String member) {
        body.remove(member);
        return body;
    }

    private static ObjectNode elsewhere(ObjectNode body) {
        if (body.get(DESTINATION) instanceof ObjectNode address) {
            address.put("dspace:endpoint", "http://nowhere.example");
        }
        return body;
    }

    private static ObjectNode withoutProperties(ObjectNode body) {
        if (body.get("dataAddress") instanceof ObjectNode address) {
            address.remove("endpointProperties");
        }
        return body;
    }

    /** Counts acknowledgements and attempts alike. */
    private static final class ToldTwice implements ControlHook {
        private final Set<String> again = ConcurrentHashMap.newKeySet();

        @Override
        public Outgoing repeated(Outgoing message) {
            if (message.kind() == START) {
                again.add(message.transfer().id());
            }
            return message;
        }

        @Override
        public List<Outgoing> sending(Outgoing message) {
            boolean twice = message.kind() == TRANSFER_START
                    && again.contains(message.transfer().id());
            return twice ? List.of(message, message) : List.of(message);
        }
    }

    /** Takes the registration of one data plane, and of no further one. */
    private static final class OneOnly implements ControlHook {
        private final Set<String> registered = ConcurrentHashMap.newKeySet();

        @Override
        public Answer finished(ControlExchange exchange, Answer answer) {
            if (!exchange.is(ControlPlaneOperation.REGISTER) || !answer.isSuccess()) {
                return answer;
            }
            registered.add(JsonLdMessages.id(exchange.request()).orElse(""));
            return registered.size() > 1 ? Answer.empty(409) : answer;
        }
    }
}
