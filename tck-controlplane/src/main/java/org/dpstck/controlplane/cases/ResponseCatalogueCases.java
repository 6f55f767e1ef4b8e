package org.dpstck.controlplane.cases;

import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** Bidirectional transfers: what a provider's catalogue says of them. */
public final class ResponseCatalogueCases {

    private static final String CATALOGUE = "RESPONSE-CATALOGUE";

    /** What a server answers that has no catalogue at this place; no document of signaling wants one there. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 405, 501);

    @Case(
            value = CATALOGUE,
            title = "The dataset has distributions for a {0} transfer with and without the response type",
            stimulus =
                    "The suite's data plane serves the transfer types of the description, with and without the response"
                            + " type. The catalogue is asked for with a CatalogRequestMessage.",
            expected =
                    "The dataset of the description has a distribution whose format is the transfer type, and one whose"
                            + " format is the transfer type with the response type.",
            fix = "Make a distribution of each transfer type that a data plane serves, and leave out neither form.")
    @Verifies(CATALOGUE)
    @Rows("kinds")
    @Needs(Capability.RESPONSE_CHANNEL)
    void bothForms(FlowKind kind, Transfers transfers) {
        transfers.requireTwin(kind);
        var plain = transfers.transferType(kind);
        var responding = transfers
                .edition()
                .responses()
                .orElseThrow()
                .type(plain, transfers.system().responses().type());
        // A registration need not show in the catalogue at once.
        var seen = transfers.until(
                () -> read(transfers),
                it -> it.offers(plain) && it.offers(responding),
                transfers.system().timeouts().callback());
        if (!seen.offers(plain) && !seen.offers(responding)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: no distribution of the dataset has the format "
                    + plain + ", nor one with a response type; the formats are " + seen.formats());
        }
        if (!seen.offers(responding)) {
            violated("with", responding, seen, transfers);
        } else if (!seen.offers(plain)) {
            violated("without", plain, seen, transfers);
        }
    }

    static Stream<Row> kinds(Edition edition) {
        return edition.responses().isPresent() ? Kinds.providerRows(edition) : Stream.empty();
    }

    private static Distributions read(Transfers transfers) {
        var reply = transfers.catalog();
        if (reply.answered() && NOT_THERE.contains(reply.status())) {
            throw Unjudgeable.untested("the catalogue cannot be asked for below dsp.url: "
                    + Replies.place(reply.exchange()) + " was " + Replies.observed(reply));
        }
        return Distributions.in(reply, transfers);
    }

    private static void violated(String form, String missing, Distributions seen, Transfers transfers) {
        transfers.violated(
                CATALOGUE,
                "a distribution of the dataset with the format " + missing + ", " + form + " the response type",
                "distributions with the formats " + seen.formats(),
                seen.reply().exchange());
    }
}
