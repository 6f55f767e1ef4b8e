package org.dpstck.dataplane.cases;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.AccessSettings;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.PullScene;

/** §Public API Access Control, §Data Address: whom the token of a pull lets in, and to what. */
public final class PublicApiCases {

    private static final String OPENS = "TOKEN-OPENS";
    private static final String CHECKED = "TOKEN-CHECKED";
    private static final String OWN = "TOKEN-OWN-FLOW";
    private static final String REQUEST = "PUBLIC-API-REQUEST";
    private static final String PATH = "/tck/a%20path";
    private static final String BELOW = PATH + "?tck=1&more=%2F";
    private static final Set<String> QUERY = Set.of("tck=1", "more=/");
    private static final int PATH_AND_QUERY = 195;
    private static final int WHAT_IS_ASKED_FOR = 225;

    @Case(
            value = OPENS,
            title = "The token of a started pull opens its data",
            stimulus =
                    "A pull is started; then GET on the endpoint of its address, with the token in Authorization: as a bearer token or, if"
                            + " that is refused, as it is.",
            expected = "The data of the source, which the suite serves where messages name it.",
            fix = "Take the token from the Authorization header, find its flow, and hand on what its source gives.")
    @Verifies(OPENS)
    @Rows("pulls")
    void tokenOpensTheData(FlowKind kind, PullScene scene, Judge judge) {
        var data = PublicData.of(scene.fresh(), scene);
        var reply = data.opened();
        if (!PublicData.gives(reply)) {
            judge.violated(
                    OPENS, "data for the token of a STARTED transfer", PublicData.shown(reply), reply.exchange());
        } else if (scene.isSource(data.flow()) && !data.isGivenBy(reply)) {
            judge.violated(
                    OPENS,
                    "the data of the source that the start names: dps-tck "
                            + data.flow().inbox().key(),
                    PublicData.shown(reply) + ", in which that is missing",
                    reply.exchange());
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
    void otherTokensAreRefused(FlowKind kind, AccessToken token, PullScene scene, Judge judge) {
        var data = PublicData.of(scene.fresh(), scene).thatOpens();
        var reply = data.getWith(token.of(data.token()));
        refused(reply, CHECKED, token.text(), judge);
    }

    @Case(
            value = "TOKEN-CHECKED-BELOW",
            title = "A request for data below the endpoint of a pull without a token is refused",
            stimulus = "A GET on a path below the endpoint, with a query (dataAccess.request, where messages name no"
                    + " source), gave data with the token. Now it comes without one.",
            expected = "HTTP 4xx, 401 or 403 as a rule, and no data.",
            fix = "Ask for the token at every path of the public API, not at its root alone.")
    @Verifies(CHECKED)
    @Rows("requests")
    void noTokenIsRefusedBelow(FlowKind kind, PullScene scene, Judge judge) {
        var below = scene.isSource() ? BELOW : marked(scene).below();
        var data = PublicData.of(scene.fresh(), scene).thatOpens();
        var twin = data.getBelow(below);
        if (!PublicData.gives(twin)) {
            throw Unjudgeable.untested(
                    "the endpoint gives no data for " + below + " below it: " + Replies.observed(twin));
        }
        refused(data.getBelowWithout(below), CHECKED, "below the endpoint without a token", judge);
    }

    @Case(
            value = "TOKEN-CHECKED-ODD",
            title = "A request for data that comes without a token {1} gets none",
            stimulus = "A GET with the token gave data. Now it is asked for like this, without a token.",
            expected = "No data, whatever else the answer is.",
            fix = "Ask for the token before anything else of a request is looked at.")
    @Verifies(CHECKED)
    @Rows("oddities")
    void noTokenIsRefusedOddly(FlowKind kind, OddRequest how, PullScene scene, Judge judge) {
        var data = PublicData.of(scene.fresh(), scene).thatOpens();
        var reply = data.getOddly(how);
        if (!reply.answered()) {
            throw Unjudgeable.inconclusive("a request without a token found no answer: " + Replies.observed(reply));
        }
        if (data.isLeakedBy(reply)) {
            judge.violated(
                    CHECKED,
                    "no data for a request " + how.text() + ", without a token",
                    PublicData.shown(reply) + ", which is what the token opens",
                    reply.exchange());
        }
    }

    @Case(
            value = OWN,
            title = "The token of one pull does not open the data of another",
            stimulus =
                    "Two pulls are started, each with a source of its own where messages name sources; then the endpoint of"
                            + " the first is asked with the token of the second.",
            expected = "A refusal; or, where the data of both can be told apart, the second one's: the token decides.",
            fix = "Let the token say whose data it is, and check that it belongs to the endpoint if that says so too.")
    @Verifies(OWN)
    @Rows("own")
    void tokenIsForItsOwnFlow(FlowKind kind, PullScene scene, Judge judge) {
        var first = PublicData.of(scene.fresh(), scene).thatOpens();
        var second = PublicData.of(scene.fresh(), scene).thatOpens();
        tellsApart(first, second, scene, judge);
        var reply = first.getWith(Optional.of(second.token()));
        if (scene.isSource() ? first.isGivenBy(reply) : PublicData.gives(reply)) {
            judge.violated(
                    OWN,
                    "no data of one transfer for the token of another",
                    "the data of the first transfer for the token of the second",
                    reply.exchange());
        } else if (!PublicData.gives(reply)) {
            refused(reply, OWN, "with the token of another transfer", judge);
        }
    }

    /** Data of two sources tells itself apart; where the sources are the system's own, the endpoints have to. */
    private static void tellsApart(PublicData first, PublicData second, PullScene scene, Judge judge) {
        var own = first.get();
        if (scene.isSource() && second.isGivenBy(own)) {
            judge.violated(
                    OWN,
                    "no data of one transfer for the token of another",
                    "the data of the second transfer at the endpoint and with the token of the first",
                    own.exchange());
            judge.stop();
        }
        if (scene.isSource() && !first.isGivenBy(own)) {
            throw Unjudgeable.untested(
                    "the data of two pulls cannot be told apart: it is not that of the suite's source");
        }
        if (!scene.isSource() && first.endpoint().equals(second.endpoint())) {
            throw Unjudgeable.untested("two pulls were given one endpoint, where the token tells them apart");
        }
        if (!scene.isSource() && first.token().equals(second.token())) {
            throw Unjudgeable.untested("two pulls were given one token");
        }
    }

    @Case(
            value = REQUEST,
            title = "Path and query of a request for data lead on to its source",
            stimulus =
                    "GET on a path below the endpoint, with a query. Where messages name the source, it is the suite's and"
                            + " tells what it was asked for; else the request is dataAccess.request.",
            expected = "Data that shows path and query; anything else draws a warning.",
            fix = "Continue path and query at the source where its address allows it.")
    @Verifies(REQUEST)
    @Rows("requests")
    void pathAndQueryLeadOn(FlowKind kind, PullScene scene, Judge judge) {
        if (!scene.isSource()) {
            requestShows(scene, judge);
            return;
        }
        var data = PublicData.of(scene.fresh(), scene).thatOpens();
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

    private static void requestShows(PullScene scene, Judge judge) {
        var request = marked(scene);
        var data = PublicData.of(scene.fresh(), scene).thatOpens();
        var reply = data.getBelow(request.below());
        var told = reply.answered() ? reply.text() : "";
        var missing = request.markers().stream()
                .filter(marker -> !told.contains(marker))
                .count();
        if (!PublicData.gives(reply) || missing > 0) {
            judge.warned(
                    REQUEST,
                    WHAT_IS_ASKED_FOR,
                    "data that shows what it was asked for: " + request.below() + " below the endpoint",
                    PublicData.shown(reply) + ", in which " + missing + " of "
                            + request.markers().size() + " markers are missing",
                    reply.exchange());
        }
    }

    private static AccessSettings.Marked marked(PullScene scene) {
        return scene.system()
                .access()
                .marked()
                .orElseThrow(() -> Unjudgeable.untested(
                        "nothing names a request whose data shows what it asks for (dataAccess.request)"));
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
        return Access.pull(edition, OPENS);
    }

    static Stream<Row> own(Edition edition) {
        return Access.pull(edition, OWN);
    }

    static Stream<Row> requests(Edition edition) {
        return Access.pull(edition, REQUEST);
    }

    static Stream<Row> tokens(Edition edition) {
        return each(edition, AccessToken.values());
    }

    static Stream<Row> oddities(Edition edition) {
        return each(edition, OddRequest.values());
    }

    private static Stream<Row> each(Edition edition, Enum<?>... values) {
        return edition.asks(CHECKED)
                ? Arrays.stream(values).map(value -> Access.needing(edition, Row.of(PullScene.PULLED, value)))
                : Stream.empty();
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
