package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.dataplane.flow.DataFlows;

/** §Transfer Types: how a message may name the type of the transfer. */
public final class TransferTypeCases {

    private static final String CASE = "TRANSFER-TYPE-CASE";
    private static final String PLACEHOLDER = "{transferType}";

    @Case(
            value = CASE,
            title = "{0} of a {1} flow takes its transfer type in another case",
            stimulus =
                    "The plain message was accepted once. Now it is sent with the transfer type's letters in the other"
                            + " case.",
            expected = "A success.",
            fix = "Compare transfer types without regard to case.")
    @Verifies(CASE)
    @Rows("creations")
    void otherCaseIsTheSameType(Operation operation, FlowKind kind, DataFlows flows, Edition edition) {
        flows.requireTwin(operation, kind);
        var flow = flows.fresh(kind);
        var message = new LinkedHashMap<>(flow.message(operation));
        var member = member(edition, operation);
        var spelled = swapped(String.valueOf(message.get(member)));
        message.put(member, spelled);
        flow.receives(operation, message).isAccepted(CASE, "with " + member + " " + spelled);
    }

    static Stream<Row> creations(Edition edition) {
        return edition.asks(CASE) ? Kinds.creations(edition) : Stream.empty();
    }

    private static String member(Edition edition, Operation operation) {
        return edition.message(operation.message()).sends().entrySet().stream()
                .filter(entry -> PLACEHOLDER.equals(entry.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static String swapped(String text) {
        var swapped = new StringBuilder();
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> swapped.append((char) c));
        return swapped.toString();
    }
}
