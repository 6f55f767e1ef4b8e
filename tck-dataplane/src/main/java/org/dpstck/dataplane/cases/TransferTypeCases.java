package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;

/** §Transfer Types, §Transfer Profiles: how a message may name the kind of the transfer. */
public final class TransferTypeCases {

    private static final String CASE = "TRANSFER-TYPE-CASE";
    private static final String SYNTAX = "TRANSFER-TYPE-SYNTAX";
    private static final String PROFILE = "PROFILE-URL";
    private static final String SERVED = "TRANSFER-TYPE";
    private static final String PLACEHOLDER = "{transferType}";
    private static final int RESPONSES = 67;
    private static final int NO_URL = 69;
    private static final int FREE_NAMES = 152;

    @Case(
            value = CASE,
            title = "{0} of a {1} flow takes its transfer type in another case",
            stimulus =
                    "The plain message was accepted once. Now it is sent with the transfer type's letters in the other"
                            + " case.",
            expected = "A success.",
            fix = "Compare transfer types without regard to case.")
    @Verifies(CASE)
    @Rows("spellings")
    void otherCaseIsTheSameType(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        flows.requireTwin(operation, kind);
        var flow = flows.fresh(kind);
        var message = flow.message(operation);
        var member = member(edition, operation);
        var spelled = TypeName.of(message.get(member)).inOtherCase();
        flow.receives(operation, with(message, member, spelled)).isAccepted(CASE, "with " + member + " " + spelled);
    }

    @Case(
            value = "{0}-TRANSFER-TYPE-UNKNOWN",
            title = "{0} of a kind of transfer that nobody serves is refused",
            stimulus =
                    "The plain message was accepted once. Now its transfer type or profile is a name made up at random.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Look the name up among those that the data plane serves, before a flow is made.")
    @Verifies("{requirement}")
    @Rows("served")
    void unknownTypeIsRefused(Operation operation, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = flow.message(operation);
        var member = member(edition, operation);
        var unknown = TypeName.of(message.get(member)).unknown();
        flow.receives(operation, with(message, member, unknown))
                .shouldBeRefused(operation.requirement(SERVED), FREE_NAMES, "with " + member + " " + unknown);
    }

    @Case(
            value = "{0}-TRANSFER-TYPE-FORM",
            title = "{0} with a name that has {1} is refused",
            stimulus = "The plain message was accepted once. Now its transfer type or profile lacks a part.",
            expected = "HTTP 4xx; where names are free, a success draws a warning.",
            fix = "Take the direction from the name, and refuse a name that tells none.")
    @Verifies("{requirement}")
    @Rows("forms")
    void incompleteNameIsRefused(Operation operation, TypeForm form, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = flow.message(operation);
        var member = member(edition, operation);
        var name = form.of(TypeName.of(message.get(member)));
        var reception = flow.receives(operation, with(message, member, name));
        var why = "with " + member + " " + name + ", which has " + form.text();
        if (form.strict() && edition.asks(SYNTAX)) {
            reception.isRefused(SYNTAX, why);
        } else {
            reception.shouldBeRefused(about(edition, operation), FREE_NAMES, why);
        }
    }

    @Case(
            value = "{0}-TRANSFER-TYPE-RESPONSE",
            title = "{0} takes a transfer type with a response part",
            stimulus = "The plain message was accepted once. Now a hyphen and the response type of the description"
                    + " (com.test.http, if it names none) stand behind its transfer type.",
            expected = "A success; HTTP 4xx draws a warning, since it is another type than the one described.",
            fix = "Read [FORWARDTYPE]-[push|pull]-[RESPONSETYPE]; the response part is optional.")
    @Verifies(SYNTAX)
    @Rows("responses")
    void responsePartIsTaken(Operation operation, DataFlows flows, Edition edition, SystemUnderTest system) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = flow.message(operation);
        var member = member(edition, operation);
        var name = TypeName.of(message.get(member))
                .withResponse(
                        edition.responses().orElseThrow(), system.responses().type());
        flow.receives(operation, with(message, member, name))
                .shouldBeAccepted(SYNTAX, RESPONSES, "with " + member + " " + name);
    }

    @Case(
            value = "{0}-PROFILE-URL",
            title = "{0} with a profile that is no URL is refused",
            stimulus = "The plain message was accepted once. Now its profile is com.test.http-push or -pull.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Compare profiles as the absolute URLs that they are.")
    @Verifies(PROFILE)
    @Rows("profiles")
    void profileThatIsNoUrlIsRefused(Operation operation, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = flow.message(operation);
        var member = member(edition, operation);
        var known = TypeName.of(message.get(member));
        if (!known.isUrl()) {
            throw Unjudgeable.untested("the description of the system names a profile that is no URL itself: " + known);
        }
        var name = "com.test.http" + known.direction();
        flow.receives(operation, with(message, member, name))
                .shouldBeRefused(PROFILE, NO_URL, "with " + member + " " + name);
    }

    static Stream<Row> spellings(Edition edition) {
        return edition.asks(CASE) ? Kinds.creations(edition) : Stream.empty();
    }

    static Stream<Row> served(Edition edition) {
        return edition.creating().stream()
                .filter(operation -> edition.asks(operation.requirement(SERVED)))
                .map(operation -> Row.of(operation).verifying(operation.requirement(SERVED)));
    }

    static Stream<Row> forms(Edition edition) {
        return edition.creating().stream()
                .filter(operation -> edition.asks(about(edition, operation)))
                .flatMap(operation -> Arrays.stream(TypeForm.values())
                        .map(form -> Row.of(operation, form).verifying(about(edition, operation))));
    }

    static Stream<Row> responses(Edition edition) {
        return edition.asks(SYNTAX) && edition.responses().isPresent()
                ? edition.creating().stream().map(Row::of)
                : Stream.empty();
    }

    static Stream<Row> profiles(Edition edition) {
        return edition.asks(PROFILE) ? edition.creating().stream().map(Row::of) : Stream.empty();
    }

    /** The clause that speaks of the form of a name: a syntax, or the name as such. */
    private static String about(Edition edition, Operation operation) {
        return edition.asks(SYNTAX) ? SYNTAX : operation.requirement(SERVED);
    }

    private static Map<String, Object> with(Map<String, Object> message, String member, String value) {
        var changed = new LinkedHashMap<>(message);
        changed.put(member, value);
        return changed;
    }

    /** The member of a message that names the kind of the transfer. */
    private static String member(Edition edition, Operation operation) {
        return edition.message(operation.message()).sends().entrySet().stream()
                .filter(entry -> PLACEHOLDER.equals(entry.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
