package org.dpstck.controlplane.cases;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.DataFlow;
import org.dpstck.controlplane.flow.Script;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.OddText;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** Ids that others chose, in the paths of what the system sends: percent-encoded once (RFC 3986, 2.4 and 3.3). */
public final class OddIdCases {

    private static final String STARTED = "STARTED";
    private static final int SHOWN = 240;

    @Case(
            value = "SENDS-ODD-FLOW-ID",
            title = "The signal {2} about a {0} encodes the id of a data flow with {1} once",
            stimulus = "The data plane gives the flow an id with such an end; the counter-party suspends the transfer.",
            expected = "The signal, with the id of the flow as one segment of its path.",
            fix =
                    "Percent-encode the id once, as UTF-8, when it goes into the path; a slash becomes %2F and a space %20.")
    @Verifies("SENDS-FLOW-ID")
    @Rows("flows")
    void flowIdIsEncodedOnce(FlowKind kind, OddText odd, Operation suspend, Transfers transfers) {
        var transfer = transfers.fresh(kind).following(Script.obedient().naming(odd.value()));
        starts(transfer, odd, transfers);
        var arrival = suspends(transfer, suspend, transfers);
        if (arrival.filter(transfer.is(suspend)).isPresent()) {
            return;
        }
        var twin = transfers.in(kind, transfers.protocol().machine().state(STARTED));
        // One that goes astray with a plain id, too, says nothing of the encoding.
        transfers.require(
                suspends(twin, suspend, transfers).filter(twin.is(suspend)),
                "the signal " + suspend.name(),
                "SENDS-SUSPEND");
        transfers.violated(
                "SENDS-FLOW-ID",
                suspend.line() + " with the id of the flow, " + transfer.flow().id() + ", percent-encoded once",
                seen(arrival, "no such request, while one came for a flow with a plain id"),
                arrival.map(Arrival::exchange).orElse(null));
    }

    /** The system goes on with such an id as far as the case needs; no document says that it has to. */
    private static void starts(Transfer transfer, OddText odd, Transfers transfers) {
        transfers.begun(transfer);
        var told = transfers.settled(transfer, STARTED);
        if (!told.equals(Optional.of(STARTED))) {
            throw Unjudgeable.untested("the system does not start a flow whose id has " + odd.text()
                    + ": the transfer is " + told.orElse("unknown"));
        }
        if (!transfer.flow().id().endsWith(odd.value())) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the start came long before the answer that tells whose"
                            + " it is, and was answered with a plain id");
        }
    }

    /** The signal, or what came in its place. */
    private static Optional<Arrival> suspends(Transfer transfer, Operation suspend, Transfers transfers) {
        var reply = transfers.settling(transfer, transfers.protocol().message("suspension"));
        var patience = transfers.system().timeouts();
        return transfer.flow()
                .inbox()
                .await(
                        transfer.is(suspend).or(DataFlow::isAstray),
                        Replies.succeeded(reply) ? patience.callback() : patience.quiet());
    }

    static Stream<Row> flows(Edition edition) {
        return !edition.conventions().flowsAreProcesses()
                ? edition.transfers().signal(Kinds.PROVIDER_PULL.side(), "suspend").map(edition::operation).stream()
                        .flatMap(suspend -> Stream.of(
                                        OddText.UNICODE,
                                        OddText.SPACES,
                                        OddText.PLUS,
                                        OddText.RESERVED,
                                        OddText.ESCAPE,
                                        OddText.DOTS)
                                .map(odd -> Row.of(Kinds.PROVIDER_PULL, odd, suspend)
                                        .needing(Capability.SUSPEND)))
                : Stream.empty();
    }

    @Case(
            value = "TP-SENDS-ODD-PID",
            title = "The start message of a {0} encodes an id of the counter-party with {1} once",
            stimulus = "A request in which the consumer calls the process by a URL with such an end.",
            expected = "A message at the counter-party, with this id as one segment of its path.",
            fix = "Percent-encode the id once, as UTF-8, when it goes into the path; a slash becomes %2F.")
    @Verifies("TP-SENDS-PID")
    @Rows("processes")
    void processIdIsEncodedOnce(FlowKind kind, OddText odd, Transfers transfers) {
        var transfer = transfers.fresh(kind);
        var pid = "https://pid.example/transfers/" + UUID.randomUUID() + odd.value();
        transfer.counterParty().naming(pid);
        var reply = transfer.request();
        if (Replies.refused(reply)) {
            throw Unjudgeable.untested("the system takes no such id: " + Replies.observed(reply));
        }
        transfers.acknowledged(reply, transfers.protocol().message("request"));
        var arrival = transfer.counterParty()
                .inbox()
                .await(
                        any -> any.method().equals("POST"),
                        transfers.system().timeouts().callback());
        if (arrival.filter(transfer.counterParty()::isNamedBy).isPresent()) {
            return;
        }
        transfers.in(kind, transfers.protocol().machine().state(STARTED));
        transfers.violated(
                "TP-SENDS-PID",
                "a " + transfers.protocol().message("start").type() + " at a path with the id of the counter-party, "
                        + pid + ", percent-encoded once",
                seen(arrival, "no such message, while one came for a plain id"),
                arrival.map(Arrival::exchange).orElse(null));
    }

    /** What may stand in a URL, which an id of the Dataspace Protocol is. */
    static Stream<Row> processes(Edition edition) {
        return Stream.of(OddText.UNICODE, OddText.PLUS, OddText.RESERVED, OddText.ESCAPE)
                .map(odd -> Row.of(Kinds.PROVIDER_PULL, odd));
    }

    private static String seen(Optional<Arrival> arrival, String nothing) {
        return arrival.map(each -> Texts.oneLine(each.line(), SHOWN)).orElse(nothing);
    }
}
