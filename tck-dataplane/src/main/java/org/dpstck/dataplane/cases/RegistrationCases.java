package org.dpstck.dataplane.cases;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.Registrations;
import org.junit.jupiter.api.parallel.Isolated;

/** §Control Plane Registration: how a control plane registers and updates its registration. */
@Isolated("what is registered decides where the callbacks of every flow go")
public final class RegistrationCases {

    private static final String CREATE = "REGISTRATION-CREATE";
    private static final String UPDATE = "CP-REGISTRATION-UPDATE";
    private static final String REPLACE = "CP-REGISTRATION-REPLACE";
    private static final int UNKNOWN = 13;
    private static final int TWICE = 141;

    @Case(
            value = CREATE,
            title = "A control plane can register",
            stimulus = "The plain message: the id of a new control plane and its endpoint.",
            expected = "HTTP 200; 201 is accepted with a warning.",
            fix = "Store what the message says of the control plane and answer 200.")
    @Verifies("CP-REGISTRATION-200")
    @Needs(Capability.REGISTRATION)
    void controlPlaneRegisters(Registrations registrations) {
        registrations
                .spare()
                .registers()
                .isAccepted("CP-REGISTRATION-200", "of a new control plane")
                .hasStatusOfTable("CP-REGISTRATION-200");
    }

    @Case(
            value = "REGISTRATION-UPDATE",
            title = "A registration can be updated",
            stimulus = "A new control plane registers; then its message is sent again with another endpoint.",
            expected = "HTTP 200.",
            fix = "Replace what is stored under the id of the control plane and answer 200.")
    @Verifies({UPDATE, UPDATE + "-200?"})
    @Needs(Capability.REGISTRATION)
    void registrationIsUpdated(Registrations registrations, Judge judge) {
        var plane = registrations.registered();
        plane.updates(plane.message(registrations.elsewhere("moved")))
                .isAccepted(UPDATE, "of a registered control plane")
                .hasStatusOfTable(judge.covers(UPDATE + "-200") ? UPDATE + "-200" : UPDATE);
    }

    @Case(
            value = "REGISTRATION-UPDATE-TWICE",
            title = "A registration can be updated again and again",
            stimulus =
                    "A new control plane registers; then it is updated three times, the last time by the first message.",
            expected = "A success each time.",
            fix = "Let an update replace what is stored, whether it is new or the same.")
    @Verifies(UPDATE)
    @Needs(Capability.REGISTRATION)
    void registrationIsUpdatedAgain(Registrations registrations) {
        var plane = registrations.registered();
        plane.updates(plane.message(registrations.elsewhere("moved"))).orInconclusive("REGISTRATION-UPDATE");
        plane.updates(plane.message(registrations.elsewhere("moved-again"))).isAccepted(UPDATE, "for the second time");
        plane.updates(plane.message()).isAccepted(UPDATE, "for the third time, back to the first message");
    }

    @Case(
            value = "REGISTRATION-UPDATE-UNKNOWN",
            title = "The update of a control plane that is not registered is refused",
            stimulus = "An update was accepted once. Now the id in its path is one made up at random.",
            expected = "HTTP 4xx (404 is usual); a success draws a warning.",
            fix = "Look the registration up before replacing it, and answer 404 when there is none.")
    @Verifies("CP-REGISTRATION-UPDATE-UNKNOWN")
    @Needs(Capability.REGISTRATION)
    @Rows("ownUpdates")
    void unknownControlPlaneIsNotUpdated(Registrations registrations) {
        var twin = registrations.registered();
        twin.updates(twin.message()).orInconclusive("REGISTRATION-UPDATE");
        var plane = registrations.spare("tck-no-such-control-plane-" + UUID.randomUUID());
        plane.updates(plane.message())
                .shouldBeRefused(
                        "CP-REGISTRATION-UPDATE-UNKNOWN", UNKNOWN, "of a control plane that is not registered");
    }

