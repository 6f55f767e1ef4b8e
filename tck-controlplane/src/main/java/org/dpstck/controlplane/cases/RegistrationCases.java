package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.DataPlanes;
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

/** Data planes register through an endpoint (§Data Plane Registration). */
public final class RegistrationCases {

    @Case(
            value = "DATAPLANES-CREATE",
            title = "A data plane registers",
            stimulus = "The registration message of the edition in its plain form.",
            expected = "HTTP 200, or any success where the edition names no code.",
            fix = "Serve the endpoint of the edition at the path that its table names.")
    @Verifies("DATAPLANES-200")
    @Needs(Capability.REGISTRATION)
    void registers(DataPlanes planes, Transfers transfers) {
        var reply = planes.register(
                planes.message(planes.freshId(), planes.address().url(), planes.freshType()));
        if (planes.registration().create().status() == 0) {
            accepted(reply, "DATAPLANES-200", "for a registration", transfers);
        } else if (Replies.succeeded(reply) && reply.status() == 201) {
            transfers.warned("DATAPLANES-200", 10, "HTTP 200", Replies.observed(reply), reply.exchange());
        } else {
            transfers
                    .content()
                    .answered(reply, planes.registration().create().status(), "DATAPLANES-200", "for a registration");
        }
    }

    @Case(
            value = "DATAPLANES-REQUIRED",
            title = "A registration without {0} is refused",
            stimulus = "The plain registration was accepted; now one that lacks a required member.",
            expected = "HTTP 4xx.",
            fix = "Validate the registration before it is kept.")
    @Verifies("DATAPLANES-REQUIRED?")
    @Needs(Capability.REGISTRATION)
    @Rows("required")
    void lacking(String member, DataPlanes planes, Transfers transfers) {
        var id = registered(planes);
        var message = new LinkedHashMap<>(planes.message(id, planes.address().url(), planes.freshType()));
        message.remove(member);
        transfers
                .content()
                .refused(planes.register(message), "DATAPLANES-REQUIRED", "for a registration without " + member);
    }

    static Stream<Row> required(Edition edition) {
        var rules = edition.transfers();
        return rules.messages().get(rules.registration().message()).required().stream()
                .map(Row::of);
    }

    @Case(
            value = "DATAPLANES-BODY",
            title = "A registration whose body is {0} is refused",
            stimulus = "The plain registration was accepted; now something that is no message.",
            expected = "HTTP 4xx.",
            fix = "Answer 400 when the body does not parse or is no registration.")
    @Verifies("DATAPLANES-BODY?")
    @Needs(Capability.REGISTRATION)
    @Rows("malformations")
    void malformed(Malformation malformation, DataPlanes planes, Transfers transfers) {
        var id = registered(planes);
        var message = planes.message(id, planes.address().url(), planes.freshType());
        transfers
                .content()
                .refused(
                        planes.register(malformation.of(message)),
                        "DATAPLANES-BODY",
                        "for a body that is " + malformation.words());
    }

    static Stream<Row> malformations(Edition edition) {
        return Stream.of(Malformation.values()).map(Row::of);
    }

    @Case(
            value = "DATAPLANES-EXTENSIBLE",
            title = "A registration with members that nobody knows is accepted",
            stimulus = "The plain registration with two more members.",
            expected = "HTTP 2xx.",
            fix = "Ignore members that you do not know.")
    @Verifies("DATAPLANES-EXTENSIBLE?")
    @Needs(Capability.REGISTRATION)
    void extended(DataPlanes planes, Transfers transfers) {
        var id = registered(planes);
        var message = new LinkedHashMap<>(planes.message(id, planes.address().url(), planes.freshType()));
        message.put("tck:note", "of no meaning");
        message.put("name", "a data plane of the suite");
        accepted(planes.register(message), "DATAPLANES-EXTENSIBLE", "for further members", transfers);
    }

