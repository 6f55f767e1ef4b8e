package org.dpstck.controlplane.cases;

import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Retrieval;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;

/** The data plane asks for the agreement of a transfer (§Agreement retrieval). */
public final class AgreementCases {

    private static final int OK = 200;

    @Case(
            value = "AGREEMENT-GET",
            title = "The agreement of a {0} is told to the data plane",
            stimulus = "GET /transfers/:transferId/agreement about a transfer that is under way.",
            expected = "HTTP 200 with a valid agreement, the one that the transfer was requested under.",
            fix = "Serve the agreement of the transfer in the form of the Dataspace Protocol.")
    @Verifies({"AGREEMENT-200", "AGREEMENT-MESSAGE", "AGREEMENT-OWN"})
    @Rows("kinds")
    void told(FlowKind kind, Retrieval retrieval, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        var reply = transfer.dataPlane().retrieves(retrieval, transfer.processId());
        if (!transfers.content().answered(reply, OK, "AGREEMENT-200", "for the agreement of a transfer under way")) {
            return;
        }
        transfers
                .content()
                .message(transfers.edition().message(retrieval.message()), reply, "AGREEMENT-MESSAGE")
                .ifPresent(agreement -> transfers
                        .content()
                        .member(agreement, "@id", transfer.ids().agreement(), "AGREEMENT-OWN", reply.exchange()));
    }

    @Case(
            value = "AGREEMENT-UNKNOWN",
            title = "The agreement of a transfer that there is not: {0}",
            stimulus = "A transfer is under way; GET /transfers/:transferId/agreement about an id made up at random.",
            expected = "HTTP 4xx (404 is usual).",
            fix = "Look the transfer up and answer 404 when there is none.")
    @Verifies("AGREEMENT-UNKNOWN")
    @Rows("kinds")
    void unknown(FlowKind kind, Retrieval retrieval, Transfers transfers) {
        var transfer = transfers.in(kind, transfers.protocol().machine().state("STARTED"));
        transfers
                .content()
                .refused(
                        transfer.dataPlane().retrieves(retrieval, Transfer.stranger()),
                        "AGREEMENT-UNKNOWN",
                        "for an id that names no transfer");
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.retrievals().values().stream().flatMap(retrieval -> Kinds.provider()
                .map(kind -> Row.of(kind, retrieval).needing(Capability.AGREEMENT)));
    }
}
