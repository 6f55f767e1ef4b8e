package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.FurtherPlane;
import org.dpstck.controlplane.flow.Selection;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** To which data plane flows go after a registration, its replacement and its deletion (§Data Plane Registration). */
public final class RegistrationEffectCases {

    @Case(
            value = "DATAPLANES-REPLACE",
            title = "A flow goes to the address of the latest registration",
            stimulus =
                    "A data plane registers for a type of its own, then with another address; a transfer of it is requested.",
            expected = "The start request arrives at the new address, and none at the old one.",
            fix = "Replace the registration as a whole when it is updated.")
    @Verifies({"DATAPLANES-REPLACE", "DATAPLANES-TYPES"})
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @Rows("replacing")
    void replaces(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var type = planes.freshType();
        var first = planes.further();
        require(planes.register(planes.message(id, first.url(), type)));
        var second = planes.further();
        require(planes.update(id, planes.message(id, second.url(), type)));
        request(planes, transfers, type);
        var arrived = second.signals()
                .await(any -> true, transfers.system().timeouts().callback());
        if (!first.signals().all().isEmpty()) {
            var stray = first.signals().all().get(0);
            transfers.violated(
                    "DATAPLANES-REPLACE",
                    "signals at the address of the update",
                    stray.line() + " at the old address",
                    stray.exchange());
        } else if (arrived.isEmpty()) {
            missing(type, transfers);
        }
    }

    @Case(
            value = "DATAPLANES-REPLACE-TYPES",
            title = "A data plane whose registration names another type gets no flows of the old one",
            stimulus =
                    "A data plane registers for a type and gets a flow of it; it registers for another; a transfer of the first is requested.",
            expected = "No further start request at its address.",
            fix = "Replace the registration as a whole when it is updated.")
    @Verifies("DATAPLANES-REPLACE?")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void replacesTypes(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var old = planes.freshType();
        var plane = planes.further();
        serving(plane, id, old, planes, transfers);
        require(planes.update(id, planes.message(id, plane.url(), planes.freshType())));
        var before = plane.processes();
        planes.request(transfers.fresh(Kinds.PROVIDER_PULL), old);
        plane.starts(before, transfers.system().timeouts().quiet())
                .ifPresent(stray -> transfers.violated(
                        "DATAPLANES-REPLACE",
                        "no signal about a type that the latest registration does not name",
                        stray.line() + " at its address",
                        stray.exchange()));
    }

    @Case(
            value = "DATAPLANES-DELETE-EFFECT",
            title = "A deleted data plane gets no flows",
            stimulus =
                    "A data plane registers for a type and gets a flow of it; it is deleted; another transfer of that type is requested.",
            expected = "No further start request at its address.",
            fix = "Choose among the data planes that are registered when the flow begins.")
    @Verifies("DATAPLANES-DELETE-EFFECT")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void forgets(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var type = planes.freshType();
        var plane = planes.further();
        var selection = serving(plane, id, type, planes, transfers);
        require(planes.leave(id));
        planes.selectsNoMore(plane, type, selection, transfers)
                .ifPresent(stray -> transfers.violated(
                        "DATAPLANES-DELETE-EFFECT",
                        "no signal to a data plane that was deleted",
                        stray.line() + " at its address",
                        stray.exchange()));
    }

    @Case(
            value = "DATAPLANES-RETURN",
            title = "A data plane that was deleted and registers again gets flows",
            stimulus = "A data plane registers for a type, is deleted, and registers again; a transfer is requested.",
            expected = "The start request arrives at its address.",
            fix = "Keep nothing of a registration that was deleted.")
    @Verifies("DATAPLANES-TYPES")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void returns(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var type = planes.freshType();
        var plane = planes.further();
        serving(plane, id, type, planes, transfers);
        require(planes.leave(id));
        require(planes.register(planes.message(id, plane.url(), type)));
        chosen(plane, type, "was deleted and is registered again", planes, transfers);
    }

