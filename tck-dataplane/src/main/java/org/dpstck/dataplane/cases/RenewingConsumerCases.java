package org.dpstck.dataplane.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.renewal.ClientProof;
import org.dpstck.dataplane.renewal.Consumption;
import org.dpstck.dataplane.renewal.DidDocuments;
import org.dpstck.dataplane.renewal.FormParameters;
import org.dpstck.dataplane.renewal.ProviderScript;
import org.dpstck.dataplane.renewal.TokenProvider;

/** Token renewal profile, the consumer's half: how it renews a token at a provider that the suite plays. */
public final class RenewingConsumerCases {

    private static final String CHECKS = "RENEWAL-CHECK-EXPIRY";
    private static final String PRESENTS = "RENEWAL-REFRESH-TOKEN";
    private static final String BEARER = "RENEWAL-BEARER";
    private static final String JWT = "RENEWAL-JWT";
    private static final String USES = "RENEWAL-USE-NEW";
    private static final String ENDPOINT = "RENEWAL-ENDPOINT";
    private static final String ROTATION = "RENEWAL-ROTATION";
    private static final String TLS = "RENEWAL-TLS";
    private static final int QUERY = 98;

    @Case(
            value = "RENEWAL-RENEWS",
            title = "A consumer renews an access token that has expired",
            stimulus =
                    "started for a pull, with an access token that has expired (expiresIn \"0\") and a refreshToken.",
            expected = "A refresh request.",
            fix = "Check expiresIn before the token is used, and renew it at the refreshEndpoint.")
    @Verifies({CHECKS, "HTTP-RENEWS"})
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void consumerRenews(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var provider = new Consumption(flows, ends, edition, system).pull(ProviderScript.usual());
        if (provider.refreshes(1).isEmpty()) {
            var expected = "a refresh request for an access token that has expired";
            var observed = "none, but " + provider.fetches().size() + " requests for the data with the expired token";
            judge.violated(CHECKS, expected, observed, null);
            judge.violated("HTTP-RENEWS", expected, observed, null);
        }
    }

    @Case(
            value = "RENEWAL-REQUEST",
            title = "The refresh request of a consumer presents the refresh token by the grant of OAuth 2.0",
            stimulus = "started for a pull, with an access token that has expired and a refreshToken.",
            expected = "POST with grant_type=refresh_token and that refresh_token in a form.",
            fix = "Send the parameters as RFC 6749, section 6, has them.")
    @Verifies(PRESENTS)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void refreshTokenIsPresented(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var provider = new Consumption(flows, ends, edition, system).pull(ProviderScript.usual());
        var refresh = first(provider);
        var body = FormParameters.ofBody(refresh);
        var inQuery = !body.containsKey("grant_type");
        var form = inQuery ? FormParameters.ofQuery(refresh) : body;
        if (!"POST".equals(refresh.method())) {
            judge.violated(PRESENTS, "a refresh request by POST", refresh.method(), refresh.exchange());
        }
        expect("grant_type", "refresh_token", form, refresh, judge);
        expect("refresh_token", provider.refresh(0), form, refresh, judge);
        if (inQuery && !judge.violated()) {
            judge.warned(
                    PRESENTS,
                    QUERY,
                    "grant_type and refresh_token in the body, as OAuth 2.0 has them",
                    "they are in the query",
                    refresh.exchange());
        }
    }

    @Case(
            value = "RENEWAL-BEARER",
            title = "The refresh request of a consumer bears a token",
            stimulus = "started for a pull, with an access token that has expired and a refreshToken.",
            expected = "A refresh request with Authorization: Bearer and a signed JWT.",
            fix = "Authenticate by a JWT that is signed with a key of your DID document.")
    @Verifies(BEARER)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void requestBearsAToken(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var refresh = first(new Consumption(flows, ends, edition, system).pull(ProviderScript.usual()));
        var bearer = ClientProof.bearer(refresh);
        if (bearer.flatMap(ClientProof::parse).isEmpty()) {
            judge.violated(
                    BEARER,
                    "a refresh request with Authorization: Bearer and a signed JWT",
                    bearer.isEmpty() ? "no bearer token" : "a bearer token that is no signed JWT",
                    refresh.exchange());
        }
    }

    @Case(
            value = "RENEWAL-JWT",
            title = "The JWT of a consumer has the header and the claims of the profile",
            stimulus = "started for a pull, with an access token that has expired and a refreshToken.",
            expected = "kid, iss and sub with its DID, aud with the DID of the provider, token with the access token.",
            fix = "Make a new JWT for each refresh request, as §Client Authentication lists it.")
    @Verifies(JWT)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void jwtHasItsClaims(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var provider = new Consumption(flows, ends, edition, system).pull(ProviderScript.usual());
        var refresh = first(provider);
        proof(refresh)
                .problems(system, provider.did(), provider.access(0))
                .forEach(problem -> judge.violated(JWT, problem[0], problem[1], refresh.exchange()));
    }

    @Case(
            value = "RENEWAL-JWT-SIGNED",
            title = "The JWT of a consumer is signed with the key that kid names",
            stimulus = "started for a pull, with an access token that has expired and a refreshToken.",
            expected = "A signature that the key in the DID document of iss verifies.",
            fix = "Sign with the private key of the key that kid names in your DID document.")
    @Verifies(JWT)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void jwtIsSigned(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var refresh = first(new Consumption(flows, ends, edition, system).pull(ProviderScript.usual()));
        var proof = proof(refresh);
        var key = new DidDocuments(ends).key(proof.issuer(), proof.kid());
        if (key.isEmpty()) {
            judge.violated(
                    JWT,
                    "a kid that names a key in the DID document of iss",
                    "kid " + proof.kid() + " names none",
                    refresh.exchange());
        } else if (!proof.isSignedWith(key.get())) {
            judge.violated(
                    JWT,
                    "a JWT signed with the key that kid names",
                    "a signature that this key does not verify",
                    refresh.exchange());
        }
    }

