package org.dpstck.reference.controlplane.fault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.FlowPhase;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Transfers that are mixed up with others, and messages about what is over, refused or told already. */
final class NeighbourFaults {

    private NeighbourFaults() {}

    static void addTo(ControlFaultTable table) {
        table.add("SUSPEND-REACHES-EVERY-FLOW", () -> new Everybody(MessageKind.SUSPEND));
        table.add("TERMINATE-REACHES-EVERY-FLOW", () -> new Everybody(MessageKind.TERMINATE));
        table.add("SUSPENSION-MOVES-EVERY-PROCESS", Infectious::new);
        table.add("TELLS-PULL-START-ADDRESS-OF-ANOTHER", Mistaken::new);
        table.add("UNSTARTED-FLOW-LEFT", Careless::new);
        table.add("TELLS-RESUMED-ADDRESS-OF-BEFORE", () -> new Nostalgic(Set.of(MessageKind.TRANSFER_START)));
        table.add(
                "RESUME-WITH-ADDRESS-OF-BEFORE",
                () -> new Nostalgic(Set.of(MessageKind.START, MessageKind.STARTED, MessageKind.RESUME)));
        table.rule("REFUSED-MESSAGE-PASSED-ON", ControlRule.REFUSAL_REACHES_NOBODY);
        table.rule("TELLS-WHAT-IT-WAS-TOLD", ControlRule.ECHOES_NOTHING);
        table.rule("REPEATED-CALLBACK-TOLD-AGAIN", ControlRule.CALLBACK_COUNTS_ONCE);
        table.transition("TELLS-START-AFTER-THE-END", NeighbourFaults::startedAnyway);
    }

    private static Verdict startedAnyway(Transfer transfer, Step step, Party party, Verdict verdict) {
        boolean ended = transfer.state() == TransferState.TERMINATED && party == Party.SELF;
        return ended && step == Step.START ? Verdict.move(TransferState.STARTED) : verdict;
    }

    /** Remembers every transfer whose data flow was asked for. */
    private abstract static class Remembering implements ControlHook {
        private final Set<Transfer> all = ConcurrentHashMap.newKeySet();

        @Override
        public List<Outgoing> sending(Outgoing message) {
            if (message.kind() == MessageKind.START || message.kind() == MessageKind.PREPARE) {
                all.add(message.transfer());
            }
            return List.of(message);
        }

        /** Others of the same kind whose process and data flow are in these states. */
        final Stream<Transfer> others(Transfer transfer, TransferState state, FlowPhase phase) {
            return all.stream()
                    .filter(each -> each != transfer
                            && each.terms().role() == transfer.terms().role()
                            && each.terms().direction() == transfer.terms().direction()
                            && each.state() == state
                            && each.phase() == phase);
        }
    }

    /** Sends a signal about every flow that has started. */
    private static final class Everybody extends Remembering {
        private final MessageKind kind;

        Everybody(MessageKind kind) {
            this.kind = kind;
        }

        @Override
        public List<Outgoing> sending(Outgoing message) {
            super.sending(message);
            if (message.kind() != kind) {
                return List.of(message);
            }
            Stream<Outgoing> more = others(message.transfer(), TransferState.STARTED, FlowPhase.STARTED)
                    .flatMap(each -> about(each, message).stream());
            return Stream.concat(Stream.of(message), more).toList();
        }

        private static Optional<Outgoing> about(Transfer other, Outgoing message) {
            String own = message.transfer().flowId().orElse("");
            return other.flowId()
                    .map(id -> URI.create(message.target().toString().replace(own, id)))
                    .map(message::withTarget);
        }
    }

    /** Suspends every process of the kind. */
    private static final class Infectious extends Remembering {

        @Override
        public Answer finished(ControlExchange exchange, Answer answer) {
            if (exchange.is(DspOperation.SUSPENSION) && exchange.refusal().isEmpty()) {
                exchange.transfer().stream()
                        .flatMap(each -> others(each, TransferState.STARTED, FlowPhase.STARTED))
                        .forEach(other -> other.move(TransferState.SUSPENDED));
            }
            return answer;
        }
    }

    /** Takes the data address of another pull that is starting, too. */
    private static final class Mistaken extends Remembering {

        @Override
        public List<Outgoing> sending(Outgoing message) {
            super.sending(message);
            if (message.kind() != MessageKind.TRANSFER_START) {
                return List.of(message);
            }
            return List.of(others(message.transfer(), TransferState.REQUESTED, FlowPhase.STARTED)
                    .flatMap(each -> each.ownAddress().stream())
                    .findFirst()
                    .map(address -> message.withObject(body -> body.set("dataAddress", address)))
                    .orElse(message));
        }

        @Override
        public Duration pace(Outgoing message) {
            return message.kind() == MessageKind.TRANSFER_START ? Duration.ofMillis(60) : Duration.ZERO;
        }
    }

    /** Terminates the flow of a transfer that has started, and no other. */
    private static final class Careless implements ControlHook {
        private final Set<String> started = ConcurrentHashMap.newKeySet();

        @Override
        public List<Outgoing> sending(Outgoing message) {
            if (message.kind() == MessageKind.TRANSFER_START || message.kind() == MessageKind.STARTED) {
                started.add(message.transfer().id());
            }
            boolean dropped = message.kind() == MessageKind.TERMINATE
                    && !started.contains(message.transfer().id());
            return dropped ? List.of() : List.of(message);
        }
    }

    /** Keeps to the first data address that a transfer had in messages of these kinds. */
    private static final class Nostalgic implements ControlHook {
        private final Set<MessageKind> kinds;
        private final Map<String, JsonNode> first = new ConcurrentHashMap<>();

        Nostalgic(Set<MessageKind> kinds) {
            this.kinds = kinds;
        }

        @Override
        public List<Outgoing> sending(Outgoing message) {
            return List.of(kinds.contains(message.kind()) ? message.withObject(body -> kept(message, body)) : message);
        }

        private ObjectNode kept(Outgoing message, ObjectNode body) {
            JsonNode told = body.get("dataAddress");
            if (told != null) {
                JsonNode before = first.putIfAbsent(message.transfer().id(), told);
                body.set("dataAddress", before == null ? told : before);
            }
            return body;
        }
    }
}
