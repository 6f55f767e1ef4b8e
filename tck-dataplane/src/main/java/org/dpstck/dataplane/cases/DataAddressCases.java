package org.dpstck.dataplane.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;
import tools.jackson.databind.JsonNode;

/** §Data Address, §Push and §Pull Protocol Messaging: who gets an address when, and in what form. */
public final class DataAddressCases {

    @Case(
            value = "DATA-ADDRESS-GRANTED",
            title = "A {0} flow that is {1} carries a data address",
            stimulus = "The flow is made with the message in its plain form.",
            expected =
                    "The message that reports the state (the answer, or the callback after a 202) carries a dataAddress.",
            fix = "Provision the endpoint before reporting the state, and put its address into the message.")
    @Verifies("{requirement}")
    @Rows("granting")
    void addressIsGranted(FlowKind kind, String state, DataFlows flows, Edition edition, SystemUnderTest system) {
        var due = due(edition, kind).orElseThrow();
        var report = report(kind, flows, edition, system);
        report.reception()
                .addresses()
                .isGranted(report.message(), due.requirement(), "the message that reports " + state, report.exchange());
    }

    @Case(
            value = "DATA-ADDRESS-FORM",
            title = "The data address of a {0} flow has the form of the Dataspace Protocol",
            stimulus = "The flow is made with the message in its plain form.",
            expected =
                    "dataAddress is an object with endpointType, and endpointProperties, if any, is a list of objects with"
                            + " name and value.",
            fix = "Serialize DataAddress as the Dataspace Protocol does; flat members such as authType belong into"
                    + " endpointProperties.")
    @Verifies("DATA-ADDRESS-DSP")
    @Rows("granting")
    void addressHasTheForm(FlowKind kind, String state, DataFlows flows, Edition edition, SystemUnderTest system) {
        var report = report(kind, flows, edition, system);
        if (!AddressCheck.carries(report.message())) {
            throw Unjudgeable.inconclusive("a prerequisite failed: there is no dataAddress to look at; see the case"
                    + " DATA-ADDRESS-GRANTED." + kind + "." + state);
        }
        report.reception().addresses().hasForm(report.message(), report.exchange());
    }

    @Case(
            value = "DATA-ADDRESS-WITHHELD",
            title = "The answer for a {0} flow carries no data address",
            stimulus = "The flow is made with the message in its plain form.",
            expected = "No dataAddress: this side grants no endpoint.",
            fix = "Leave dataAddress out where the other side provides the endpoint.")
    @Verifies("DATA-ADDRESS-ELSEWHERE")
    @Rows("withholding")
    void addressIsWithheld(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system) {
        var report = report(kind, flows, edition, system);
        report.reception()
                .addresses()
                .isWithheld(report.message(), "the message about a " + kind + " flow", report.exchange());
    }

    static Stream<Row> granting(Edition edition) {
        return edition.kinds().stream()
                .flatMap(kind ->
                        due(edition, kind).map(due -> Row.of(kind, due.state()).verifying(due.requirement())).stream());
    }

    static Stream<Row> withholding(Edition edition) {
        return edition.asks("DATA-ADDRESS-ELSEWHERE")
                ? edition.kinds().stream()
                        .filter(kind -> due(edition, kind).isEmpty())
                        .map(Row::of)
                : Stream.empty();
    }

    /** The message that reports the final state of a creation, wherever it came. */
    private record Report(Reception reception, JsonNode message, Exchange exchange) {}

    private static Optional<Message.AddressDue> due(Edition edition, FlowKind kind) {
        return edition.message(edition.creating(kind).answer().message()).addressDue(kind);
    }

    private static Report report(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system) {
        var operation = edition.creating(kind);
        var flow = flows.fresh(kind);
        var reception = flow.receives(operation);
        if (!reception.succeeded()) {
            throw unreported(operation, kind, Replies.observed(reception.reply()));
        }
        if (operation.answer().hasStatus(reception.reply().status())) {
            var message = reception
                    .body()
                    .orElseThrow(() -> unreported(operation, kind, Replies.observed(reception.reply())));
            return new Report(reception, message, reception.exchange());
        }
        return called(operation, flow, reception, edition, system);
    }

    private static Report called(
            Operation operation, DataFlow flow, Reception reception, Edition edition, SystemUnderTest system) {
        var callback = edition.callback(operation.asynchronous().callback());
        var arrival = flow.inbox()
                .await(it -> flow.isCallback(it, callback), system.timeouts().callback())
                .orElseThrow(() -> unreported(operation, flow.kind(), "HTTP 202 and no callback " + callback));
        var message = Bodies.object(arrival.body())
                .orElseThrow(
                        () -> unreported(operation, flow.kind(), "a callback with " + Bodies.shape(arrival.body())));
        return new Report(reception, message, arrival.exchange());
    }

    private static Unjudgeable unreported(Operation operation, FlowKind kind, String observed) {
        return Unjudgeable.inconclusive("a prerequisite failed: " + operation + " gave " + observed + "; see the cases "
                + operation.requirement("ANSWER") + "." + kind + " and " + operation.requirement("RESPONSE") + "."
                + kind);
    }
}
