package org.dpstck.dataplane.cases;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.Grants;

/** §Public API Access Control: whom the token of a pull lets in, and to what. */
public final class PublicApiCases {

    private static final FlowKind PULLED = new FlowKind(Side.PROVIDER, Direction.PULL);
    private static final String OPENS = "TOKEN-OPENS";
    private static final String CHECKED = "TOKEN-CHECKED";
    private static final String OWN = "TOKEN-OWN-FLOW";
    private static final String REQUEST = "PUBLIC-API-REQUEST";
    private static final String PATH = "/tck/a%20path";
    private static final String BELOW = PATH + "?tck=1&more=%2F";
    private static final Set<String> QUERY = Set.of("tck=1", "more=/");
    private static final int PATH_AND_QUERY = 195;

    @Case(
            value = OPENS,
            title = "The token of a started pull opens its data",
            stimulus =
                    "A pull is started; then GET on the endpoint of its address, with the token in Authorization: as a bearer token or, if that is refused, as it is.",
            expected = "The data of the source, which the suite serves.",
            fix = "Take the token from the Authorization header, find its flow, and hand on what its source gives.")
    @Verifies(OPENS)
    @Rows("pulls")
    void tokenOpensTheData(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var data = data(kind, flows, ends, edition, system);
        var reply = data.get();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    OPENS, "data for the token of a STARTED transfer", PublicData.shown(reply), reply.exchange());
        }
    }

    @Case(
            value = CHECKED,
            title = "A request for data {1} is refused",
            stimulus = "A GET with the token gave data. Now the same request is sent like this.",
            expected = "HTTP 4xx, 401 or 403 as a rule, and no data.",
            fix = "Look every token up among those that were issued and not revoked; compare all of it.")
    @Verifies(CHECKED)
    @Rows("tokens")
    void otherTokensAreRefused(
            FlowKind kind,
            AccessToken token,
            DataFlows flows,
            FarEnds ends,
            Edition edition,
            SystemUnderTest system,
            Judge judge) {
        var data = data(kind, flows, ends, edition, system).thatOpens(edition);
        var reply = data.getWith(token.of(data.token()));
        refused(reply, CHECKED, token.text(), judge);
    }

    @Case(
            value = OWN,
            title = "The token of one pull does not open the data of another",
            stimulus =
                    "Two pulls are started, each with a source of its own; then the endpoint of the first is asked with"
                            + " the token of the second.",
            expected = "A refusal, or the second one's data: the token decides.",
            fix = "Let the token say whose data it is, and check that it belongs to the endpoint if that says so too.")
    @Verifies(OWN)
    @Rows("pulls")
    void tokenIsForItsOwnFlow(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var first = data(kind, flows, ends, edition, system);
        var second = data(kind, flows, ends, edition, system).thatOpens(edition);
        if (!first.isGivenBy(first.get())) {
            throw Unjudgeable.untested(
                    "the data of two pulls cannot be told apart: it is not that of the suite's source");
        }
        var reply = first.getWith(Optional.of(second.token()));
        if (first.isGivenBy(reply)) {
            judge.violated(
                    OWN,
                    "no data of one transfer for the token of another",
                    "the data of the first transfer for the token of the second",
                    reply.exchange());
        } else if (!PublicData.gives(reply)) {
            refused(reply, OWN, "with the token of another transfer", judge);
        }
    }

    @Case(
            value = REQUEST,
            title = "Path and query of a request for data lead on to its source",
            stimulus =
                    "GET on a path below the endpoint, with a query; the source that the suite serves tells what it was"
                            + " asked for.",
            expected = "Data that shows path and query; anything else draws a warning.",
            fix = "Continue path and query at the source where its address allows it.")
    @Verifies(REQUEST)
    @Rows("requests")
    void pathAndQueryLeadOn(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var data = data(kind, flows, ends, edition, system).thatOpens(edition);
        var reply = data.getBelow(BELOW);
        var told = reply.answered() ? reply.text() : "";
        if (!shows(told)) {
            judge.warned(
                    REQUEST,
                    PATH_AND_QUERY,
                    "data from " + BELOW + " below the source",
                    told.contains(data.flow().inbox().key()) ? "the data of " + told : PublicData.shown(reply),
                    reply.exchange());
        }
    }

    /** Whether data tells of path and query; in which order and encoding the query goes on is the data plane's affair. */
    private static boolean shows(String told) {
        var at = told.indexOf(PATH + "?");
        if (at < 0) {
            return false;
        }
        var query = told.substring(at + PATH.length() + 1).strip();
        return Arrays.stream(query.split("&"))
                .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                .collect(Collectors.toSet())
                .equals(QUERY);
    }

    static Stream<Row> pulls(Edition edition) {
        return edition.asks(OPENS) ? Stream.of(Row.of(PULLED)) : Stream.empty();
    }

    static Stream<Row> requests(Edition edition) {
        return edition.asks(REQUEST) ? Stream.of(Row.of(PULLED)) : Stream.empty();
    }

    static Stream<Row> tokens(Edition edition) {
        return edition.asks(CHECKED)
                ? Arrays.stream(AccessToken.values()).map(token -> Row.of(PULLED, token))
                : Stream.empty();
    }

    private static PublicData data(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system) {
        var flow = flows.fresh(kind);
        return new PublicData(flow, new Grants(edition, system).of(flow), ends);
    }

    private static void refused(Reply reply, String requirement, String why, Judge judge) {
        if (!reply.answered() || reply.status() < 400 || reply.status() >= 500) {
            judge.violated(
                    requirement,
                    "a request for data " + why + " is refused with HTTP 4xx",
                    reply.status() >= 500 ? "HTTP " + reply.status() + ", a server error" : PublicData.shown(reply),
                    reply.exchange());
        }
    }
}
