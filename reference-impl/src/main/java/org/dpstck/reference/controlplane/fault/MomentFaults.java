package org.dpstck.reference.controlplane.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages at the same moment, in the wrong order, about a suspended process, or with ids that belong elsewhere. */
final class MomentFaults {

    private static final Set<MessageKind> SIGNALS =
            Set.of(MessageKind.STARTED, MessageKind.SUSPEND, MessageKind.RESUME, MessageKind.TERMINATE);
    private static final String ADDRESS = "dataAddress";
    private static final String DESTINATION = "destinationDataAddress";

    private MomentFaults() {}

    static void addTo(ControlFaultTable table) {
        table.add("SIMULTANEOUS-REQUESTS-TWO-PROCESSES", TwiceRequested::new);
        table.add("SIMULTANEOUS-TERMINATIONS-PASSED-ON", TwiceTerminated::new);
        table.add("SUSPEND-AFTER-TERMINATE", Overtaken::new);
        table.add("SUSPENDED-FLOW-LEFT", Dormant::new);
        table.add("SIGNALS-SHARE-MESSAGE-ID", Numbered::new);
        table.add("DATA-ADDRESS-PROPERTY-LOST", Forgetful::new);
        table.add("ADDRESS-OF-CALLBACK-IGNORED", Guessing::new);
        table.add("START-WITH-LATEST-ADDRESS", Latest::new);
        table.add("START-WITH-ADDRESS-OF-AGREEMENT", Agreed::new);
        table.rule("TELLS-COMPLETION-IT-WAS-TOLD", ControlRule.ECHOES_NO_COMPLETION);
        table.rule("FOREIGN-IDS-PASSED-ON", ControlRule.FOREIGN_IDS_REACH_NOBODY);
        table.rule("CALLBACK-OF-OTHER-FLOW-TAKEN", ControlRule.CHECKS_FLOW_OF_CALLBACK);
        table.rule("CALLBACK-OF-OTHER-FLOW-ADOPTED", ControlRule.CHECKS_FLOW_OF_CALLBACK, ControlRule.KEEPS_FLOW_ID);
        table.rule("RESUMES-BEFORE-ADDRESS", ControlRule.RESUMES_WITH_ADDRESS);
        table.transition("RESUMES-WHAT-THE-OTHER-SUSPENDED", MomentFaults::resumedAnyway);
    }

    private static Verdict resumedAnyway(Transfer transfer, Step step, Party party, Verdict verdict) {
        boolean own = transfer.state() == TransferState.SUSPENDED && party == Party.SELF;
        return own && step == Step.START ? Verdict.move(TransferState.STARTED) : verdict;
    }

