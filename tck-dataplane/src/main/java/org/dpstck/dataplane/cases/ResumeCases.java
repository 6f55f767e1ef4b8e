package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.core.check.AddressCheck;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;
import tools.jackson.databind.JsonNode;

/** §Data Flow Suspension/Resumption: data addresses on resume, and resuming more than once. */
public final class ResumeCases {

    private static final String RESUME = "resume";
    private static final String ADDRESS = "dataAddress";
    private static final String LEGAL = "TRANSITION-LEGAL";
    private static final int ANEW = 94;

    @Case(
            value = "RESUME-DATA-ADDRESS",
            title = "The answer to resume gives the data address anew: {0}",
            stimulus = "A flow is brought to SUSPENDED and resumed.",
            expected = "A dataAddress in the form of the Dataspace Protocol; none draws a warning.",
            fix = "Put the address into the answer: the other side gets it with the message that resumes the transfer.")
    @Verifies({"RESUME-DATA-ADDRESS", "DATA-ADDRESS-DSP"})
    @Rows("granting")
    void addressIsGivenAnew(Given given, DataFlows flows, Judge judge, Edition edition) {
        var reception = resumed(given, flows, edition);
        var message = message(reception);
        if (AddressCheck.carries(message)) {
            reception.addresses().hasForm(message, reception.exchange());
        } else {
            judge.warned(
                    "RESUME-DATA-ADDRESS",
                    ANEW,
                    "a dataAddress in the answer to resume of a " + given.kind() + " flow",
                    "no dataAddress in " + Bodies.shown(message.toString()),
                    reception.exchange());
        }
    }

    @Case(
            value = "RESUME-DATA-ADDRESS-WITHHELD",
            title = "The answer to resume carries no data address where this side grants none: {0}",
            stimulus = "A flow is brought to SUSPENDED and resumed.",
            expected = "No dataAddress: this side grants no endpoint.",
            fix = "Leave dataAddress out where the other side provides the endpoint.")
    @Verifies("DATA-ADDRESS-ELSEWHERE")
    @Rows("withholding")
    void addressIsWithheld(Given given, DataFlows flows, Edition edition) {
        var reception = resumed(given, flows, edition);
        reception
                .addresses()
                .isWithheld(
                        message(reception),
                        "the answer to resume of a " + given.kind() + " flow",
                        reception.exchange());
    }

    @Case(
            value = "RESUME-OTHER-ADDRESS",
            title = "resume copes with a data address that is missing or out of place: {0}",
            stimulus =
                    "A flow is brought to SUSPENDED; resume is sent without the dataAddress that the sequences have, or"
                            + " with one where they have none.",
            expected = "A success and STARTED, or HTTP 4xx and SUSPENDED.",
            fix = "Go on with the address you have, or refuse; decide before anything moves.")
    @Verifies("RESUME-OPTIONAL")
    @Rows("suspended")
    void otherAddressIsTakenOrRefused(Given given, DataFlows flows, Edition edition) {
        var resume = edition.operation(RESUME);
        var flow = flows.in(given);
        var message = new LinkedHashMap<>(flow.message(resume));
        var why = message.containsKey(ADDRESS) ? "without a dataAddress" : "with a dataAddress";
        if (message.remove(ADDRESS) == null) {
            message.put(ADDRESS, flow.dataAddress());
        }
        var requirement = resume.requirement("OPTIONAL");
        var reception = flow.receives(resume, message).isTakenOrRefused(requirement, why);
        if (reception.succeeded() || reception.refused()) {
            flow.status()
                    .is(
                            reception.succeeded() ? flows.after(resume) : given.state(),
                            requirement,
                            "after HTTP " + reception.reply().status() + " to resume " + why);
        }
    }

    @Case(
            value = "RESUME-AGAIN",
            title = "A flow can be suspended and resumed a second time: {0}",
            stimulus = "A flow is brought to SUSPENDED; then resume, suspend and resume again.",
            expected = "Each is accepted, and the flow is STARTED at last.",
            fix = "Treat every suspension alike: nothing limits how often a flow rests.")
    @Verifies(LEGAL)
    @Rows("suspended")
    void flowCanBeResumedAgain(Given given, DataFlows flows, Edition edition) {
        var resume = edition.operation(RESUME);
        var flow = flows.in(given);
        once(resume, flow.receives(resume), given);
        once(edition.operation("suspend"), flow.receives(edition.operation("suspend")), given);
        flow.receives(resume).isAccepted(LEGAL, "for the second time");
        flow.status().is(flows.after(resume), LEGAL, "after the second " + resume);
    }

    static Stream<Row> suspended(Edition edition) {
        return kinds(edition).map(kind -> Row.of(given(edition, kind)));
    }

    static Stream<Row> granting(Edition edition) {
        return kinds(edition).filter(kind -> grants(edition, kind)).map(kind -> Row.of(given(edition, kind)));
    }

    static Stream<Row> withholding(Edition edition) {
        return kinds(edition).filter(kind -> !grants(edition, kind)).map(kind -> Row.of(given(edition, kind)));
    }

    private static Stream<FlowKind> kinds(Edition edition) {
        return edition.find(RESUME).isPresent() ? edition.kinds().stream() : Stream.empty();
    }

    private static Given given(Edition edition, FlowKind kind) {
        return Legal.of(edition, edition.operation(RESUME), kind);
    }

    /** Whether a flow of a kind has its end of the wire on the side of the data plane. */
    private static boolean grants(Edition edition, FlowKind kind) {
        return edition.message(edition.operation(RESUME).answer().message())
                .addressDue(kind)
                .isPresent();
    }

    private static Reception resumed(Given given, DataFlows flows, Edition edition) {
        var resume = edition.operation(RESUME);
        var reception = flows.in(given).receives(resume);
        once(resume, reception, given);
        return reception;
    }

    private static void once(Operation operation, Reception reception, Given given) {
        if (!reception.succeeded()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: " + operation + " gave "
                    + Replies.observed(reception.reply()) + "; see the cases STATE-MOVES." + given.kind() + ".*."
                    + operation);
        }
    }

    private static JsonNode message(Reception reception) {
        return reception
                .body()
                .orElseThrow(() -> Unjudgeable.inconclusive("a prerequisite failed: resume gave "
                        + Replies.observed(reception.reply()) + "; see the cases RESUME-RESPONSE.*"));
    }
}
