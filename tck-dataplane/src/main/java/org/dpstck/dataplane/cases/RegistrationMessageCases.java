package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Message;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.ControlPlane;
import org.dpstck.dataplane.flow.RegistrationReception;
import org.dpstck.dataplane.flow.Registrations;
import org.junit.jupiter.api.parallel.Isolated;

/** §The Control Plane Registration Type: the members of the message that registers and updates. */
@Isolated("what is registered decides where the callbacks of every flow go")
public final class RegistrationMessageCases {

    private static final String REQUIRED = "CP-REGISTRATION-REQUIRED";
    private static final String OPTIONAL = "CP-REGISTRATION-OPTIONAL";
    private static final String AUTHORIZATION = "authorization";

    @Case(
            value = "REGISTRATION-REQUIRED",
            title = "The registration with {1} {2} is refused ({0})",
            stimulus =
                    "The plain message was accepted once. Now it is sent with this one defect, for a new control plane"
                            + " or to update one that is registered.",
            expected = "HTTP 4xx. Null, an empty string and a number in place of a string are accepted with a warning.",
            fix = "Validate the message before storing anything, and answer 400 that names the member.")
    @Verifies(REQUIRED)
    @Needs(Capability.REGISTRATION)
    @Rows("requiredMembers")
    void requiredMemberIsRequired(
            Stage stage, String member, Defect defect, Registrations registrations, Edition edition) {
        registrations.requireTwin();
        var plane = at(stage, registrations);
        var message = new LinkedHashMap<>(plane.message());
        defect.put(message, member);
        var reception = stage.send(plane, message);
        var why = "with " + member + " " + defect;
        var disputed = message(edition).disputed();
        if (disputed.containsKey(member)) {
            reception.shouldBeRefused(REQUIRED, disputed.get(member), why);
        } else if (defect.strict()) {
            reception.isRefused(REQUIRED, why);
        } else {
            reception.shouldBeRefused(REQUIRED, defect.position(), why);
        }
    }

    @Case(
            value = "REGISTRATION-BODY",
            title = "A registration with {1} is refused ({0})",
            stimulus =
                    "The plain message was accepted once. Now this body is sent, for a new control plane or to update"
                            + " one that is registered.",
            expected = "HTTP 4xx; JSON that is declared as text/plain is accepted with a warning.",
            fix = "Parse the body before storing anything; answer 400 (or 415 for another media type), never 5xx.")
    @Verifies("CP-REGISTRATION-BODY")
    @Needs(Capability.REGISTRATION)
    @Rows("bodies")
    void malformedBodyIsRefused(Stage stage, Malformation malformation, Registrations registrations) {
        registrations.requireTwin();
        var plane = at(stage, registrations);
        var body = malformation.body(Json.text(plane.message()));
        var reception = stage.send(plane, malformation.contentType(), body);
        var why = "with " + malformation.text();
        if (malformation.strict()) {
            reception.isRefused("CP-REGISTRATION-BODY", why);
        } else {
            reception.shouldBeRefused("CP-REGISTRATION-BODY", malformation.position(), why);
        }
    }

    @Case(
            value = "REGISTRATION-WITHOUT-AUTHORIZATION",
            title = "A registration without authorization is accepted",
            stimulus = "The plain message of a new control plane, without the member authorization.",
            expected = "A success.",
            fix = "Take a control plane that brings no authorization for one that is trusted otherwise.")
    @Verifies(OPTIONAL)
    @Needs(Capability.REGISTRATION)
    void authorizationIsOptional(Registrations registrations, Edition edition) {
        var plane = registrations.spare();
        var message = new LinkedHashMap<>(plane.message());
        var insisted = message.remove(AUTHORIZATION) != null;
        if (!insisted) {
            registrations.requireTwin();
        }
        var disputed = message(edition).disputed();
        var reception = plane.registers(message);
        if (disputed.containsKey(AUTHORIZATION)) {
            reception.shouldBeAccepted(OPTIONAL, disputed.get(AUTHORIZATION), "without authorization");
        } else {
            reception.isAccepted(OPTIONAL, "without authorization");
        }
    }

    @Case(
            value = "REGISTRATION-ID-MEMBER",
            title = "A registration that bears its id as {0} is accepted",
            stimulus = "The plain message of a new control plane, with its id under this name alone, or without any.",
            expected = "A success: no table names a member for the id.",
            fix = "Take the id from where it is, and give one where it is missing.")
    @Verifies(REQUIRED)
    @Needs(Capability.REGISTRATION)
    @Rows("idMembers")
    void idIsNotRequired(String member, Registrations registrations, Edition edition) {
        registrations.requireTwin();
        var plane = registrations.spare();
        var message = new LinkedHashMap<>(plane.message());
        var members = edition.registered().orElseThrow().id().members();
        members.stream().filter(each -> !each.equals(member)).forEach(message::remove);
        var sender = members.contains(member) ? plane : plane.withoutId();
        sender.registers(message)
                .isAccepted(REQUIRED, members.contains(member) ? "with the id as " + member : "without an id");
    }

