package org.dpstck.dataplane.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.MediaTypes;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.renewal.Identity;
import org.dpstck.dataplane.renewal.RefreshDefect;
import org.dpstck.dataplane.renewal.RefreshJudge;
import org.dpstck.dataplane.renewal.Renewals;

/** Token renewal profile, the provider's half: whom the refresh endpoint serves, and with what. */
public final class RenewalCases {

    private static final String GRANT = "RENEWAL-GRANT";
    private static final String RESPONSE = "RENEWAL-RESPONSE";
    private static final String BOUND = "RENEWAL-BOUND";
    private static final String ROTATED = "RENEWAL-NEW-REFRESH-TOKEN";
    private static final int QUERY = 98;

    @Case(
            value = "RENEWAL-GRANT",
            title = "A client that is a {0} renews its access token",
            stimulus =
                    "A provider's pull whose counterPartyId is a DID of the suite; then the refresh_token grant, POSTed as a"
                            + " form with a JWT that is signed with the key of the DID.",
            expected = "HTTP 200 with an access_token.",
            fix =
                    "Resolve the DID in iss, verify the JWT with the key that kid names, compare iss with the DID that the"
                            + " refresh token was bound to (counterPartyId), and issue a token.")
    @Verifies(GRANT)
    @Rows("methods")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void clientRenews(
            Identity.Method client,
            DataFlows flows,
            FarEnds ends,
            Edition edition,
            SystemUnderTest system,
            Judge judge) {
        var renewals = new Renewals(flows, ends, edition, system);
        var trial = renewals.attempt(client);
        if (!trial.succeeded()) {
            new RefreshJudge(judge).refused(client, trial, renewals);
        } else if (trial.inQuery()) {
            judge.warned(
                    GRANT,
                    QUERY,
                    "grant_type and refresh_token are read from the body, as OAuth 2.0 has them",
                    "they are read from the query only",
                    trial.reply().exchange());
        }
    }

    @Case(
            value = "RENEWAL-RESPONSE",
            title = "The answer to a refresh request is a token response of OAuth 2.0",
            stimulus = "A refresh request in its correct form.",
            expected = "HTTP 200, JSON with access_token and token_type, and Cache-Control: no-store.",
            fix = "Answer as RFC 6749, section 5.1, has it.")
    @Verifies(RESPONSE)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void responseIsOfOauth(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var renewals = new Renewals(flows, ends, edition, system);
        var reply = renewals.send("stimulus", renewals.request(renewals.renewable()));
        if (!Renewals.issues(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a refresh request in its correct form gave "
                    + Replies.observed(reply) + "; see the cases RENEWAL-GRANT.*");
        }
        if (reply.status() != 200) {
            judge.violated(RESPONSE, "HTTP 200 for a refresh request", Replies.observed(reply), reply.exchange());
        }
        MediaTypes.isDeclaredJson(reply.header("Content-Type").orElse(null), reply.exchange(), judge, RESPONSE);
        var body = Bodies.object(reply.text()).orElseThrow();
        if (Bodies.string(body, "token_type").isEmpty()) {
            judge.violated(
                    RESPONSE,
                    "a token response with token_type",
                    "no token_type among " + body.propertyNames(),
                    reply.exchange());
        }
        var cached = reply.header("Cache-Control").orElse("");
        if (!cached.toLowerCase(Locale.ROOT).contains("no-store")) {
            judge.violated(
                    RESPONSE,
                    "Cache-Control: no-store with a token response",
                    cached.isEmpty() ? "no Cache-Control" : "Cache-Control: " + cached,
                    reply.exchange());
        }
    }

    @Case(
            value = "RENEWAL-REFUSES",
            title = "A refresh request {0} is refused",
            stimulus = "A refresh request in its correct form was accepted. Now one with the defect, for another flow.",
            expected = "HTTP 4xx and no access token.",
            fix = "Check all of the request before a token is issued: grant, refresh token, and signature and claims of"
                    + " the client's JWT.")
    @Verifies("{requirement}")
    @Rows("defects")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void defectIsRefused(
            RefreshDefect defect, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var renewals = new Renewals(flows, ends, edition, system);
        var lease = renewals.renewable();
        var reply = renewals.send("stimulus", defect.in(renewals.request(lease), lease));
        new RefreshJudge(judge).isRefused(reply, defect.requirement(), defect.position(), defect.text());
    }

