package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.OddText;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Reception;

/** Ids are strings: long ones and those with unusual characters, in messages and in paths. */
public final class OddIdCases {

    private static final String IDS = "IDS";
    private static final int ODD_PATHS = 151;
    private static final int SHOWN = 60;

    private static final Set<String> ID_MEMBERS =
            Set.of("{messageId}", "{participant}", "{counterParty}", "{dataspaceContext}", "{agreement}", "{dataset}");

    @Case(
            value = "{0}-ODD-PROCESS-ID",
            title = "{0} tells processIds with {1} apart",
            stimulus = "{0} for a processId with such an end; if it is accepted, for another processId that careless"
                    + " software takes for the same one.",
            expected = "Each is accepted or refused with HTTP 4xx; two that are accepted are two flows.",
            fix = "Keep processId as it came, in a column that is long enough, and compare it character by character.")
    @Verifies("{0}-IDS")
    @Rows("creations")
    void oddProcessIdsAreToldApart(Operation operation, OddText odd, DataFlows flows, Judge judge) {
        flows.requireTwin(operation);
        var requirement = operation.requirement(IDS);
        var stem = "tck-" + UUID.randomUUID() + "-";
        var why = "for a processId with " + odd.text();
        var first = named(operation, stem + odd.value(), flows);
        if (first.receives(operation).isTakenOrRefused(requirement, why).refused()) {
            return;
        }
        judge.stop();
        var second = named(operation, stem + odd.sibling(), flows);
        var other = second.receives(operation).isTakenOrRefused(requirement, why);
        judge.stop();
        var expected = "another flow for processId …-" + shown(odd.sibling()) + " than for …-" + shown(odd.value());
        if (other.refused() && isTakenElsewhere(operation, odd, flows)) {
            judge.violated(
                    requirement,
                    expected,
                    Replies.observed(other.reply()) + ", while the same end of another processId was accepted",
                    other.exchange());
        } else if (other.succeeded() && second.dataFlowId().equals(first.dataFlowId())) {
            judge.violated(
                    requirement,
                    expected,
                    "dataFlowId " + first.dataFlowId().orElse("(none)") + " for both",
                    other.exchange());
        }
    }

    @Case(
            value = "{0}-ODD-IDS",
            title = "{0} with {1} in the other ids is accepted or refused",
            stimulus = "The plain message was accepted once. Now every id but processId has such an end.",
            expected = "A success, or HTTP 4xx if these ids mean nothing to the data plane.",
            fix =
                    "Treat ids as what a stranger sent: bind them in queries, give them room, answer 400 to what you refuse.")
    @Verifies("{0}-IDS")
    @Rows("creations")
    void oddIdsBreakNothing(Operation operation, OddText odd, DataFlows flows, Edition edition) {
        flows.requireTwin(operation);
        var flow = flows.ready(operation);
        var message = new LinkedHashMap<>(flow.message(operation));
        edition.message(operation.message()).sends().forEach((member, template) -> {
            if (template instanceof String text && ID_MEMBERS.contains(text)) {
                message.put(member, message.get(member) + "-" + odd.value());
            }
        });
        flow.receives(operation, message)
                .isTakenOrRefused(operation.requirement(IDS), "with " + odd.text() + " in its ids");
    }

    @Case(
            value = "{0}-ODD-PATH",
            title = "{0} for an id with {1} that names no flow is refused",
            stimulus =
                    "The operation was accepted once for a flow that exists. Now the path has this in place of an id.",
            expected = "HTTP 4xx. A redirect, and for an empty segment a success, draw a warning.",
            fix = "Split the path before decoding its segments, look the id up, and answer 404; never 5xx.")
    @Verifies("{0}-UNKNOWN")
    @Rows("paths")
    void oddPathIsRefused(Operation operation, OddPath odd, DataFlows flows, Judge judge) {
        flows.requireTwin(operation);
        var flow = flows.fresh(flows.legal(operation).kind());
        var requirement = operation.requirement("UNKNOWN");
        var reception = flow.receivesAt(odd.segment(), operation).isAnswered(requirement);
        if (isElsewhere(odd, reception)) {
            judge.warned(
                    requirement,
                    ODD_PATHS,
                    operation + " for an id with " + odd.text() + " is refused with HTTP 4xx",
                    Replies.observed(reception.reply()),
                    reception.exchange());
        } else {
            reception.isRefused(requirement, "for an id with " + odd.text());
        }
    }

    static Stream<Row> creations(Edition edition) {
        return edition.creating().stream()
                .filter(operation -> edition.asks(operation.requirement(IDS)))
                .flatMap(operation -> Arrays.stream(OddText.values()).map(odd -> Row.of(operation, odd)));
    }

    static Stream<Row> paths(Edition edition) {
        return edition.operations().values().stream()
                .filter(Operation::addressesFlow)
                .flatMap(operation -> Arrays.stream(OddPath.values()).map(odd -> Row.of(operation, odd)));
    }

    /** A refusal of the second id proves a mix-up only if the id itself is one that the system takes. */
    private static boolean isTakenElsewhere(Operation operation, OddText odd, DataFlows flows) {
        return named(operation, "tck-" + UUID.randomUUID() + "-" + odd.sibling(), flows)
                .receives(operation)
                .succeeded();
    }

    private static DataFlow named(Operation operation, String processId, DataFlows flows) {
        return flows.named(flows.legal(operation).kind(), processId);
    }

    private static boolean isElsewhere(OddPath odd, Reception reception) {
        var status = reception.reply().status();
        return status >= 300 && status < 400 || odd.mayBeAnotherPath() && reception.succeeded();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN
                ? Texts.oneLine(text, SHOWN)
                : Texts.oneLine(text.substring(text.length() - SHOWN), SHOWN);
    }
}
