package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;

/** The members of request messages: required, optional, unknown, and the data address. */
public final class RequestMemberCases {

    private static final String REMOVED = "agreementId";
    private static final int OPTIONAL_TYPES = 65;
    private static final int ADDRESS_ON_PUSH = 43;
    private static final int ADDRESS_MISSING = 44;

    @Case(
            value = "{0}-REQUIRED",
            title = "{0} with {1} {2} is refused",
            stimulus = "The plain message was accepted once. Now it is sent for a new processId with this one defect.",
            expected =
                    "HTTP 4xx, and a flow that was there keeps its state. Null, an empty string and a number in place"
                            + " of a string are accepted with a warning.",
            fix = "Validate the message before acting on it, and answer 400 that names the member.")
    @Verifies("{0}-REQUIRED")
    @Rows("requiredMembers")
    void requiredMemberIsRequired(Operation operation, String member, Defect defect, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = new LinkedHashMap<>(flow.message(operation));
        defect.put(message, member);
        var requirement = operation.requirement("REQUIRED");
        var why = "with " + member + " " + defect;
        var reception = flow.receives(operation, message);
        var disputed = edition.message(operation.message()).disputed();
        if (defect.strict() && disputed.containsKey(member)) {
            reception.shouldBeRefused(requirement, disputed.get(member), why);
        } else if (defect.strict()) {
            reception.isRefused(requirement, why);
        } else {
            reception.shouldBeRefused(requirement, defect.position(), why);
        }
        Unmoved.ifRefused(
                reception, operation, flow, () -> flows.legal(operation).state(), requirement, why);
    }

