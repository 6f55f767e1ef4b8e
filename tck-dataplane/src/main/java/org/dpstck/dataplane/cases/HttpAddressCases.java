package org.dpstck.dataplane.cases;

import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
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
import org.dpstck.dataplane.flow.Grants;

/** HTTP transfer profile: the data addresses that a data plane writes, and what is behind them. */
public final class HttpAddressCases {

    private static final String TYPE = "HTTP-ENDPOINT-TYPE";
    private static final String HTTPS = "HTTP-ENDPOINT-HTTPS";
    private static final String AUTH_TYPE = "HTTP-AUTH-TYPE-PRESENT";
    private static final String SERVED = "HTTP-API-HTTPS";
    private static final String BEARER = "HTTP-BEARER";
    private static final int UNAUTHORIZED = 401;

    @Case(
            value = "HTTP-ADDRESS",
            title = "A {0} flow of the HTTP profile is granted a data address with an endpoint",
            stimulus = "The flow is made with the HTTP profile and the message in its plain form.",
            expected = "The message that reports it made carries a dataAddress with an endpoint.",
            fix = "Provision the endpoint before reporting the state, and put its URL into endpoint.")
    @Verifies("{requirement}")
    @Rows("granting")
    @Needs(Capability.HTTP_PROFILE)
    void addressIsGranted(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system, Judge judge) {
        var report = new Grants(edition, system).made(flows.fresh(kind).under(Profiles.http(edition)));
        if (report.address().flatMap(address -> address.member("endpoint")).isEmpty()) {
            judge.violated(
                    requirement(kind),
                    "a dataAddress with an endpoint for a " + kind + " flow of the HTTP profile",
                    report.address()
                            .map(address -> "no endpoint in " + address.shown())
                            .orElse("no dataAddress in "
                                    + Bodies.shown(report.message().toString())),
                    report.exchange());
        }
    }

    @Case(
            value = "HTTP-ENDPOINT-TYPE",
            title = "The data address of a {0} flow of the HTTP profile names the profile of its direction",
            stimulus = "The flow is made with the HTTP profile and the message in its plain form.",
            expected = "endpointType is the profile value of the direction.",
            fix = "Write the value of profile into endpointType.")
    @Verifies(TYPE)
    @Rows("kinds")
    @Needs(Capability.HTTP_PROFILE)
    void typeIsTheProfile(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system, Judge judge) {
        var address = granted(kind, flows, edition, system);
        var wanted = Profiles.http(edition).value(kind.direction());
        if (!address.member("endpointType").filter(wanted::equals).isPresent()) {
            judge.violated(
                    TYPE,
                    "endpointType " + wanted,
                    address.member("endpointType")
                            .map(type -> "endpointType " + type)
                            .orElse("no endpointType"),
                    address.exchange());
        }
    }

    @Case(
            value = "HTTP-ENDPOINT-HTTPS",
            title = "The data address of a {0} flow of the HTTP profile names an endpoint with the HTTPS scheme",
            stimulus = "The flow is made with the HTTP profile and the message in its plain form.",
            expected = "endpoint is a URL with a host that begins with https://.",
            fix = "Serve the endpoint over TLS and name it so.")
    @Verifies(HTTPS)
    @Rows("kinds")
    @Needs(Capability.HTTP_PROFILE)
    void endpointIsHttps(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system, Judge judge) {
        var address = granted(kind, flows, edition, system);
        var endpoint = address.member("endpoint").orElse("");
        if (!HttpUrls.isHttps(endpoint)) {
            judge.violated(
                    HTTPS,
                    "an endpoint that is a URL with the scheme https",
                    endpoint.isEmpty() ? "no endpoint" : "the endpoint " + endpoint,
                    address.exchange());
        }
    }

    @Case(
            value = "HTTP-AUTH-TYPE",
            title = "The data address of a {0} flow of the HTTP profile has an authType with every authorization",
            stimulus = "The flow is made with the HTTP profile and the message in its plain form.",
            expected = "authType beside authorization, or neither.",
            fix = "Add the endpoint property authType, with bearer for a bearer token.")
    @Verifies(AUTH_TYPE)
    @Rows("kinds")
    @Needs(Capability.HTTP_PROFILE)
    void tokenHasAType(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system, Judge judge) {
        var address = granted(kind, flows, edition, system);
        if (address.value("authorization").isPresent()
                && address.property("authType").isEmpty()) {
            judge.violated(
                    AUTH_TYPE,
                    "authType beside authorization",
                    "authorization without an authType in " + address.shown(),
                    address.exchange());
        }
    }

