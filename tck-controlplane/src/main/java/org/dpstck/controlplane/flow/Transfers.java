package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.State;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.edition.TransferRules;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Ids;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/** The transfers of one case. */
public final class Transfers {

    private static final String REQUESTED = "REQUESTED";
    private static final String STARTED = "STARTED";
    /** Answers that are held back keep threads of the suite. */
    private static final Duration MOST_HELD = Duration.ofSeconds(5);

    private final Shared shared;
    private final CaseContext context;
    private final List<Transfer> made = new ArrayList<>();

    Transfers(Shared shared, CaseContext context) {
        this.shared = shared;
        this.context = context;
    }

    /** A transfer that has not begun. */
    public Transfer fresh(FlowKind kind) {
        var ids = shared.system()
                .controlPlane()
                .idsOf(context.spec().id(), shared.system().ids());
        return fresh(kind, ids);
    }

    private Transfer fresh(FlowKind kind, Ids ids) {
        var transfer = new Transfer(shared, context.journal(), kind, ids);
        made.add(transfer);
        return transfer;
    }

    /** A transfer under another agreement. */
    public Transfer under(String agreement, FlowKind kind) {
        var own = shared.system().ids();
        var ids = new Ids(own.participant(), own.counterParty(), own.dataspaceContext(), agreement, own.dataset());
        return fresh(kind, ids);
    }

    /** A transfer in a state; the case is inconclusive if the way there is broken. */
    public Transfer in(FlowKind kind, State state) {
        return in(kind, state, Script.obedient());
    }

    /** A transfer in a state, whose data plane answers in its own way. */
    public Transfer in(FlowKind kind, State state, Script script) {
        var held = state.name().equals(REQUESTED) && kind.side() == Side.PROVIDER;
        return lead(
                fresh(kind).following(held ? script.answering(begin(kind).name(), Answers.pending(hold())) : script),
                state);
    }

    /** How long a data plane that cannot answer asynchronously keeps a transfer where it is. */
    private Duration hold() {
        var callback = shared.system().timeouts().callback();
        return callback.compareTo(MOST_HELD) < 0 ? callback : MOST_HELD;
    }

    /** Leads a transfer that has not begun to a state; the case is inconclusive if the way there is broken. */
    public Transfer lead(Transfer transfer, State state) {
        var kind = transfer.kind();
        new Beginnings(shared, this).begin(transfer);
        if (state.name().equals(REQUESTED) && kind.side() == Side.PROVIDER) {
            var begin = begin(kind);
            require(transfer.awaitsSignal(begin), "the signal " + begin.name(), "SENDS-" + begin.name());
            return transfer;
        }
        if (state.name().equals(REQUESTED)) {
            // The system moves when it has read the acknowledgement.
            requireState(transfer, REQUESTED);
            return transfer;
        }
        started(transfer);
        advance(transfer, state);
        return transfer;
    }

    private Operation begin(FlowKind kind) {
        return signalFor(kind, "begin").orElseThrow();
    }

    private void started(Transfer transfer) {
        var start = protocol().message("start");
        if (transfer.kind().side() == Side.PROVIDER) {
            require(transfer.awaitsMessage(start), "the " + start.type(), "TP-SENDS-START");
        } else {
            passes(transfer, start);
            signalFor(transfer.kind(), "start").ifPresent(transfer::awaitsSignal);
        }
        requireState(transfer, STARTED);
    }

    private void advance(Transfer transfer, State state) {
        var message = protocol().messages().values().stream()
                .filter(each -> !each.begins() && each.state().equals(state.name()))
                .findFirst()
                .orElseThrow();
        if (state.name().equals(STARTED)) {
            return;
        }
        passes(transfer, message);
        var event = TransferRules.event(message, edition().transfers().machine().state(STARTED));
        if (!event.equals("complete")) {
            signalFor(transfer.kind(), event).ifPresent(transfer::awaitsSignal);
        }
        requireState(transfer, state.name());
    }