    @Case(
            value = "REGISTRATION-EXTENSIBLE",
            title = "A registration with {1} is accepted ({0})",
            stimulus = "The plain message was accepted once. Now it is sent with members that no table names.",
            expected = "A success.",
            fix = "Ignore what you do not know: no table closes the message.")
    @Verifies("CP-REGISTRATION-EXTENSIBLE")
    @Needs(Capability.REGISTRATION)
    @Rows("extensions")
    void unknownMembersAreTolerated(Stage stage, Extension extension, Registrations registrations) {
        registrations.requireTwin();
        var plane = at(stage, registrations);
        if (stage == Stage.UPDATE) {
            plane.updates(plane.message()).orInconclusive("REGISTRATION-UPDATE");
        }
        var message = new LinkedHashMap<>(plane.message());
        extension.put(message);
        stage.send(plane, message).isAccepted("CP-REGISTRATION-EXTENSIBLE", "with " + extension.text());
    }

    @Case(
            value = "REGISTRATION-AUTHORIZATION",
            title = "A registration with a defect of authorization is refused: {0}",
            stimulus = "A message with authorization was accepted. Now it is sent with this defect.",
            expected = "HTTP 4xx. Only for an array in place of an object, or the other way round, a success fails.",
            fix = "Check the form of authorization, and that it says of which type it is, before storing anything.")
    @Verifies("{requirement}")
    @Needs(Capability.REGISTRATION)
    @Rows("authorizationDefects")
    void authorizationHasItsForm(AuthorizationDefect defect, Registrations registrations, Edition edition) {
        var form = edition.registered().orElseThrow().authorization();
        var twin = registrations.spare();
        if (!registers(twin, form.holding(twin.authorization())).succeeded()) {
            throw Unjudgeable.untested("the system registers no control plane with an authorization of the type "
                    + twin.authorization().get("type") + ", so a refusal would prove nothing");
        }
        var plane = registrations.spare();
        var reception = registers(plane, defect.of(plane.authorization(), form));
        if (defect.strict()) {
            reception.isRefused(defect.requirement(), defect.text(form));
        } else {
            reception.shouldBeRefused(defect.requirement(), defect.position(), defect.text(form));
        }
    }

    static Stream<Row> requiredMembers(Edition edition) {
        return edition.registered().stream().flatMap(registration -> Arrays.stream(Stage.values())
                .flatMap(stage -> message(edition).required().stream()
                        // Without its id, a message that updates by its id is none that updates.
                        .filter(member -> stage == Stage.CREATE
                                || !registration.id().members().contains(member))
                        .flatMap(member -> Defect.of(message(edition), member).stream()
                                .map(defect -> Row.of(stage, member, defect)))));
    }

    static Stream<Row> bodies(Edition edition) {
        return edition.registered().stream().flatMap(registration -> Arrays.stream(Stage.values())
                .flatMap(stage ->
                        Arrays.stream(Malformation.values()).map(malformation -> Row.of(stage, malformation))));
    }

    static Stream<Row> idMembers(Edition edition) {
        return edition.registered().stream()
                .filter(registration -> !registration.id().required())
                .flatMap(registration -> Stream.concat(registration.id().members().stream(), Stream.of("none")))
                .map(Row::of);
    }

    static Stream<Row> extensions(Edition edition) {
        return edition.registered().stream().flatMap(registration -> Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Extension.values()).map(extension -> Row.of(stage, extension))));
    }

    static Stream<Row> authorizationDefects(Edition edition) {
        return edition.registered().stream()
                .flatMap(registration -> Arrays.stream(AuthorizationDefect.values())
                        .filter(defect -> defect.isPossible(registration.authorization())))
                .map(defect -> Row.of(defect).verifying(defect.requirement()));
    }

    private static RegistrationReception registers(ControlPlane plane, Object authorization) {
        var message = new LinkedHashMap<>(plane.message());
        message.put(AUTHORIZATION, authorization);
        return plane.registers(message);
    }

    private static ControlPlane at(Stage stage, Registrations registrations) {
        return stage == Stage.CREATE ? registrations.spare() : registrations.registered();
    }

    private static Message message(Edition edition) {
        return edition.message(edition.registered().orElseThrow().message());
    }
}
