package org.dpstck.dataplane.cases;

import java.util.UUID;
import java.util.stream.Stream;
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

/** §Control Plane Registration, §Deletion: how a registration ends, and that it has ended. */
@Isolated("what is registered decides where the callbacks of every flow go")
public final class DeregistrationCases {

    private static final String MUST = "CP-DEREGISTRATION-MUST";
    private static final String EFFECT = "CP-DEREGISTRATION-EFFECT";
    private static final int UNKNOWN = 11;
    private static final int UNKNOWN_UPDATE = 13;
    private static final int ENCODED = 142;

    @Case(
            value = "DEREGISTRATION",
            title = "A registration can be deleted",
            stimulus = "A new control plane registers; then it is deleted.",
            expected = "HTTP 204 without a body.",
            fix = "Serve DELETE at the path of the registration, forget the control plane and answer 204.")
    @Verifies({MUST, "CP-DEREGISTRATION-204"})
    @Needs(Capability.REGISTRATION)
    void registrationIsDeleted(Registrations registrations) {
        registrations
                .registered()
                .isDeleted()
                .isAccepted(MUST, "of a registered control plane")
                .hasStatusOfTable("CP-DEREGISTRATION-204");
    }

    @Case(
            value = "DEREGISTRATION-UNKNOWN",
            title = "The deletion of a control plane that is not registered is refused",
            stimulus = "A deletion was accepted once. Now the id in its path is one made up at random.",
            expected = "HTTP 4xx (404 is usual); a success draws a warning.",
            fix = "Look the registration up before deleting it, and answer 404 when there is none.")
    @Verifies("CP-DEREGISTRATION-UNKNOWN")
    @Needs(Capability.REGISTRATION)
    void unknownControlPlaneIsNotDeleted(Registrations registrations) {
        registrations.registered().isDeleted().orInconclusive("DEREGISTRATION");
        registrations
                .spare("tck-no-such-control-plane-" + UUID.randomUUID())
                .isDeleted()
                .shouldBeRefused("CP-DEREGISTRATION-UNKNOWN", UNKNOWN, "of a control plane that is not registered");
    }

    @Case(
            value = "DEREGISTRATION-TWICE",
            title = "The second deletion of a control plane is refused",
            stimulus = "A new control plane registers and is deleted; then it is deleted again.",
            expected = "HTTP 4xx (404 is usual); a success draws a warning.",
            fix = "Remove the registration when it is deleted, and answer 404 when there is none.")
    @Verifies(EFFECT)
    @Needs(Capability.REGISTRATION)
    void controlPlaneIsNotDeletedTwice(Registrations registrations) {
        var plane = registrations.registered();
        plane.isDeleted().orInconclusive("DEREGISTRATION");
        plane.isDeleted().shouldBeRefused(EFFECT, UNKNOWN, "of a control plane that was deleted");
    }

    @Case(
            value = "DEREGISTRATION-UPDATE",
            title = "The update of a control plane that was deleted is refused",
            stimulus = "A new control plane registers, is updated and deleted; then it is updated again.",
            expected = "HTTP 4xx (404 is usual); a success draws a warning.",
            fix = "Remove the registration when it is deleted, and update only what is there.")
    @Verifies(EFFECT)
    @Needs(Capability.REGISTRATION)
    @Rows("ownUpdates")
    void deletedControlPlaneIsNotUpdated(Registrations registrations) {
        var plane = registrations.registered();
        plane.updates(plane.message()).orInconclusive("REGISTRATION-UPDATE");
        plane.isDeleted().orInconclusive("DEREGISTRATION");
        plane.updates(plane.message()).shouldBeRefused(EFFECT, UNKNOWN_UPDATE, "of a control plane that was deleted");
    }

    @Case(
            value = "DEREGISTRATION-ANEW",
            title = "A control plane that was deleted can register anew",
            stimulus = "A new control plane registers and is deleted; then it registers and is deleted again.",
            expected = "A success each time.",
            fix = "Keep nothing of a registration that was deleted, or let it be overwritten.")
    @Verifies(EFFECT)
    @Needs(Capability.REGISTRATION)
    void controlPlaneRegistersAnew(Registrations registrations) {
        var plane = registrations.registered();
        plane.isDeleted().orInconclusive("DEREGISTRATION");
        plane.registers().isAccepted(EFFECT, "of a control plane that was deleted before");
        plane.isDeleted().isAccepted(EFFECT, "of a control plane that registered anew");
    }

    @Case(
            value = "DEREGISTRATION-OTHERS",
            title = "A deletion ends one registration and no other",
            stimulus = "Two control planes register; the first is deleted, then the second.",
            expected = "A success for both deletions.",
            fix = "Delete what is stored under the id of the path and nothing else.")
    @Verifies(MUST)
    @Needs(Capability.REGISTRATION)
    void deletionEndsOneRegistration(Registrations registrations) {
        registrations.registered().isDeleted().orInconclusive("DEREGISTRATION");
        var first = registrations.registered();
        var second = registrations.registered();
        first.isDeleted().orInconclusive("DEREGISTRATION");
        second.isDeleted().isAccepted(MUST, "of a control plane after the deletion of another one");
    }

    @Case(
            value = "REGISTRATION-ID",
            title = "A registration under an id with {0} is found again",
            stimulus =
                    "A control plane with such an id registers; then it is deleted, its id percent-encoded in the path.",
            expected = "HTTP 204. For a slash or a percent sign a 4xx draws a warning.",
            fix = "Split the path at its slashes first and decode each segment then.")
    @Verifies(MUST)
    @Needs(Capability.REGISTRATION)
    @Rows("oddIds")
    void oddIdIsFound(OddId odd, Registrations registrations, Judge judge) {
        registrations.registered().isDeleted().orInconclusive("DEREGISTRATION");
        var plane = registrations.spare(odd.id(UUID.randomUUID().toString()));
        if (!plane.registers().succeeded()) {
            throw Unjudgeable.untested("the system registers no control plane whose id has " + odd.text());
        }
        var when = "of a control plane whose id has " + odd.text();
        var deletion = plane.isDeleted();
        if (odd.isRiskyInPath()) {
            deletion.shouldBeAccepted(MUST, ENCODED, when);
        } else {
            deletion.isAccepted(MUST, when);
        }
    }

    static Stream<Row> ownUpdates(Edition edition) {
        return edition.registered().flatMap(Registration::ownUpdate).stream().map(update -> Row.single());
    }

    static Stream<Row> oddIds(Edition edition) {
        return Stream.of(OddId.values()).map(Row::of);
    }
}