    @Case(
            value = "DATAPLANES-UPDATE",
            title = "A registered data plane updates its registration",
            stimulus = "A registration, then the update of the edition with another address.",
            expected = "HTTP 2xx.",
            fix = "Replace the registration that has the id.")
    @Verifies("DATAPLANES-UPDATE?")
    @Needs(Capability.REGISTRATION)
    void updates(DataPlanes planes, Transfers transfers) {
        var id = registered(planes);
        var reply = planes.update(id, planes.message(id, planes.address().url(), planes.freshType()));
        accepted(reply, "DATAPLANES-UPDATE", "for an update", transfers);
    }

    @Case(
            value = "DATAPLANES-UPDATE-UNKNOWN",
            title = "An update of a data plane that is not registered is refused",
            stimulus = "A registration was accepted; now the update of an id made up at random.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Answer 404 when there is no registration of that id.")
    @Verifies("DATAPLANES-UPDATE-UNKNOWN?")
    @Needs(Capability.REGISTRATION)
    @Rows("ownUpdate")
    void updatesUnknown(DataPlanes planes, Transfers transfers) {
        registered(planes);
        var id = planes.freshId();
        var reply = planes.update(id, planes.message(id, planes.address().url(), planes.freshType()));
        lenient(reply, "DATAPLANES-UPDATE-UNKNOWN", 13, transfers);
    }

    static Stream<Row> ownUpdate(Edition edition) {
        return edition.transfers().registration().ownUpdate().isPresent() ? Stream.of(Row.single()) : Stream.empty();
    }

    @Case(
            value = "DATAPLANES-DELETE",
            title = "A registered data plane is deleted",
            stimulus = "A registration, then its deletion.",
            expected = "HTTP 204.",
            fix = "Serve DELETE at the path of the edition and answer 204.")
    @Verifies({"DATAPLANES-DELETE?", "DATAPLANES-DELETE-204?"})
    @Needs(Capability.REGISTRATION)
    void deletes(DataPlanes planes, Transfers transfers) {
        var reply = planes.delete(registered(planes));
        if (!Replies.succeeded(reply)) {
            transfers.violated(
                    "DATAPLANES-DELETE", "HTTP 204 for a deletion", Replies.observed(reply), reply.exchange());
        } else {
            transfers
                    .content()
                    .answered(
                            reply, planes.registration().delete().status(), "DATAPLANES-DELETE-204", "for a deletion");
        }
    }

    @Case(
            value = "DATAPLANES-DELETE-UNKNOWN",
            title = "The deletion of a data plane that is not registered is refused",
            stimulus =
                    "The deletion of a registered data plane was accepted; now that of an id that nobody has registered.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Answer 404 when there is no registration of that id.")
    @Verifies("DATAPLANES-DELETE-UNKNOWN?")
    @Needs(Capability.REGISTRATION)
    void deletesUnknown(DataPlanes planes, Transfers transfers) {
        require(planes.delete(registered(planes)));
        lenient(planes.delete("tck-nobody"), "DATAPLANES-DELETE-UNKNOWN", 11, transfers);
    }

    private static String registered(DataPlanes planes) {
        var id = planes.freshId();
        require(planes.register(planes.message(id, planes.address().url(), planes.freshType())));
        return id;
    }

    private static void require(Reply reply) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: a registration in correct form gave " + Replies.observed(reply)
                            + "; see the cases DATAPLANES-CREATE, DATAPLANES-UPDATE and DATAPLANES-DELETE");
        }
    }

    private static void accepted(Reply reply, String requirement, String what, Transfers transfers) {
        if (!Replies.succeeded(reply)) {
            transfers.violated(requirement, "HTTP 2xx " + what, Replies.observed(reply), reply.exchange());
        }
    }

    private static void lenient(Reply reply, String requirement, int position, Transfers transfers) {
        if (Replies.succeeded(reply)) {
            transfers.warned(
                    requirement,
                    position,
                    "HTTP 4xx for an id that is not registered",
                    Replies.observed(reply),
                    reply.exchange());
        } else {
            transfers.content().refused(reply, requirement, "for an id that is not registered");
        }
    }
}
