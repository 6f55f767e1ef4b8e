package org.dpstck.dataplane.cases;

import java.util.Arrays;
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

/** §Data Address: addresses that the data plane is given. */
public final class InboundAddressCases {

    private static final String FORM = "DATA-ADDRESS-DSP";

    @Case(
            value = "DATA-ADDRESS-INBOUND",
            title = "{0} of a {1} flow copes with a data address {2}",
            stimulus = "The plain message was accepted once. Now its dataAddress has this form.",
            expected = "A success for what the Dataspace Protocol allows; a success or HTTP 4xx for other forms.",
            fix =
                    "Read endpointProperties as a list of name and value, look for the names you need, ignore the others.")
    @Verifies(FORM)
    @Rows("addressing")
    void addressIsUnderstood(
            Operation operation, FlowKind kind, InboundAddress form, DataFlows flows, Edition edition) {
        flows.requireTwin(operation, kind);
        var flow = operation.creates() ? flows.fresh(kind) : flows.in(Legal.of(edition, operation, kind));
        var message = new LinkedHashMap<>(flow.message(operation));
        message.put("dataAddress", form.of(flow.dataAddress()));
        form.judged(flow.receives(operation, message), FORM);
    }

    static Stream<Row> addressing(Edition edition) {
        return edition.operations().values().stream()
                .filter(operation -> operation.message() != null)
                .flatMap(operation -> edition.kinds().stream()
                        .filter(kind -> operation.sides().contains(kind.side()))
                        .filter(kind -> edition.message(operation.message())
                                .carriesDataAddress()
                                .contains(kind.id()))
                        .filter(kind -> operation.creates() || Kinds.hasEdge(edition, operation, kind))
                        .flatMap(kind ->
                                Arrays.stream(InboundAddress.values()).map(form -> Row.of(operation, kind, form))));
    }
}