    @Case(
            value = "HTTP-API-HTTPS",
            title = "The endpoint of a {0} flow of the HTTP profile speaks TLS",
            stimulus = "The flow is made; then a GET over TLS goes to its endpoint. The certificate is not looked at.",
            expected = "Any HTTP answer over TLS.",
            fix = "Serve the endpoint over TLS at the port that the data address names.")
    @Verifies(SERVED)
    @Rows("kinds")
    @Needs(Capability.HTTP_PROFILE)
    void endpointSpeaksTls(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var address = granted(kind, flows, edition, system);
        var reply = get(address, ends, Map.of());
        if (!reply.answered() && reply.failure().kind() == WireFailure.Kind.TLS) {
            judge.violated(
                    SERVED,
                    "an endpoint that is served over HTTPS",
                    reply.failure().text() + " at " + address.member("endpoint").orElse(""),
                    reply.exchange());
        } else if (!reply.answered()) {
            throw Unjudgeable.untested("the endpoint is out of the reach of the suite: "
                    + reply.failure().text());
        }
    }

    @Case(
            value = "HTTP-BEARER",
            title = "The endpoint of a {0} flow of the HTTP profile takes its bearer token in the Authorization header",
            stimulus = "The flow is made; then its endpoint is asked with the token that the data address names.",
            expected = "Any answer but HTTP 401.",
            fix = "Read the token from the header Authorization: Bearer, as RFC 6750 has it.")
    @Verifies(BEARER)
    @Rows("pulls")
    @Needs(Capability.HTTP_PROFILE)
    void bearerOpensTheEndpoint(
            FlowKind kind, DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var address = granted(kind, flows, edition, system);
        var token = address.property("authorization");
        if (token.isEmpty()
                || !address.property("authType")
                        .filter("bearer"::equalsIgnoreCase)
                        .isPresent()) {
            throw Unjudgeable.untested("the data address carries no bearer token, which is optional");
        }
        var reply = get(address, ends, Map.of("Authorization", "Bearer " + token.get()));
        if (!reply.answered()) {
            throw Unjudgeable.untested(
                    "the endpoint gave no answer: " + reply.failure().text());
        }
        if (reply.status() == UNAUTHORIZED) {
            judge.violated(
                    BEARER,
                    "the endpoint takes the token of the data address as Authorization: Bearer",
                    Replies.observed(reply),
                    reply.exchange());
        }
    }

    static Stream<Row> kinds(Edition edition) {
        return Profiles.has(edition)
                ? edition.kinds().stream()
                        .filter(kind -> Grants.isDue(edition, kind))
                        .map(Row::of)
                : Stream.empty();
    }

    static Stream<Row> granting(Edition edition) {
        return kinds(edition)
                .map(row -> row.verifying(requirement((FlowKind) row.arguments().get(0))));
    }

    /** Where the token opens data; what a sink makes of a request is its own affair. */
    static Stream<Row> pulls(Edition edition) {
        return Profiles.has(edition) ? Stream.of(Row.of(new FlowKind(Side.PROVIDER, Direction.PULL))) : Stream.empty();
    }

    private static String requirement(FlowKind kind) {
        return kind.direction() == Direction.PUSH ? "HTTP-PUSH-ADDRESS" : "HTTP-PULL-ADDRESS";
    }

    private static GrantedAddress granted(FlowKind kind, DataFlows flows, Edition edition, SystemUnderTest system) {
        return new Grants(edition, system).of(flows.fresh(kind).under(Profiles.http(edition)));
    }

    private static Reply get(GrantedAddress address, FarEnds ends, Map<String, String> headers) {
        var endpoint = address.member("endpoint").orElse("");
        if (!HttpUrls.isHttps(endpoint)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: the endpoint is no HTTPS URL; see the cases HTTP-ENDPOINT-HTTPS.*");
        }
        return ends.send("at the data endpoint", new Outgoing("GET", endpoint, null, null).with(headers));
    }
}