    @Case(
            value = "RENEWAL-USE-NEW",
            title = "A consumer uses the new access token",
            stimulus = "started for a pull; the refresh request is answered with a new access token.",
            expected = "A request for the data with the new token.",
            fix = "Replace the access token of the flow by the one that came.")
    @Verifies(USES)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void newTokenIsUsed(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var provider = new Consumption(flows, ends, edition, system).pull(ProviderScript.usual());
        var refresh = first(provider);
        if (provider.fetchWith(provider.access(1)).isEmpty()) {
            judge.violated(
                    USES,
                    "a request for the data with the new access token",
                    "none; with another token: " + provider.fetches().size(),
                    refresh.exchange());
        }
    }

    @Case(
            value = "RENEWAL-AT-THE-ENDPOINT",
            title = "Without a refreshEndpoint a consumer renews at the endpoint of the data",
            stimulus = "started for a pull, with a refreshToken and no refreshEndpoint.",
            expected = "A refresh request to the endpoint of the data address.",
            fix = "Take endpoint where refreshEndpoint is missing.")
    @Verifies(ENDPOINT)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void endpointIsTheDefault(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var consumption = new Consumption(flows, ends, edition, system);
        first(consumption.pull(ProviderScript.usual()));
        var refreshes = consumption.pull(ProviderScript.atTheData()).refreshes(1);
        var place = refreshes.isEmpty() ? "" : refreshes.get(0).path().split("\\?", 2)[0];
        if (!place.endsWith("/data")) {
            judge.violated(
                    ENDPOINT,
                    "a refresh request to the endpoint of the data address, where no refreshEndpoint is named",
                    refreshes.isEmpty()
                            ? "no refresh request"
                            : refreshes.get(0).line(),
                    refreshes.isEmpty() ? null : refreshes.get(0).exchange());
        }
    }

    @Case(
            value = "RENEWAL-ROTATION",
            title = "A consumer goes on with the refresh token that replaced another one",
            stimulus =
                    "started for a pull; the first refresh request is answered with a token that has expired and with another"
                            + " refresh token.",
            expected = "The second refresh request presents the new refresh token.",
            fix = "Keep the refresh token that the answer names in the place of the old one.")
    @Verifies(ROTATION)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void rotationIsFollowed(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var provider = new Consumption(flows, ends, edition, system).pull(ProviderScript.rotating());
        first(provider);
        var refreshes = provider.refreshes(2);
        if (refreshes.size() < 2) {
            throw Unjudgeable.untested("the system renewed once and not again when the new token had expired as well");
        }
        var second = refreshes.get(1);
        var form = new HashMap<>(FormParameters.ofQuery(second));
        form.putAll(FormParameters.ofBody(second));
        if (!provider.refresh(1).equals(form.get("refresh_token"))) {
            judge.violated(
                    ROTATION,
                    "the refresh token that the last answer gave",
                    provider.refresh(0).equals(form.get("refresh_token"))
                            ? "the one before, once more"
                            : "another one, or none",
                    second.exchange());
        }
    }

    @Case(
            value = "RENEWAL-PLAIN-HTTP",
            title = "A consumer sends no refresh request in the clear",
            stimulus =
                    "started for a pull, with a refreshEndpoint that begins with http://, after one with https:// was used.",
            expected = "No refresh request to it.",
            fix = "Send refresh requests to https endpoints only.")
    @Verifies(TLS)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.CONSUMER, Capability.PULL})
    void nothingIsRenewedInTheClear(
            DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        if (ends.tlsOnly()) {
            throw Unjudgeable.untested("callback.advertise is https, so nothing can come to the suite in the clear");
        }
        var consumption = new Consumption(flows, ends, edition, system);
        first(consumption.pull(ProviderScript.usual()));
        consumption
                .offer(ProviderScript.plain())
                .flatMap(TokenProvider::plainRefresh)
                .ifPresent(refresh -> judge.violated(
                        TLS, "refresh requests over HTTPS only", "one over plain HTTP", refresh.exchange()));
    }

    static Stream<Row> once(Edition edition) {
        return edition.asks(CHECKS) ? Stream.of(Row.single()) : Stream.empty();
    }

    private static Arrival first(TokenProvider provider) {
        var refreshes = provider.refreshes(1);
        if (refreshes.isEmpty()) {
            throw Unjudgeable.untested("the system sent no refresh request; see the case RENEWAL-RENEWS");
        }
        return refreshes.get(0);
    }

    private static ClientProof proof(Arrival refresh) {
        return ClientProof.bearer(refresh)
                .flatMap(ClientProof::parse)
                .orElseThrow(() -> Unjudgeable.inconclusive(
                        "the refresh request bears no signed JWT; see the case RENEWAL-BEARER"));
    }

    private static void expect(String name, String value, Map<String, String> form, Arrival refresh, Judge judge) {
        if (!value.equals(form.get(name))) {
            judge.violated(
                    PRESENTS,
                    name.equals("refresh_token")
                            ? "refresh_token with the refreshToken of the data address"
                            : name + "=" + value,
                    form.containsKey(name) ? name + " has another value" : "no " + name + " among " + form.keySet(),
                    refresh.exchange());
        }
    }
}