    @Case(
            value = "{0}-REFUSED-LEAVES-NOTHING",
            title = "A refused {0} makes no flow",
            stimulus = "A message without its agreementId, then the same processId in a correct message.",
            expected = "HTTP 4xx for the first, a success for the second.",
            fix = "Validate before storing anything.")
    @Verifies("{0}-REQUIRED")
    @Rows("creating")
    void refusalLeavesNothing(Operation operation, DataFlows flows) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var requirement = operation.requirement("REQUIRED");
        var message = new LinkedHashMap<>(flow.message(operation));
        message.remove(REMOVED);
        flow.receives(operation, message).isRefused(requirement, "without " + REMOVED);
        flow.receives(operation).isAccepted(requirement, "after a refused message for the same processId");
    }

    @Case(
            value = "{0}-OPTIONAL",
            title = "{0} with {1} is taken as its table says",
            stimulus = "The plain message; then, for another flow, the same with this change to its optional members.",
            expected =
                    "A success; a member of the wrong type should get a 4xx, after which a flow that was there keeps its state.",
            fix = "Take optional members as they come, and check their types.")
    @Verifies("{0}-OPTIONAL")
    @Rows("optionalMembers")
    void optionalMembersAreOptional(Operation operation, Option option, DataFlows flows, Judge judge) {
        var plain = flows.twinDoubt(operation);
        if (!option.valid()) {
            flows.requireTwin(operation);
        }
        var requirement = operation.requirement("OPTIONAL");
        if (option.plain() && plain.isPresent()) {
            isNotForWantOfAnAddress(operation, plain.get(), flows, judge);
            return;
        }
        var flow = flows.ready(operation);
        var message = option.in(flow.message(operation));
        var reception = flow.receives(operation, message);
        if (!option.valid()) {
            var why = "with " + option.text();
            reception.shouldBeRefused(requirement, OPTIONAL_TYPES, why);
            Unmoved.ifRefused(
                    reception, operation, flow, () -> flows.legal(operation).state(), requirement, why);
        } else if (plain.isEmpty()) {
            reception.isAccepted(requirement, "with " + option.text());
        } else if (reception.succeeded()) {
            judge.violated(
                    requirement,
                    operation + " is accepted in its usual form and with " + option.text(),
                    "it is accepted with " + option.text()
                            + ", and in its usual form, which differs in that alone, it is not: "
                            + plain.get().getMessage(),
                    reception.exchange());
        } else {
            throw plain.get();
        }
    }

    /** The plain message was refused: it breaks this clause if the one optional member would have helped. */
    private static void isNotForWantOfAnAddress(Operation operation, Unjudgeable doubt, DataFlows flows, Judge judge) {
        var flow = flows.ready(operation);
        var message = new LinkedHashMap<>(flow.message(operation));
        var added = message.put("dataAddress", flow.dataAddress()) == null;
        var reception = flow.receives(operation, message);
        if (!added || !reception.succeeded()) {
            throw doubt;
        }
        judge.violated(
                operation.requirement("OPTIONAL"),
                operation + " is accepted without the optional dataAddress",
                "it is accepted with a dataAddress that nothing needs, and without it not: " + doubt.getMessage(),
                reception.exchange());
    }

    @Case(
            value = "{0}-EXTENSIBLE",
            title = "{0} with members that the document does not define is accepted",
            stimulus = "The plain message was accepted once. Now it is sent with two more members, one of them nested.",
            expected = "A success.",
            fix = "Ignore what you do not know: no table closes the message.")
    @Verifies("{0}-EXTENSIBLE")
    @Rows("withMessage")
    void unknownMembersAreTolerated(Operation operation, DataFlows flows) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put("x-dps-tck", "unknown to the document");
        message.put("xDpsTckNested", Map.of("list", List.of(1, true, Map.of())));
        flow.receives(operation, message).isAccepted(operation.requirement("EXTENSIBLE"), "with unknown members");
    }

    @Case(
            value = "START-PULL-DATA-ADDRESS",
            title = "start of a pull flow with a data address is refused",
            stimulus = "A plain pull start was accepted once. Now it is sent with a dataAddress.",
            expected = "HTTP 4xx.",
            fix = "Refuse dataAddress in start when the transfer type is a pull: the provider supplies the endpoint.")
    @Verifies("START-PULL-DATA-ADDRESS")
    @Rows("pullStarts")
    void addressOnPullStartIsRefused(Operation operation, FlowKind kind, DataFlows flows) {
        flows.requireTwin(operation, kind);
        var flow = flows.fresh(kind);
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put("dataAddress", flow.dataAddress());
        flow.receives(operation, message).isRefused("START-PULL-DATA-ADDRESS", "of a pull flow with a dataAddress");
    }

    @Case(
            value = "{0}-DATA-ADDRESS-MISSING",
            title = "{0} of a {1} flow without a data address is refused",
            stimulus = "The plain message was accepted once. Now it is sent without its dataAddress.",
            expected = "HTTP 4xx, and a flow that was there keeps its state; a success draws a warning.",
            fix = "Answer 400: without the address the wire has no other end.")
    @Verifies("{requirement}")
    @Rows("missingAddresses")
    void missingAddressIsRefused(Operation operation, FlowKind kind, DataFlows flows, Judge judge, Edition edition) {
        flows.requireTwin(operation, kind);
        var flow = operation.creates() ? flows.fresh(kind) : flows.in(Legal.of(edition, operation, kind));
        var message = new LinkedHashMap<>(flow.message(operation));
        message.remove("dataAddress");
        shouldBeRefused(operation, message, flow, ADDRESS_MISSING, "without a dataAddress", edition);
    }

    @Case(
            value = "{0}-DATA-ADDRESS-FORBIDDEN",
            title = "{0} of a {1} flow with a data address is refused",
            stimulus = "The plain message was accepted once. Now it is sent with a dataAddress.",
            expected =
                    "HTTP 4xx, and the flow keeps its state; a success draws a warning: only the sender is told to omit it.",
            fix = "Answer 400: on a push the provider has no endpoint to offer.")
    @Verifies("{requirement}")
    @Rows("forbiddenAddresses")
    void forbiddenAddressIsRefused(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        flows.requireTwin(operation, kind);
        var flow = flows.in(Legal.of(edition, operation, kind));
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put("dataAddress", flow.dataAddress());
        shouldBeRefused(operation, message, flow, ADDRESS_ON_PUSH, "with a dataAddress", edition);
    }

    private static void shouldBeRefused(
            Operation operation,
            Map<String, Object> message,
            DataFlow flow,
            int position,
            String why,
            Edition edition) {
        var requirement = addressRequirement(operation, flow.kind());
        var reception = flow.receives(operation, message).shouldBeRefused(requirement, position, why);
        Unmoved.ifRefused(
                reception,
                operation,
                flow,
                () -> Legal.of(edition, operation, flow.kind()).state(),
                requirement,
                why);
    }

    static Stream<Row> requiredMembers(Edition edition) {
        return Kinds.withMessage(edition, "REQUIRED").flatMap(operation -> {
            var message = edition.message(operation.message());
            return message.required().stream().flatMap(member -> Defect.of(message, member).stream()
                    .map(defect -> Row.of(operation, member, defect)));
        });
    }

    static Stream<Row> creating(Edition edition) {
        return edition.creating().stream()
                .filter(operation ->
                        edition.message(operation.message()).required().contains(REMOVED))
                .map(Row::of);
    }

    static Stream<Row> optionalMembers(Edition edition) {
        return Kinds.withMessage(edition, "OPTIONAL")
                .flatMap(operation -> Option.of(edition.message(operation.message())).stream()
                        .map(option -> Row.of(operation, option)));
    }

    static Stream<Row> withMessage(Edition edition) {
        return Kinds.withMessage(edition, "EXTENSIBLE").map(Row::of);
    }

    static Stream<Row> pullStarts(Edition edition) {
        return addressing(edition)
                .filter(row -> row.operation().creates() && row.kind().direction() == Direction.PULL)
                .filter(row -> row.isAsked(edition))
                .map(row -> Row.of(row.operation(), row.kind()));
    }

    static Stream<Row> missingAddresses(Edition edition) {
        return addressing(edition)
                .filter(row -> row.carries(edition) && row.isAsked(edition))
                .map(row ->
                        Row.of(row.operation(), row.kind()).verifying(addressRequirement(row.operation(), row.kind())));
    }

    static Stream<Row> forbiddenAddresses(Edition edition) {
        return addressing(edition)
                .filter(row -> !row.carries(edition) && !row.operation().creates() && row.isAsked(edition))
                .map(row ->
                        Row.of(row.operation(), row.kind()).verifying(addressRequirement(row.operation(), row.kind())));
    }

    private record Addressing(Operation operation, FlowKind kind) {

        boolean carries(Edition edition) {
            return edition.message(operation.message()).carriesDataAddress().contains(kind.id());
        }

        boolean isAsked(Edition edition) {
            return edition.asks(addressRequirement(operation, kind));
        }
    }

    /** Operations whose message knows a data address at all, with every kind of flow of their sides. */
    private static Stream<Addressing> addressing(Edition edition) {
        return withMessages(edition)
                .filter(operation -> !edition.message(operation.message())
                        .carriesDataAddress()
                        .isEmpty())
                .flatMap(operation -> edition.kinds().stream()
                        .filter(kind -> operation.sides().contains(kind.side()))
                        .map(kind -> new Addressing(operation, kind)));
    }

    private static Stream<Operation> withMessages(Edition edition) {
        return edition.operations().values().stream().filter(operation -> operation.message() != null);
    }

    private static String addressRequirement(Operation operation, FlowKind kind) {
        return operation.requirement(kind.direction().name() + "-DATA-ADDRESS");
    }
}