    @Case(
            value = "RENEWAL-BOUND",
            title = "A refresh token renews nothing for another participant",
            stimulus = "The refresh token of one client, with a JWT of another one that is correct in itself.",
            expected = "HTTP 4xx and no access token.",
            fix =
                    "Bind the refresh token to the DID of the consumer (counterPartyId) when it is made, and compare iss with"
                            + " it.")
    @Verifies(BOUND)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void tokenIsBound(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var renewals = new Renewals(flows, ends, edition, system);
        var lease = renewals.renewable();
        var reply = renewals.send("stimulus", renewals.request(lease).withProof(renewals.strangersProof(lease)));
        new RefreshJudge(judge).isRefused(reply, BOUND, 0, "by a participant that the refresh token is not bound to");
    }

    @Case(
            value = "RENEWAL-ERROR",
            title = "The refusal of an unknown refresh token is an error response of OAuth 2.0",
            stimulus = "A refresh request with a refresh token that was never handed out.",
            expected = "JSON with the member error; invalid_grant is its usual value.",
            fix = "Answer as RFC 6749, section 5.2, has it.")
    @Verifies(GRANT)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void refusalIsOfOauth(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var renewals = new Renewals(flows, ends, edition, system);
        var lease = renewals.renewable();
        var reply = renewals.send("stimulus", RefreshDefect.UNKNOWN_REFRESH_TOKEN.in(renewals.request(lease), lease));
        if (!Replies.refused(reply)) {
            throw Unjudgeable.inconclusive("there is no refusal to look at: " + Replies.observed(reply)
                    + "; see the case RENEWAL-REFUSES.unknown-refresh-token");
        }
        if (Bodies.object(reply.text())
                .flatMap(body -> Bodies.string(body, "error"))
                .isEmpty()) {
            judge.violated(
                    GRANT,
                    "an error response of OAuth 2.0: JSON with error",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    @Case(
            value = "RENEWAL-AGAIN",
            title = "What a renewal gives renews again",
            stimulus =
                    "A refresh request in its correct form, then one with the tokens that came, then the old one again.",
            expected = "The second is accepted; the old refresh token may be good or not, without a server error.",
            fix = "Keep the refresh token that the answer names, or the old one if it names none.")
    @Verifies({GRANT, ROTATED})
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void renewalCanBeRepeated(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var renewals = new Renewals(flows, ends, edition, system);
        var lease = renewals.renewable();
        var first = renewals.send("stimulus", renewals.request(lease));
        var renewed = renewals.renewed(lease, first)
                .orElseThrow(() -> Unjudgeable.inconclusive("a prerequisite failed: the first renewal gave "
                        + Replies.observed(first) + "; see the cases RENEWAL-GRANT.*"));
        var second = renewals.send("stimulus", renewals.request(renewed));
        if (!Renewals.issues(second)) {
            judge.violated(
                    GRANT,
                    "the tokens of a renewal can be renewed again",
                    "with the new tokens " + Replies.observed(second),
                    second.exchange());
        }
        var old = renewals.send("the old refresh token", renewals.request(lease));
        if (old.status() >= 500) {
            judge.violated(
                    GRANT,
                    "a refresh token that was replaced is good or is refused with HTTP 4xx",
                    Replies.observed(old),
                    old.exchange());
        }
    }

    static Stream<Row> once(Edition edition) {
        return edition.asks(GRANT) ? Stream.of(Row.single()) : Stream.empty();
    }

    static Stream<Row> methods(Edition edition) {
        return edition.asks(GRANT) ? Arrays.stream(Identity.Method.values()).map(Row::of) : Stream.empty();
    }

    static Stream<Row> defects(Edition edition) {
        return edition.asks(GRANT)
                ? Arrays.stream(RefreshDefect.values())
                        .map(defect -> Row.of(defect).verifying(defect.requirement()))
                : Stream.empty();
    }
}
