package org.dpstck.controlplane.flow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Obstacles;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.Tape;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;

/** Asks once, before any case, whether there is a control plane to judge, and how its signals tell transfers apart. */
final class Preflight {

    /** The answer may have been on its way for a moment before it was read. */
    private static final long SLACK = 200;

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Shared shared;

    Preflight(Shared shared) {
        this.shared = shared;
    }

    /** Why no case makes sense, and what to do about it. */
    Optional<String> obstacle(Journal journal) {
        var url = shared.system().controlPlane().dsp();
        if (!shared.system().can(Capability.PROVIDER)) {
            return Optional.empty();
        }
        var replies = new ArrayList<Reply>();
        for (var direction : Direction.values()) {
            if (declared(direction, shared.system())) {
                var kind = new FlowKind(Side.PROVIDER, direction);
                var transfer = requested(kind, journal);
                var reply = transfer.reply();
                if (!reply.answered()) {
                    return Optional.of(Obstacles.ofControlPlane(url).silence(reply));
                }
                replies.add(reply);
                observe(transfer.transfer(), kind, reply, journal);
                // What a record has of it comes now: later there is nobody who answers.
                journal.tape().ifPresent(Tape::settle);
                transfer.transfer().release();
            }
        }
        return refused(replies, url, journal);
    }

    /** Requests a transfer; a system that looks after its data planes may not serve any before it has (position 228). */
    private Selection.Request requested(FlowKind kind, Journal journal) {
        var first = request(kind, journal);
        if (!first.reply().answered() || Replies.succeeded(first.reply()) || !Selection.checks(shared.edition())) {
            return first;
        }
        var callback = shared.system().timeouts().callback();
        var period = shared.system().controlPlane().dataPlanes().heartBeat().orElse(callback);
        return shared.dataPlane().awaitCheck(period)
                ? Polling.until(
                        journal, () -> request(kind, journal), each -> Replies.succeeded(each.reply()), callback)
                : first;
    }

    private Selection.Request request(FlowKind kind, Journal journal) {
        var transfer = new Transfer(shared, journal, kind, shared.system().ids());
        return new Selection.Request(transfer, transfer.request());
    }

    /** Whether the first signal about the transfer came with the id that the answer told. */
    private void observe(Transfer transfer, FlowKind kind, Reply reply, Journal journal) {
        if (!Replies.succeeded(reply) || transfer.systemPid().isEmpty()) {
            return;
        }
        var begin = shared.edition()
                .operation(shared.edition()
                        .transfers()
                        .signal(kind.side(), "begin")
                        .orElseThrow());
        if (shared.turns().needed()) {
            if (transfer.hasFlow()) {
                transfer.awaitsSignal(begin); // The record has it whole.
            }
            return;
        }
        var signal = first(transfer, begin, journal);
        var foreign = signal.isEmpty() && !shared.dataPlane().unclaimed().isEmpty();
        var early = signal.isPresent() && signal.get().at().isBefore(answered(reply));
        if (foreign || early) {
            shared.turns().need();
        }
        if (foreign) {
            shared.dataPlane().unclaimed().forEach(flow -> keep(flow, begin, transfer, journal));
        }
    }

    /** What tells that turns are needed is in the record, so that whoever judges by it knows it, too. */
    private void keep(DataFlow flow, Operation begin, Transfer transfer, Journal journal) {
        flow.follow(Script.obedient());
        flow.inbox().await(transfer.is(begin), shared.system().timeouts().callback());
        flow.journal().exchanges().forEach(journal::add);
        shared.dataPlane().drop(flow);
    }

    /** Nothing else goes on yet: a flow that the answer does not name is that of this transfer. A record has others, too. */
    private Optional<Arrival> first(Transfer transfer, Operation begin, Journal journal) {
        if (journal.tape().isPresent()) {
            return transfer.awaitsSignal(begin);
        }
        var end = System.nanoTime() + shared.system().timeouts().callback().toNanos();
        var signal = Optional.<Arrival>empty();
        while (signal.isEmpty() && shared.dataPlane().unclaimed().isEmpty() && System.nanoTime() < end) {
            signal = transfer.flow().inbox().await(transfer.is(begin), LOOK);
        }
        return signal;
    }

    private static Instant answered(Reply reply) {
        return reply.exchange().at().plusMillis(reply.exchange().millis()).minusMillis(SLACK);
    }

    private Optional<String> refused(List<Reply> replies, URI url, Journal journal) {
        if (replies.stream().anyMatch(Replies::succeeded)) {
            return Optional.empty();
        }
        var other = OtherRole.at(shared, journal);
        if (other.isPresent()) {
            return Optional.of(other.get() + "; judge it with --role data-plane, or correct url and dsp.url");
        }
        if (replies.isEmpty()) {
            return Optional.of(
                    "the system declares no direction (push, pull), so no transfer can be made; set capabilities");
        }
        // A refusal in the form of the protocol is one of the transfer, and not of everybody who knocks.
        return replies.stream().anyMatch(reply -> Bodies.object(reply.text()).isPresent())
                ? Optional.of(inCorrectForm(replies.get(0)))
                : Obstacles.ofControlPlane(url)
                        .common("POST /transfers/request", replies)
                        .or(() -> Optional.of(inCorrectForm(replies.get(0))));
    }

    private static String inCorrectForm(Reply reply) {
        return "a TransferRequestMessage in correct form is refused: " + Replies.observed(reply)
                + "; check dsp.url, dsp.form, dsp.headers, ids.agreement and transferTypes in the system's"
                + " description";
    }

    static boolean declared(Direction direction, SystemUnderTest system) {
        return system.can(direction == Direction.PUSH ? Capability.PUSH : Capability.PULL);
    }
}