    /** Time in which another request comes. */
    private static void pause(long millis) {
        try {
            // Nobody ever releases it.
            boolean never = new Semaphore(0).tryAcquire(millis, TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees requests to one path that are being served at the same time. */
    private abstract static class Unlocked implements ControlHook {
        private static final long MILLIS = 30;

        private final String last;
        private final Map<List<String>, Integer> served = new ConcurrentHashMap<>();
        private final ThreadLocal<Boolean> accompanied = ThreadLocal.withInitial(() -> false);

        Unlocked(String lastSegment) {
            last = lastSegment;
        }

        private boolean concerns(Request request) {
            List<String> path = request.segments();
            return request.method().equals("POST") && path.get(path.size() - 1).equals(last);
        }

        /** Several requests of the same text are one message. */
        private static List<String> key(Request request) {
            List<String> key = new ArrayList<>(request.segments());
            key.add(request.text());
            return key;
        }

        @Override
        public Request received(Request request) {
            accompanied.remove();
            if (concerns(request)) {
                served.merge(key(request), 1, Integer::sum);
                pause(MILLIS);
                accompanied.set(served.getOrDefault(key(request), 0) > 1);
            }
            return request;
        }

        @Override
        public Answer finished(ControlExchange exchange, Answer answer) {
            if (concerns(exchange.request())) {
                // The other one has looked by now, or it is not at the same time.
                pause(MILLIS);
                served.computeIfPresent(key(exchange.request()), (key, count) -> count > 1 ? count - 1 : null);
            }
            return answer;
        }

        /** Whether the request of this thread is not alone. */
        final boolean isAccompanied() {
            return accompanied.get();
        }
    }

    /** Looks for the process of a request before the other one has made it. */
    private static final class TwiceRequested extends Unlocked {
        TwiceRequested() {
            super("request");
        }

        @Override
        public boolean keeps(ControlRule rule) {
            return rule != ControlRule.REQUEST_IDEMPOTENT || !isAccompanied();
        }
    }

    /** Looks at the state before the other message has changed it, and passes both on. */
    private static final class TwiceTerminated extends Unlocked {
        private final Set<Transfer> twice = ConcurrentHashMap.newKeySet();

        TwiceTerminated() {
            super("termination");
        }

        @Override
        public Verdict decided(Transfer transfer, Step step, Party party, Verdict verdict) {
            if (step != Step.TERMINATE || party != Party.PEER || !isAccompanied()) {
                return verdict;
            }
            twice.add(transfer);
            return Verdict.move(TransferState.TERMINATED);
        }

        @Override
        public List<Outgoing> sending(Outgoing message) {
            boolean again = message.kind() == MessageKind.TERMINATE && twice.contains(message.transfer());
            return again ? List.of(message, message) : List.of(message);
        }
    }

    /** Sends a suspension after the termination that has overtaken it. */
    private static final class Overtaken implements ControlHook {
        private static final long MILLIS = 40;
        private static final int ROUNDS = 10;

        private final Map<Transfer, Outgoing> late = new ConcurrentHashMap<>();

        @Override
        public List<Outgoing> sending(Outgoing message) {
            if (message.kind() == MessageKind.SUSPEND) {
                for (int i = 0; i < ROUNDS && message.transfer().state() != TransferState.TERMINATED; i++) {
                    pause(MILLIS);
                }
                if (message.transfer().state() == TransferState.TERMINATED) {
                    late.put(message.transfer(), message);
                    return List.of();
                }
            }
            Optional<Outgoing> before = message.kind() == MessageKind.TERMINATE
                    ? Optional.ofNullable(late.remove(message.transfer()))
                    : Optional.empty();
            return before.map(suspend -> List.of(message, suspend)).orElse(List.of(message));
        }
    }

    /** Takes a flow that is suspended for one that has ended. */
    private static final class Dormant implements ControlHook {
        private final Set<Transfer> suspended = ConcurrentHashMap.newKeySet();

        @Override
        public List<Outgoing> sending(Outgoing message) {
            switch (message.kind()) {
                case SUSPEND -> suspended.add(message.transfer());
                case START, STARTED, RESUME -> suspended.remove(message.transfer());
                case TERMINATE -> {
                    return suspended.contains(message.transfer()) ? List.of() : List.of(message);
                }
                default -> {
                    // Nothing else changes that.
                }
            }
            return List.of(message);
        }
    }

    /** Gives every signal about a flow the id of the process. */
    private static final class Numbered implements ControlHook {

        @Override
        public List<Outgoing> sending(Outgoing message) {
            return List.of(
                    SIGNALS.contains(message.kind())
                            ? message.withObject(body -> body.has("messageId")
                                    ? body.put("messageId", message.transfer().id())
                                    : body)
                            : message);
        }
    }

    /** Changes the data address in the start of a push. */
    private abstract static class Readdressed implements ControlHook {

        @Override
        public List<Outgoing> sending(Outgoing message) {
            return List.of(message.kind() == MessageKind.START ? message.withObject(this::readdressed) : message);
        }

        private ObjectNode readdressed(ObjectNode body) {
            String member = body.has(DESTINATION) ? DESTINATION : ADDRESS;
            if (body.get(member) instanceof ObjectNode own) {
                body.set(member, inPlaceOf(own, body));
            }
            return body;
        }

        /** The address to send; a start without one is left alone. */
        abstract ObjectNode inPlaceOf(ObjectNode own, ObjectNode start);
    }

    /** Keeps one data address for all pushes: that of the one which is started last. */
    private static final class Latest extends Readdressed {
        private static final long MILLIS = 30;

        private final AtomicReference<ObjectNode> last = new AtomicReference<>();

        @Override
        ObjectNode inPlaceOf(ObjectNode own, ObjectNode start) {
            last.set(own);
            pause(MILLIS);
            return last.get();
        }
    }

    /** Keeps one data address for all pushes under an agreement: that of the first one. */
    private static final class Agreed extends Readdressed {
        private final Map<String, ObjectNode> addresses = new ConcurrentHashMap<>();

        @Override
        ObjectNode inPlaceOf(ObjectNode own, ObjectNode start) {
            return addresses.computeIfAbsent(start.path("agreementId").asString(""), first -> own);
        }
    }

    /** Believes to know better than the started callback where the data is. */
    private static final class Guessing implements ControlHook {

        @Override
        public Request received(Request request) {
            List<String> path = request.segments();
            if (!path.get(path.size() - 1).equals("started")) {
                return request;
            }
            return Json.tryObject(request.text())
                    .filter(body -> body.path(ADDRESS) instanceof ObjectNode)
                    .map(body -> {
                        ((ObjectNode) body.path(ADDRESS)).put("endpoint", "http://127.0.0.1:9/where-it-always-is");
                        return request.withText(Json.write(body));
                    })
                    .orElse(request);
        }
    }

    /** Loses the last endpoint property of every data address that it passes on. */
    private static final class Forgetful implements ControlHook {

        @Override
        public List<Outgoing> sending(Outgoing message) {
            return List.of(message.withObject(Forgetful::shortened));
        }

        private static ObjectNode shortened(ObjectNode body) {
            if (body.path(ADDRESS).path("endpointProperties") instanceof ArrayNode all && !all.isEmpty()) {
                all.remove(all.size() - 1);
            }
            return body;
        }
    }
}
