package org.dpstck.dataplane.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.Simultaneous;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.Grants;
import org.dpstck.dataplane.flow.PullScene;
import org.dpstck.dataplane.flow.Reception;

/** §Signaling protocol messages, §Access Duration: the tokens of a start that is delivered more than once. */
public final class RepeatedStartAccessCases {

    private static final String OPENS = "TOKEN-OPENS";
    private static final int MESSAGES = 4;

    @Case(
            value = "START-REPEATED-OPENS",
            title = "The address in the answer to a repeated start opens the data",
            stimulus = "A pull is started, and the start sent again, as if its answer had been lost; then the data is"
                    + " asked for by the address in the last answer.",
            expected = "Data: the control plane may know no other answer.",
            fix = "Answer a repeated start with the address that is good, or record the token of the new one.")
    @Verifies(OPENS)
    @Rows("pulls")
    void lastAddressOpens(FlowKind kind, PullScene scene, Judge judge) {
        var flow = scene.fresh();
        PublicData.of(flow, scene).thatOpens();
        var reply = PublicData.of(flow, scene).opened();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    OPENS,
                    "data for the token in the answer to a repeated start of a STARTED transfer",
                    PublicData.shown(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = "START-REPEATED-CLOSES",
            title = "After {0}, no token opens the data of a pull whose start came more than once",
            stimulus =
                    "A pull is started by four equal messages at the same time, and by one more after them. The signal is sent;"
                            + " then the data is asked for with the token of each answer.",
            expected = "No data for any of them, at the latest after timeouts.quiet.",
            fix =
                    "Look up and make the flow in one step; answer a repeated start with the token that is there, or revoke"
                            + " every token of the flow with its access.")
    @Verifies("{requirement}")
    @Rows("leaving")
    void everyTokenIsRevoked(Operation signal, PullScene scene, Judge judge, CaseContext context) {
        var flow = scene.fresh();
        var granted = new ConcurrentLinkedQueue<GrantedAddress>();
        Simultaneous.replies(context.journal(), starts(flow, scene, granted));
        granted.add(scene.start(flow));
        var all = tokens(granted, flow, scene);
        if (all.stream().noneMatch(data -> PublicData.gives(data.opened()))) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: no token that the starts were answered with gave data;"
                            + " see the case START-REPEATED-OPENS." + PullScene.PULLED);
        }
        RevocationCases.succeeds(flow, signal);
        all.forEach(data -> {
            var reply = data.closed(data::get);
            if (PublicData.gives(reply)) {
                judge.violated(
                        Access.closing(scene.edition(), signal),
                        "no data, after " + signal + ", with any token that a start of the transfer was answered with",
                        PublicData.shown(reply) + ", with one of " + granted.size() + " tokens",
                        reply.exchange());
                judge.stop();
            }
        });
    }

    static Stream<Row> pulls(Edition edition) {
        return repeats(edition) ? Access.pull(edition, OPENS) : Stream.empty();
    }

    static Stream<Row> leaving(Edition edition) {
        return repeats(edition)
                ? Access.leaving(edition).map(operation -> Access.needing(edition, Row.of(operation))
                        .verifying(Access.closing(edition, operation)))
                : Stream.empty();
    }

    /** Whether a start for a flow that is STARTED is acknowledged, and changes nothing. */
    private static boolean repeats(Edition edition) {
        var started = edition.machine()
                .state(edition.creating(PullScene.PULLED).answer().state());
        return edition.machine()
                .transition(PullScene.PULLED, started, edition.creating(PullScene.PULLED))
                .filter(edge -> edge.to().equals(started.name()))
                .isPresent();
    }

    private static List<Supplier<Reply>> starts(DataFlow flow, PullScene scene, Collection<GrantedAddress> granted) {
        var operation = scene.edition().creating(PullScene.PULLED);
        var message = flow.message(operation);
        return IntStream.range(0, MESSAGES)
                .<Supplier<Reply>>mapToObj(any -> () -> {
                    var reception = flow.receives(operation, message);
                    address(reception).ifPresent(granted::add);
                    return reception.reply();
                })
                .toList();
    }

    private static Optional<GrantedAddress> address(Reception reception) {
        return reception.succeeded()
                ? reception
                        .body()
                        .map(body -> new Grants.Report(body, reception.exchange()))
                        .flatMap(Grants.Report::address)
                : Optional.empty();
    }

    private static List<PublicData> tokens(Collection<GrantedAddress> granted, DataFlow flow, PullScene scene) {
        if (granted.isEmpty()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: no start was answered with an address; see the case"
                    + " START-ANSWER." + PullScene.PULLED);
        }
        return granted.stream()
                .map(address -> new PublicData(flow, address, scene))
                .toList();
    }
}
