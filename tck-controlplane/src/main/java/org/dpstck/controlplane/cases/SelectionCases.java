package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** What data planes say of themselves, and those that nobody reaches (§Data Plane Registration). */
public final class SelectionCases {

    @Case(
            value = "DATAPLANES-LABELS",
            title = "A registration with labels is accepted",
            stimulus = "The plain registration was accepted; now one with two labels.",
            expected = "HTTP 2xx.",
            fix = "Take labels as an optional member, an array of strings.")
    @Verifies("DATAPLANES-LABELS?")
    @Needs(Capability.REGISTRATION)
    void labels(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var message = new LinkedHashMap<>(planes.message(id, planes.address().url(), planes.freshType()));
        require(planes.register(message));
        message.put("labels", List.of("gold", "blue"));
        var reply = planes.register(message);
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    "DATAPLANES-LABELS",
                    "HTTP 2xx for a registration with labels",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = "DATAPLANES-UNREACHABLE",
            title = "A transfer whose data plane nobody reaches does not start",
            stimulus =
                    "A data plane registers at an address where nothing listens; a transfer of its type is requested.",
            expected = "HTTP 4xx, or an acknowledgement after which nothing starts.",
            fix = "Treat a data plane that cannot be reached as one that has failed.")
    @Verifies("FLOW-FAILED")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void unreachable(DataPlanes planes, Transfers transfers) {
        var type = planes.freshType();
        require(planes.register(planes.message(planes.freshId(), planes.unreachable(), type)));
        var transfer = transfers.fresh(Kinds.PROVIDER_PULL);
        var reply = transfer.requestOf(type);
        if (!Replies.succeeded(reply)) {
            transfers.content().refused(reply, "FLOW-FAILED", "or 2xx for a transfer whose data plane nobody reaches");
            return;
        }
        var start = transfers.protocol().message("start");
        var termination = transfers.protocol().message("termination");
        transfer.counterParty()
                .inbox()
                .within(
                        transfers.system().timeouts().quiet(),
                        transfer.is(start).or(transfer.is(termination)));
        var told = transfer.messages(start);
        if (!told.isEmpty() || transfer.state().filter("STARTED"::equals).isPresent()) {
            transfers.violated(
                    "FLOW-FAILED",
                    "no " + start.type() + " and no state STARTED where nobody reaches the data plane",
                    told.isEmpty() ? "state is STARTED" : "a " + start.type() + " arrived",
                    told.isEmpty() ? null : told.get(0).exchange());
        }
    }

    private static void require(Reply reply) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a registration in correct form gave "
                    + Replies.observed(reply) + "; see the case DATAPLANES-CREATE");
        }
    }
}
