package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.check.GrantedAddress;
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
import org.dpstck.dataplane.renewal.Renewals;

/** Token renewal profile, §The Refresh Token: what a data address says about renewal. */
public final class RenewalAddressCases {

    private static final String EXPIRES_IN = "RENEWAL-EXPIRES-IN";
    private static final String TLS = "RENEWAL-TLS";
    private static final String TOKEN = "RENEWAL-MAY";
    private static final String RESERVED = "RENEWAL-TYPE-RESERVED";
    private static final int RESERVED_USED = 162;

    @Case(
            value = "RENEWAL-EXPIRES-IN",
            title = "A data address with a refreshToken says in expiresIn how long the access token is good",
            stimulus = "A provider's pull by a consumer that is a DID.",
            expected = "An endpoint property expiresIn whose value is a string with a number of seconds.",
            fix = "Add expiresIn beside refreshToken, as a string like \"300\".")
    @Verifies(EXPIRES_IN)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void lifetimeIsTold(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var address = renewable(new Renewals(flows, ends, edition, system));
        var value = address.value("expiresIn");
        if (value.isEmpty()) {
            judge.violated(
                    EXPIRES_IN,
                    "expiresIn beside refreshToken",
                    "no expiresIn in " + address.shown(),
                    address.exchange());
        } else if (!value.get().isString() || !value.get().asString().matches("\\d{1,18}")) {
            judge.violated(
                    EXPIRES_IN,
                    "expiresIn as a string with a number of seconds, like \"300\"",
                    "expiresIn is " + value.get(),
                    address.exchange());
        }
    }

    @Case(
            value = "RENEWAL-ENDPOINT-HTTPS",
            title = "The endpoint at which tokens are renewed uses the HTTPS scheme",
            stimulus = "A provider's pull by a consumer that is a DID.",
            expected = "A refreshEndpoint, or else an endpoint, that begins with https://.",
            fix = "Serve the refresh endpoint over TLS.")
    @Verifies({TLS, "RENEWAL-ENDPOINT"})
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void refreshEndpointIsHttps(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var address = renewable(new Renewals(flows, ends, edition, system));
        var endpoint = address.property("refreshEndpoint").or(() -> address.member("endpoint"));
        if (endpoint.isEmpty()) {
            judge.violated(
                    "RENEWAL-ENDPOINT",
                    "a refreshEndpoint, or an endpoint in its place",
                    "neither in " + address.shown(),
                    address.exchange());
        } else if (!HttpUrls.isHttps(endpoint.get())) {
            judge.violated(
                    TLS,
                    "a refresh endpoint that is a URL with the scheme https",
                    "the refresh endpoint " + endpoint.get(),
                    address.exchange());
        }
    }

    @Case(
            value = "RENEWAL-ACCESS-TOKEN",
            title = "A data address with a refreshToken carries the access token as authorization",
            stimulus = "A provider's pull by a consumer that is a DID.",
            expected = "An endpoint property authorization.",
            fix = "Name the property authorization; the profile's prose calls its value accessToken (position 99).")
    @Verifies(TOKEN)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void accessTokenIsThere(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var address = renewable(new Renewals(flows, ends, edition, system));
        if (address.property("authorization").isEmpty()) {
            judge.violated(
                    TOKEN,
                    "authorization with the access token beside refreshToken",
                    "no authorization in " + address.shown(),
                    address.exchange());
        }
    }

    @Case(
            value = "RENEWAL-TYPE-RESERVED",
            title = "A data address does not use refreshTokenType",
            stimulus = "A provider's pull by a consumer that is a DID.",
            expected = "No endpoint property refreshTokenType.",
            fix = "Leave refreshTokenType out: it is reserved for future use.")
    @Verifies(RESERVED)
    @Rows("once")
    @Needs({Capability.TOKEN_RENEWAL, Capability.PROVIDER, Capability.PULL})
    void reservedNameIsFree(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system, Judge judge) {
        var address = renewable(new Renewals(flows, ends, edition, system));
        address.value("refreshTokenType")
                .ifPresent(value -> judge.warned(
                        RESERVED,
                        RESERVED_USED,
                        "no refreshTokenType, which is reserved",
                        "refreshTokenType " + value,
                        address.exchange()));
    }

    static Stream<Row> once(Edition edition) {
        return edition.asks(EXPIRES_IN) ? Stream.of(Row.single()) : Stream.empty();
    }

    private static GrantedAddress renewable(Renewals renewals) {
        var address = renewals.address();
        if (address.property("refreshToken").isEmpty()) {
            throw Unjudgeable.untested("the data address of a pull by a consumer that is a DID carries no refreshToken,"
                    + " which is optional: " + address.shown());
        }
        return address;
    }
}