    /** The process is in a state, as far as anybody can ask; the case is inconclusive otherwise. */
    public void requireState(Transfer transfer, String state) {
        var told = settled(transfer, state);
        if (told.isPresent() && !told.get().equals(state) && !new Settling(shared).over(told.get(), state)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the transfer is " + told.get() + " and not " + state
                    + " where the case begins; see the cases TP-STATE");
        }
        new Settling(shared).rests(transfer, state);
    }

    /** Whether the process is in a state, and not on its way there only, where the system does that (timeouts.settle). */
    public boolean keeps(Transfer transfer, String state) {
        return new Settling(shared).keeps(transfer, state);
    }

    /** The state that the process comes to within the time for callbacks: the wanted one, or the last one told. */
    public Optional<String> settled(Transfer transfer, String wanted) {
        return settled(transfer, wanted, shared.system().timeouts().callback());
    }

    /** The state that the process comes to within a time: the wanted one, or the last one told. */
    public Optional<String> settled(Transfer transfer, String wanted, Duration patience) {
        return until(transfer::state, told -> told.isEmpty() || told.get().equals(wanted), patience);
    }

    /** The first state other than this one that the process comes to within the time of silence, if it comes to one. */
    public Optional<String> leaves(Transfer transfer, String state) {
        var quiet = shared.system().timeouts().quiet();
        return until(transfer::state, told -> told.isEmpty() || !told.get().equals(state), quiet)
                .filter(told -> !told.equals(state));
    }

    /** The first answer to a question that will do, or the last one before the deadline. */
    public <T> T until(Supplier<T> question, Predicate<T> enough, Duration deadline) {
        return Polling.until(journal(), question, enough, deadline);
    }

    /** A message of the counter-party in its plain form; the case, which is not about it, is inconclusive otherwise. */
    public void passes(Transfer transfer, TransferMessage message) {
        acknowledged(settling(transfer, message), message);
    }

    /** The same with another body. */
    public void passes(Transfer transfer, TransferMessage message, String body) {
        acknowledged(new Settling(shared).sends(transfer, message, body), message);
    }

    /** Sends a message that the process has to take; again for as long as the answer is HTTP 409. */
    public Reply settling(Transfer transfer, TransferMessage message) {
        return new Settling(shared).sends(transfer, message, Json.text(transfer.plain(message)));
    }

    /** The message was acknowledged; the case is inconclusive otherwise. */
    public void acknowledged(Reply reply, TransferMessage message) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + message.type() + " in correct form gave "
                    + Replies.observed(reply) + "; see the case "
                    + (message.begins() ? "TP-REQUEST" : message.requirement("ACKNOWLEDGED")));
        }
    }

    /** Something arrived; the case is inconclusive otherwise. */
    public Arrival require(Optional<Arrival> arrival, String what, String about) {
        return arrival.orElseThrow(
                () -> Unjudgeable.inconclusive("a prerequisite failed: " + what + " did not arrive within "
                        + shared.system().timeouts().callback().toMillis() + " ms; see the cases " + about));
    }

    /** The request in its correct form is acknowledged: what a refusal is measured against. */
    public void requireTwin(FlowKind kind) {
        var twin = shared.system().controlPlane();
        if (twin.dsp() == null || !shared.twins().work(kind, shared, made::add)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: a request in correct form is refused; see the case TP-REQUEST." + kind);
        }
    }

    /** The edition judged by. */
    public Edition edition() {
        return shared.edition();
    }

    /** The form of the transfer process. */
    public TransferProtocol protocol() {
        return shared.protocol();
    }

    /** The system judged. */
    public SystemUnderTest system() {
        return shared.system();
    }

    /** The transfer type of a kind. */
    public String transferType(FlowKind kind) {
        return shared.transferType(kind);
    }

    /** A check of what the system sends. */
    public Content content() {
        return new Content(shared, context.judge());
    }

    /** A requirement does not hold. */
    public void violated(String requirement, String expected, String observed, Exchange exchange) {
        context.judge().violated(requirement, expected, observed, exchange);
    }

    /** The less likely reading of an ambiguous clause was seen. */
    public void warned(String requirement, int position, String expected, String observed, Exchange exchange) {
        context.judge().warned(requirement, position, expected, observed, exchange);
    }

    /** The judge of the case. */
    public Judge judge() {
        return context.judge();
    }

    /** A signal of the edition by what happens to the process; empty where it has none. */
    public Optional<Operation> signalFor(FlowKind kind, String event) {
        return edition().transfers().signal(kind.side(), event).map(edition()::operation);
    }

    Journal journal() {
        return context.journal();
    }

    /** Asks for the catalogue, in the form of the transfer process. */
    public Reply catalog() {
        return Catalogue.ask(shared, journal());
    }

    /** Makes the system do something to a transfer. */
    public void fires(TriggerPoint point, Transfer transfer) {
        new Beginnings(shared, this).fire(point, transfer);
    }

    /** Fires a trigger once that the system may well refuse; the case is inconclusive if it does. */
    public void tries(TriggerPoint point, Transfer transfer) {
        new Beginnings(shared, this).fire(point, transfer, Duration.ZERO);
    }

    /** Begins a transfer, by request or by trigger; the case is inconclusive if that does not work. */
    public Transfer begun(Transfer transfer) {
        new Beginnings(shared, this).begin(transfer);
        return transfer;
    }

    /** Makes a consumer ask where its data plane holds the answer: the request that comes within a window, if one does. */
    public Optional<Arrival> prepared(Transfer transfer, Duration window) {
        return new Beginnings(shared, this).ask(transfer, window);
    }

    /** Makes a consumer ask, and waits for its request; empty if none comes. */
    public Optional<Arrival> asked(Transfer transfer) {
        return new Beginnings(shared, this).ask(transfer);
    }

    void release() {
        made.forEach(Transfer::release);
    }
}