    @Case(
            value = "REGISTRATION-AGAIN",
            title = "A control plane can register again",
            stimulus = "A new control plane registers; then the same request is sent again with another endpoint.",
            expected = "A success like the first one; a 4xx draws a warning.",
            fix = "Take a registration under a known id for an update.")
    @Verifies(REPLACE)
    @Needs(Capability.REGISTRATION)
    @Rows("ownUpdates")
    void controlPlaneRegistersAgain(Registrations registrations) {
        var plane = registrations.registered();
        plane.registers(plane.message(registrations.elsewhere("moved")))
                .shouldBeAccepted(REPLACE, TWICE, "of a control plane that is registered");
    }

    @Case(
            value = "REGISTRATION-REPLACES",
            title = "An update leaves one registration and not two",
            stimulus = "A new control plane registers and is updated; then it is deleted until a deletion is refused.",
            expected = "One deletion ends the registration.",
            fix = "Store one registration under an id, and replace it when it is updated.")
    @Verifies(REPLACE)
    @Needs(Capability.REGISTRATION)
    void updateReplaces(Registrations registrations, Judge judge) {
        var plane = registrations.registered();
        plane.updates(plane.message(registrations.elsewhere("moved"))).orInconclusive("REGISTRATION-UPDATE");
        plane.isDeleted().orInconclusive("DEREGISTRATION");
        var second = plane.isDeleted();
        // A system whose deletions always succeed is the business of another case; here it shows nothing.
        if (second.succeeded() && plane.isDeleted().refused()) {
            judge.violated(
                    REPLACE,
                    "one deletion ends a registration that was updated",
                    "a second deletion succeeded and a third was refused, so the update had added a registration: "
                            + Replies.observed(second.reply()),
                    second.exchange());
        }
    }

    @Case(
            value = "REGISTRATION-UPDATE-REFUSED",
            title = "A refused update leaves the registration as it was",
            stimulus = "A new control plane registers. An update with half a message is refused. Then it is deleted.",
            expected = "The deletion succeeds, because the control plane is still registered.",
            fix = "Read and check the whole message before touching what is stored.")
    @Verifies(REPLACE)
    @Needs(Capability.REGISTRATION)
    void refusedUpdateChangesNothing(Registrations registrations) {
        var twin = registrations.registered();
        twin.isDeleted().orInconclusive("DEREGISTRATION");
        var plane = registrations.registered();
        var body = Malformation.TRUNCATED.body(Json.text(plane.message()));
        if (!plane.updates(Malformation.TRUNCATED.contentType(), body).refused()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: an update with malformed JSON was not refused; see"
                    + " the case REGISTRATION-BODY.update.truncated");
        }
        plane.isDeleted().isAccepted(REPLACE, "of a control plane whose update was refused");
    }

    @Case(
            value = "REGISTRATION-METHOD",
            title = "The path of {0} refuses {1}",
            stimulus = "A control plane registered by the method of the table. Now this method is sent to the path.",
            expected = "HTTP 4xx (405 is usual).",
            fix = "Route by method as well as by path.")
    @Verifies("CP-REGISTRATION-METHOD")
    @Needs(Capability.REGISTRATION)
    @Rows("methods")
    void wrongMethodIsRefused(String path, String method, Registrations registrations, Edition edition) {
        registrations.requireTwin();
        var registration = edition.registered().orElseThrow();
        var collection = path.equals("registration");
        var plane = collection ? registrations.spare() : registrations.registered();
        plane.sendsBy(method, collection ? registration.create() : registration.delete())
                .isRefused("CP-REGISTRATION-METHOD", "to the path of " + path);
    }

    static Stream<Row> ownUpdates(Edition edition) {
        return edition.registered().flatMap(Registration::ownUpdate).stream().map(update -> Row.single());
    }

    static Stream<Row> methods(Edition edition) {
        return edition.registered().stream().flatMap(registration -> Stream.of(
                        Map.entry("registration", "POST"),
                        Map.entry("registration", "PUT"),
                        Map.entry("registration", "PATCH"),
                        Map.entry("deletion", "POST"),
                        Map.entry("deletion", "PATCH"))
                .filter(row -> !row.getKey().equals("registration")
                        || !row.getValue().equals(registration.create().method()))
                .map(row -> Row.of(row.getKey(), row.getValue())));
    }
}
