package org.dpstck.dataplane.cases;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.Unrecorded;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Grants;

/** §Access Token Generation: what the data address of a pull holds, and that a push has none. */
public final class SourcedAddressCases {

    private static final FlowKind PULLED = new FlowKind(Side.PROVIDER, Direction.PULL);
    private static final FlowKind PUSHED = new FlowKind(Side.PROVIDER, Direction.PUSH);
    private static final String NONE = "PUSH-NO-DATA-ADDRESS";
    private static final String ENDPOINT = "ADDRESS-ENDPOINT";
    private static final String TYPE = "ADDRESS-TYPE";
    private static final String AUTHORIZATION = "ADDRESS-AUTHORIZATION";
    private static final String JWT = "ADDRESS-TOKEN-JWT";
    private static final String HTTP = "https://w3id.org/idsa/v4.1/HTTP";
    private static final int TOKEN_FORM = 197;

    @Case(
            value = "DATA-ADDRESS-NONE",
            title = "The answer to the start of a push carries no data address",
            stimulus = "The start of a push in its plain form.",
            expected = "No dataAddress.",
            fix = "Leave the address out of answers to a push: the consumer has no endpoint to be told of.")
    @Verifies(NONE)
    @Rows("pushes")
    void pushReturnsNoAddress(FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var report = new Grants(edition, system).made(flows.fresh(kind));
        report.address()
                .ifPresent(address -> judge.violated(
                        NONE,
                        "no dataAddress in the answer to the start of a push",
                        address.shown(),
                        report.exchange()));
    }

    @Case(
            value = ENDPOINT,
            title = "The data address of a pull names the URL of the public API",
            stimulus = "The start of a pull in its plain form.",
            expected = "An endpoint that is an absolute http or https URL.",
            fix = "Put the URL that consumers can reach into endpoint.")
    @Verifies(ENDPOINT)
    @Rows("pulls")
    void endpointIsAUrl(FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var address = granted(kind, flows, edition, system);
        var endpoint = address.member("endpoint").orElse("");
        var scheme = HttpUrls.parse(endpoint).map(url -> url.getScheme()).orElse("");
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            judge.violated(ENDPOINT, "endpoint with the URL of the public API", address.shown(), address.exchange());
        }
    }

    @Case(
            value = TYPE,
            title = "The data address of a pull over HTTP has the type of HTTP",
            stimulus = "The start of a pull in its plain form.",
            expected = "endpointType https://w3id.org/idsa/v4.1/HTTP; another one draws a warning.",
            fix = "Use the IRI of the document: a consumer looks for it to know how to fetch.")
    @Verifies(TYPE)
    @Rows("pulls")
    void typeIsHttp(FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var address = granted(kind, flows, edition, system);
        if (!address.member("endpointType").filter(HTTP::equals).isPresent()) {
            judge.violated(TYPE, "endpointType " + HTTP, address.shown(), address.exchange());
        }
    }

    @Case(
            value = AUTHORIZATION,
            title = "The data address of a pull carries an access token of its own",
            stimulus = "Two pulls are started.",
            expected = "An authorization in each address, and not the same one.",
            fix = "Generate a token for each flow and put it into the address as authorization.")
    @Verifies(AUTHORIZATION)
    @Rows("pulls")
    void addressCarriesAToken(FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var first = granted(kind, flows, edition, system);
        var second = granted(kind, flows, edition, system);
        var token = second.property("authorization");
        if (token.isEmpty()) {
            judge.violated(
                    AUTHORIZATION,
                    "authorization, the newly generated access token, in the dataAddress",
                    second.shown(),
                    second.exchange());
        } else if (token.equals(first.property("authorization"))) {
            judge.violated(
                    AUTHORIZATION,
                    "a newly generated access token for each transfer",
                    "two transfers have the same token",
                    second.exchange());
        }
    }

    @Case(
            value = JWT,
            title = "The access token of a pull has the format of a JWT",
            stimulus = "The start of a pull in its plain form.",
            expected = "Three parts, the first of which is a JSON header; otherwise a warning.",
            fix = "Sign the token as a JWT, or know that consumers cannot read it.")
    @Verifies(JWT)
    @Rows("pulls")
    void tokenIsAJwt(FlowKind kind, DataFlows flows, Judge judge, Edition edition, SystemUnderTest system) {
        var address = granted(kind, flows, edition, system);
        address.property("authorization")
                .filter(token -> !isJwt(token))
                .ifPresent(token -> judge.warned(
                        JWT,
                        TOKEN_FORM,
                        "an access token in JWT format",
                        "a token of " + token.length() + " characters that is none",
                        address.exchange()));
    }

    static Stream<Row> pushes(Edition edition) {
        return edition.asks(NONE) ? Stream.of(Row.of(PUSHED)) : Stream.empty();
    }

    static Stream<Row> pulls(Edition edition) {
        return edition.asks(AUTHORIZATION) ? Stream.of(Row.of(PULLED)) : Stream.empty();
    }

    private static GrantedAddress granted(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system) {
        return new Grants(edition, system).of(flows.fresh(kind));
    }

    private static boolean isJwt(String token) {
        if (Redactor.isPlaceholder(token)) {
            throw new Unrecorded("a record holds no tokens, and so not the form of one");
        }
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            var header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            return Bodies.object(header).filter(it -> it.has("alg")).isPresent();
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
