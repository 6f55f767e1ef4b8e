package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** HTTP transfer profile: which messages and data addresses a data plane takes. */
public final class HttpReceptionCases {

    private static final String REJECTED = "HTTP-ENDPOINT-REJECTED";
    private static final String TYPE = "HTTP-ENDPOINT-TYPE";
    private static final String METADATA = "HTTP-NO-METADATA";
    private static final int OTHER_DIRECTION = 163;
    private static final String ADDRESS = "dataAddress";

    @Case(
            value = "HTTP-REJECTS-PLAIN",
            title = "{0} for a {1} flow of the HTTP profile rejects an endpoint that is not HTTPS",
            stimulus = "The message was accepted once with an https endpoint. Now its endpoint begins with http://.",
            expected = "HTTP 4xx.",
            fix = "Look at the scheme of endpoint before the address is taken over.")
    @Verifies(REJECTED)
    @Rows("receiving")
    @Needs(Capability.HTTP_PROFILE)
    void plainEndpointIsRejected(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        requireTwin(operation, kind, flows, edition);
        sent(operation, kind, flows, edition, address -> {
                    var changed = new LinkedHashMap<>(address);
                    changed.put(
                            "endpoint", String.valueOf(address.get("endpoint")).replaceFirst("(?i)^https:", "http:"));
                    return changed;
                })
                .isRefused(REJECTED, "with an endpoint that does not use HTTPS");
    }

    @Case(
            value = "HTTP-OTHER-DIRECTION",
            title = "{0} for a {1} flow of the HTTP profile refuses an address of the other direction",
            stimulus =
                    "The message was accepted once in its plain form. Now its endpointType is the profile value of the other"
                            + " direction.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Compare endpointType with the profile of the flow.")
    @Verifies(TYPE)
    @Rows("receiving")
    @Needs(Capability.HTTP_PROFILE)
    void otherDirectionIsRefused(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        requireTwin(operation, kind, flows, edition);
        var other = kind.direction() == Direction.PUSH ? Direction.PULL : Direction.PUSH;
        sent(operation, kind, flows, edition, address -> {
                    var changed = new LinkedHashMap<>(address);
                    changed.put("endpointType", Profiles.http(edition).value(other));
                    return changed;
                })
                .shouldBeRefused(TYPE, OTHER_DIRECTION, "with the endpointType of the other direction");
    }

    @Case(
            value = "HTTP-ACCEPTS",
            title = "{0} for a {1} flow of the HTTP profile takes an address {2}",
            stimulus = "The message with a data address in that form, its endpoint with https.",
            expected = "A success.",
            fix = "Require nothing but endpointType and an https endpoint, and ignore properties that you do not know.")
    @Verifies("{requirement}")
    @Rows("forms")
    @Needs(Capability.HTTP_PROFILE)
    void legalAddressIsTaken(
            Operation operation, FlowKind kind, AddressChange change, DataFlows flows, Edition edition) {
        sent(operation, kind, flows, edition, change::in)
                .isAccepted(change.requirement(), "for the HTTP profile, " + change.text());
    }

    @Case(
            value = "HTTP-NO-METADATA",
            title = "{0} for a {1} flow of the HTTP profile needs neither metadata nor labels",
            stimulus = "The message with the HTTP profile, without metadata and labels.",
            expected = "A success.",
            fix = "Require no metadata for the HTTP profile; it defines none.")
    @Verifies(METADATA)
    @Rows("creations")
    @Needs(Capability.HTTP_PROFILE)
    void metadataIsNotNeeded(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        var flow = flows.fresh(kind).under(Profiles.http(edition));
        var message = new LinkedHashMap<>(flow.message(operation));
        message.remove("metadata");
        message.remove("labels");
        flow.receives(operation, message).isAccepted(METADATA, "for the HTTP profile, without metadata");
    }

    /** Every message that brings an address to a side. */
    static Stream<Row> receiving(Edition edition) {
        return Profiles.has(edition)
                ? edition.operations().values().stream()
                        .filter(operation -> operation.message() != null)
                        .flatMap(operation -> kinds(edition, operation).map(kind -> Row.of(operation, kind)))
                : Stream.empty();
    }

    /** The first message that brings an address to a side; what renews is for pulls. */
    static Stream<Row> forms(Edition edition) {
        return receiving(edition)
                .filter(row -> !"resume".equals(String.valueOf(row.arguments().get(0))))
                .flatMap(row -> Arrays.stream(AddressChange.values())
                        .filter(change -> change != AddressChange.RENEWAL || pulls(row))
                        .map(change -> Row.of(
                                        row.arguments().get(0), row.arguments().get(1), change)
                                .verifying(change.requirement())));
    }

    static Stream<Row> creations(Edition edition) {
        return Profiles.has(edition) ? Kinds.creations(edition) : Stream.empty();
    }

    private static boolean pulls(Row row) {
        return ((FlowKind) row.arguments().get(1)).direction() == Direction.PULL;
    }

    private static Stream<FlowKind> kinds(Edition edition, Operation operation) {
        var carrying = edition.message(operation.message()).carriesDataAddress();
        return edition.kinds().stream().filter(kind -> carrying.contains(kind.id()));
    }

    private static void requireTwin(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        var twin = sent(operation, kind, flows, edition, address -> address);
        if (!twin.succeeded()) {
            throw Unjudgeable.inconclusive("its positive twin failed: " + operation + " on a " + kind
                    + " flow of the HTTP profile, with an https endpoint, gave " + Replies.observed(twin.reply())
                    + ", so that a refusal proves nothing");
        }
    }

    /** Sends an operation, where it is legal, with its data address changed. */
    private static Reception sent(
            Operation operation,
            FlowKind kind,
            DataFlows flows,
            Edition edition,
            UnaryOperator<Map<String, Object>> change) {
        var flow = flows.fresh(kind).under(Profiles.http(edition));
        if (!operation.creates()) {
            lead(operation, flow, flows);
        }
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put(ADDRESS, change.apply(flow.dataAddress()));
        return flow.receives(operation, message);
    }

    private static void lead(Operation operation, DataFlow flow, DataFlows flows) {
        var given = flows.source(operation, flow.kind())
                .orElseThrow(() -> Unjudgeable.untested(operation + " is legal nowhere for a " + flow.kind()));
        flows.lead(flow, given.state());
    }
}
