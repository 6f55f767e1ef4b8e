package org.dpstck.reference.controlplane.variant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Request;

/** Other ways to go on where documents leave the choice. */
final class ConductVariants {

    private static final Duration LATER = Duration.ofMillis(120);

    private ConductVariants() {}

    static void addTo(Map<String, Supplier<List<ControlHook>>> table) {
        choice(table, "CONTROL-ONE-ATTEMPT", ControlRule.RETRIES);
        choice(table, "CONTROL-RETRIES-SLOWLY", ControlRule.RETRIES_SOON);
        choice(table, "CONTROL-FIRST-DATA-PLANE-ONLY", ControlRule.PASSES_OVER_UNREACHABLE);
        choice(table, "CONTROL-FAILED-STAYS-REQUESTED", ControlRule.FAILURE_TERMINATES);
        choice(table, "CONTROL-ACTS-BEFORE-IT-ANSWERS", ControlRule.ANSWERS_FIRST);
        table.put(
                "CONTROL-ACTS-LATER",
                () -> List.of(new ControlHook() {
                    @Override
                    public Duration pace(Outgoing message) {
                        return LATER;
                    }
                }));
        table.put(
                "CONTROL-URN-IDS",
                () -> List.of(new ControlHook() {
                    @Override
                    public String named(String id) {
                        return "urn:uuid:" + id;
                    }
                }));
        table.put("CONTROL-OTHER-PROCESS-IDS", () -> List.of(new OtherIds()));
        table.put("CONTROL-TAKES-REPETITIONS", () -> List.of(new Patient()));
        table.put("CONTROL-BUSY-AT-FIRST", () -> List.of(new Busy()));
    }

    private static void choice(Map<String, Supplier<List<ControlHook>>> table, String id, ControlRule otherwise) {
        table.put(
                id,
                () -> List.of(new ControlHook() {
                    @Override
                    public boolean keeps(ControlRule rule) {
                        return rule != otherwise;
                    }
                }));
    }

    /** Names processes to data planes by ids that the counter-party never hears of. */
    private static final class OtherIds implements ControlHook {
        private static final String PREFIX = "of-the-data-plane-";
        private static final Set<MessageKind> SIGNALS = Set.of(
                MessageKind.PREPARE,
                MessageKind.START,
                MessageKind.STARTED,
                MessageKind.SUSPEND,
                MessageKind.RESUME,
                MessageKind.TERMINATE,
                MessageKind.COMPLETED);

        @Override
        public List<Outgoing> sending(Outgoing message) {
            boolean named = SIGNALS.contains(message.kind()) && message.body().contains("\"processId\"");
            return List.of(
                    named
                            ? message.withObject(body -> body.put(
                                    "processId", PREFIX + message.transfer().id()))
                            : message);
        }

        @Override
        public Request received(Request request) {
            return request.withSegments(request.segments().stream()
                    .map(each -> each.startsWith(PREFIX) ? each.substring(PREFIX.length()) : each)
                    .toList());
        }
    }

    /** Acknowledges a message that asks for the state that is reached already. */
    private static final class Patient implements ControlHook {
        private static final Set<Step> STEPS = Set.of(Step.SUSPEND, Step.COMPLETE, Step.TERMINATE);

        @Override
        public Verdict decided(Transfer transfer, Step step, Party party, Verdict verdict) {
            boolean again = party == Party.PEER && STEPS.contains(step) && transfer.state() == step.target();
            return again ? Verdict.move(step.target()) : verdict;
        }
    }

    /** Keeps a process to itself until it has read the answer to its request: the first start comes too early. */
    private static final class Busy implements ControlHook {

        private static final int CONFLICT = 409;

        private final Set<String> early = ConcurrentHashMap.newKeySet();
        private final Set<String> told = ConcurrentHashMap.newKeySet();

        @Override
        public Verdict decided(Transfer transfer, Step step, Party party, Verdict verdict) {
            boolean start = party == Party.PEER && step == Step.START && transfer.state() == TransferState.REQUESTED;
            return start && verdict.accepted() && early.add(transfer.id())
                    ? Verdict.refuse("the process is in use")
                    : verdict;
        }

        @Override
        public Answer finished(ControlExchange exchange, Answer answer) {
            boolean first = exchange.is(DspOperation.START)
                    && exchange.refusedFor(Refusal.Kind.WRONG_STATE)
                    && exchange.transfer()
                            .map(Transfer::id)
                            .filter(early::contains)
                            .filter(told::add)
                            .isPresent();
            return first ? answer.withStatus(CONFLICT) : answer;
        }
    }
}
