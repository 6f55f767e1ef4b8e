package org.dpstck.controlplane.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.controlplane.flow.DataPlanes;
import org.dpstck.controlplane.flow.PlaneCredentials;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Authorization;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Unjudgeable;

/** What requests to a data plane carry that has registered with an authorization profile (§Authorization Profiles). */
public final class AuthorizedSignalCases {

    private static final String ROTATION = "DATAPLANES-ROTATION";

    @Case(
            value = "SENDS-CREDENTIALS",
            title = "With {0}, a start request carries what the registration of the data plane authorizes it by",
            stimulus =
                    "A data plane registers with the profile, for a type of its own; a transfer of that type is requested.",
            expected =
                    "A start request with the token that the registered tokenEndpoint granted as Authorization: Bearer, or with"
                            + " the registered key.",
            fix =
                    "Get a token from tokenEndpoint with clientId and clientSecret, and send it; or send the key. If the header"
                            + " of a key is another one, set authorization.apiKeyHeader.")
    @Verifies("{requirement}")
    @Rows("profiles")
    void carried(Authorization with, DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var type = planes.freshType();
        var place = planes.address();
        var credentials = planes.credentials(with.profile());
        require(planes.register(message(planes, id, place, type, credentials)));
        var arrival = requested(type, place, credentials, requirement(with.profile()), planes, transfers);
        if (arrival != null) {
            judged(with.profile(), credentials, arrival, requirement(with.profile()), transfers);
        }
    }

    @Case(
            value = "DATAPLANES-ROTATION",
            title = "With {0}, requests carry new credentials after an update of the registration",
            stimulus =
                    "A data plane registers with the profile, gets a request, and updates its registration with other"
                            + " credentials; another transfer is requested.",
            expected = "A start request with the credentials of the update.",
            fix =
                    "Replace the credentials with the registration, and throw away tokens that were got with the old ones.")
    @Verifies(ROTATION)
    @Rows("rotated")
    void rotated(Authorization with, DataPlanes planes, Transfers transfers) {
        var id = planes.freshId();
        var type = planes.freshType();
        var keyHeader = transfers.system().authorization().apiKeyHeader();
        var place = planes.address();
        var old = planes.credentials(with.profile());
        require(planes.register(message(planes, id, place, type, old)));
        var before = requested(type, place, old, ROTATION, planes, transfers);
        if (before == null || !old.areIn(before, keyHeader)) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: requests do not carry the credentials of the registration;"
                            + " see the case SENDS-CREDENTIALS." + with);
        }
        var other = planes.address();
        var fresh = planes.credentials(with.profile());
        require(planes.update(id, message(planes, id, other, type, fresh)));
        var arrival = requested(type, other, fresh, ROTATION, planes, transfers);
        if (arrival != null && old.areIn(arrival, keyHeader)) {
            transfers.violated(
                    ROTATION,
                    "a start request with the credentials of the updated registration",
                    "those of the old registration",
                    arrival.exchange());
        }
    }

    static Stream<Row> profiles(Edition edition) {
        return rows(edition).map(row -> row.verifying(requirement(profile(row))));
    }

    static Stream<Row> rotated(Edition edition) {
        return rows(edition);
    }

    private static Stream<Row> rows(Edition edition) {
        return edition.authorization().values().stream()
                .filter(profile -> profile.grantsTokens() || profile.hasKey())
                .map(profile -> Row.of(new Authorization(profile, AuthorizationUse.CALLBACKS))
                        .needing(Capability.PROVIDER, Capability.PULL));
    }

    private static AuthorizationProfile profile(Row row) {
        return ((Authorization) row.arguments().get(0)).profile();
    }

    private static String requirement(AuthorizationProfile profile) {
        return profile.hasKey() ? "SENDS-API-KEY" : "SENDS-GRANTED-TOKEN";
    }

    private static Map<String, Object> message(
            DataPlanes planes, String id, DataPlanes.Address place, String type, PlaneCredentials credentials) {
        var message = new LinkedHashMap<>(planes.message(id, place.url(), type));
        message.put("authorization", planes.registration().authorization().holding(credentials.entry()));
        return message;
    }

    /** The start request at a place; null if none came, which is said under the requirement. */
    private static Arrival requested(
            String type,
            DataPlanes.Address place,
            PlaneCredentials credentials,
            String requirement,
            DataPlanes planes,
            Transfers transfers) {
        var reply = planes.request(transfers.fresh(Kinds.PROVIDER_PULL), type);
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a request of the type " + type
                    + ", for which a data plane is registered, gave " + Replies.observed(reply));
        }
        var arrival =
                place.inbox().await(any -> true, transfers.system().timeouts().callback());
        if (arrival.isEmpty()) {
            transfers.violated(
                    requirement,
                    "the start request at the data plane that has registered with credentials",
                    "nothing arrived; the registered tokenEndpoint was asked " + credentials.asked() + " times",
                    null);
        }
        return arrival.orElse(null);
    }

    private static void judged(
            AuthorizationProfile profile,
            PlaneCredentials credentials,
            Arrival arrival,
            String requirement,
            Transfers transfers) {
        var keyHeader = transfers.system().authorization().apiKeyHeader();
        credentials
                .wrongIn(arrival, keyHeader)
                .ifPresent(wrong -> transfers.violated(
                        requirement,
                        profile.hasKey()
                                ? "a start request with the registered key in the header " + keyHeader
                                : "a start request with Authorization: Bearer and the token that the registered tokenEndpoint"
                                        + " granted",
                        wrong,
                        arrival.exchange()));
    }

    private static void require(Reply reply) {
        if (!Replies.succeeded(reply)) {
            throw Unjudgeable.inconclusive("a prerequisite failed: a registration with credentials gave "
                    + Replies.observed(reply) + "; see the case DATAPLANES-CREATE");
        }
    }
}