    @Case(
            value = "DATAPLANES-MOVES",
            title = "A data plane that comes online again elsewhere, for another type, gets the flows of it there",
            stimulus =
                    "A data plane registers for a type and gets a flow of it; it registers by the same id for another type, at another"
                            + " address, and that is accepted; a transfer of the other type is requested.",
            expected =
                    "The start request arrives at the new address. A registration that is refused leaves the case untested.",
            fix = "Record what the latest registration of a data plane says, or refuse it.")
    @Verifies("DATAPLANES-TYPES")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    @Rows("moving")
    void moves(DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        serving(planes.further(), id, planes.freshType(), planes, transfers);
        var type = planes.freshType();
        var plane = planes.further();
        var again = planes.register(planes.message(id, plane.url(), type));
        if (!Replies.succeeded(again)) {
            throw Unjudgeable.untested("a second registration by the same id gave " + Replies.observed(again)
                    + "; no text forbids to refuse it");
        }
        chosen(plane, type, "has registered again, elsewhere,", planes, transfers);
    }

    /** Where a text says what becomes of a registration, it has cases of its own. */
    static Stream<Row> moving(Edition edition) {
        return edition.asks("DATAPLANES-REPLACE") ? Stream.empty() : Stream.of(Row.single());
    }

    @Case(
            value = "DATAPLANES-DELETE-OTHERS",
            title = "The deletion of one data plane leaves another one registered",
            stimulus =
                    "Two data planes register, each for a type of its own, and the one with the longer id, which begins like that of"
                            + " the other, gets a flow; the other one is deleted, and another transfer is requested.",
            expected = "The start request arrives at the one that is left.",
            fix = "Delete the registration that the path names, and no other one.")
    @Verifies("DATAPLANES-TYPES")
    @Needs({Capability.REGISTRATION, Capability.PROVIDER, Capability.PULL})
    void spares(DataPlanes planes, Transfers transfers) {
        var leaving = planes.freshId();
        require(planes.register(planes.message(leaving, planes.further().url(), planes.freshType())));
        var type = planes.freshType();
        var staying = planes.further();
        serving(staying, planes.idLike(leaving), type, planes, transfers);
        require(planes.leave(leaving));
        chosen(staying, type, "is registered, after another one was deleted,", planes, transfers);
    }

    /** A data plane that gets the flows of its type. */
    private static void chosen(FurtherPlane plane, String type, String why, DataPlanes planes, Transfers transfers) {
        var selection = planes.selects(plane, type, transfers);
        var reply = selection.reply();
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    "DATAPLANES-TYPES",
                    "HTTP 2xx for a transfer whose data plane " + why + " for " + type,
                    Replies.observed(reply),
                    reply.exchange());
        } else if (selection.start().isEmpty()) {
            transfers.violated(
                    "DATAPLANES-TYPES",
                    "the start request at the data plane that " + why + " for " + type,
                    "nothing within the time for callbacks",
                    null);
        }
    }

    static Stream<Row> replacing(Edition edition) {
        return edition.asks("DATAPLANES-REPLACE") ? Stream.of(Row.single()) : Stream.empty();
    }

    /** A data plane that is registered for a type and has got a flow of it: what is missing later was there before. */
    private static Selection serving(
            FurtherPlane plane, String id, String type, DataPlanes planes, Transfers transfers) {
        require(planes.register(planes.message(id, plane.url(), type)));
        var selection = planes.selects(plane, type, transfers);
        taken(selection.reply(), type);
        transfers.require(
                selection.start(),
                "the start request at a data plane that has registered for the type",
                "DATAPLANES-REPLACE");
        return selection;
    }

    private static void missing(String type, Transfers transfers) {
        transfers.violated(
                "DATAPLANES-TYPES",
                "the start request at the data plane that is registered for " + type,
                "nothing within the time for callbacks",
                null);
    }

    private static void request(DataPlanes planes, Transfers transfers, String type) {
        taken(planes.request(transfers.fresh(Kinds.PROVIDER_PULL), type), type);
    }

    private static void taken(Reply reply, String type) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a request of the type " + type
                    + ", for which a data plane is registered, gave " + Replies.observed(reply));
        }
    }

    private static void require(Reply reply) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: a registration in correct form gave " + Replies.observed(reply)
                            + "; see the cases DATAPLANES-CREATE, DATAPLANES-UPDATE and DATAPLANES-DELETE");
        }
    }
}
