package org.dpstck.dataplane.cases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Authorization;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.AuthorizationScene;
import org.dpstck.dataplane.flow.AuthorizedAs;
import org.dpstck.dataplane.flow.AuthorizedCallbacks;
import org.dpstck.dataplane.token.GrantCheck;
import org.junit.jupiter.api.parallel.Isolated;

/** §Authorization Profiles: what callbacks carry once the control plane has registered with a profile. */
@Isolated("the registration of the control plane concerns every flow")
public final class AuthorizedCallbackCases {

    private static final String GRANT = "CLIENT-CREDENTIALS-GRANT";
    private static final String KEY = "API-KEY-OBJECT";
    private static final String ROTATION = "CP-REGISTRATION-ROTATION";
    private static final long SHORT_SECONDS = 1;
    /** The system counts from when it got the token, and clocks tick in steps. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    @Case(
            value = "CALLBACK-TOKEN",
            title = "With {0}, a callback carries a token of the registered token endpoint",
            stimulus =
                    "The control plane updates its registration with the profile; its token endpoint is the suite's. Then"
                            + " what leads to a callback is done for a new flow.",
            expected = "A request of the client credentials grant with the registered client, and a callback whose"
                    + " Authorization header carries the token as Bearer.",
            fix = "Get a token from tokenEndpoint with clientId and clientSecret before calling back, and send it as"
                    + " Authorization: Bearer.")
    @Verifies(GRANT)
    @Rows("granting")
    void callbackCarriesAToken(
            Authorization with,
            AuthorizationScene scene,
            AuthorizedCallbacks callbacks,
            SystemUnderTest system,
            Judge judge) {
        callbacks.requireTwin();
        var credentials = scene.fresh(with.profile());
        scene.isRegistered(credentials);
        scene.requireTwin(credentials);
        var callback = callbacks.next();
        credentials.tokens().arrivals().stream().limit(1).forEach(request -> check(credentials, judge)
                .conforms(request));
        arrived(callback, callbacks, credentials, judge, GRANT)
                .ifPresent(it -> new CarriedCredentials(credentials, system, judge, GRANT).areIn(it));
    }

    @Case(
            value = "CALLBACK-TOKEN-RENEWED",
            title = "With {0}, no callback carries a token that has ended",
            stimulus =
                    "The token endpoint grants tokens for one second. After the first callback and that second, what leads"
                            + " to a callback is done for another new flow.",
            expected = "A callback that carries another token than the first one.",
            fix = "Keep a token no longer than its expires_in says, and get a new one after that.")
    @Verifies(GRANT)
    @Rows("granting")
    void callbackCarriesATokenThatIsGood(
            Authorization with, AuthorizationScene scene, AuthorizedCallbacks callbacks, Judge judge) {
        callbacks.requireTwin();
        var credentials = scene.fresh(with.profile(), SHORT_SECONDS);
        scene.isRegistered(credentials);
        scene.requireTwin(credentials);
        var first = callbacks.next().flatMap(CarriedCredentials::bearer);
        if (first.flatMap(credentials.desk()::end).isEmpty()) {
            return; // Without a token, or with one of its own: the case CALLBACK-TOKEN speaks of that.
        }
        // Who counts from the receipt of the token has had it by now, however long the grant was on its way.
        var end = Instant.now().plusSeconds(SHORT_SECONDS).plus(MARGIN);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> Instant.now()
                .isAfter(end));
        callbacks
                .next()
                .filter(callback -> CarriedCredentials.bearer(callback).equals(first))
                .ifPresent(callback -> judge.violated(
                        GRANT,
                        "a callback with a new token, since the first one ended " + SHORT_SECONDS + " s after it was"
                                + " granted (expires_in)",
                        "the same token once more, after its end",
                        callback.exchange()));
    }

    @Case(
            value = "CALLBACK-API-KEY",
            title = "With {0}, a callback carries the registered key",
            stimulus =
                    "The control plane updates its registration with the profile and a key. Then what leads to a callback"
                            + " is done for a new flow.",
            expected = "A callback with the key in the header that the system's description names.",
            fix = "Send the key of the registration with every callback; if the header is another one, set"
                    + " authorization.apiKeyHeader.")
    @Verifies(KEY)
    @Rows("keyed")
    void callbackCarriesTheKey(
            Authorization with,
            AuthorizationScene scene,
            AuthorizedCallbacks callbacks,
            SystemUnderTest system,
            Judge judge) {
        callbacks.requireTwin();
        var credentials = scene.fresh(with.profile());
        scene.isRegistered(credentials);
        scene.requireTwin(credentials);
        arrived(callbacks.next(), callbacks, credentials, judge, KEY)
                .ifPresent(it -> new CarriedCredentials(credentials, system, judge, KEY).areIn(it));
    }

    @Case(
            value = "CALLBACK-CREDENTIALS-ROTATED",
            title = "With {0}, callbacks carry new credentials after an update of the registration",
            stimulus =
                    "The control plane updates its registration with the profile, and after a callback once more, with"
                            + " other credentials. Then what leads to a callback is done for a new flow.",
            expected = "A callback with the credentials of the second update.",
            fix =
                    "Replace the credentials with the registration, and throw away tokens that were got with the old ones.")
    @Verifies(ROTATION)
    @Rows("carrying")
    void callbackCarriesNewCredentials(
            Authorization with,
            AuthorizationScene scene,
            AuthorizedCallbacks callbacks,
            SystemUnderTest system,
            Judge judge) {
        callbacks.requireTwin();
        var old = scene.fresh(with.profile());
        scene.isRegistered(old);
        scene.requireTwin(old);
        var before = callbacks.next();
        if (before.filter(new CarriedCredentials(old, system, judge, ROTATION)::areItsOwn)
                .isPresent()) {
            throw Unjudgeable.untested(
                    "the system signs the tokens of its callbacks itself (position 83), so that they show"
                            + " nothing of the registered secret");
        }
        if (before.filter(it -> CarriedCredentials.carries(it, old, system)).isEmpty()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: callbacks do not carry the credentials of the registration; see the case"
                            + " CALLBACK-" + (with.profile().hasKey() ? "API-KEY" : "TOKEN") + "." + with);
        }
        var rotated = scene.fresh(with.profile());
        scene.isRegistered(rotated);
        arrived(callbacks.next(), callbacks, rotated, judge, ROTATION)
                .filter(it -> CarriedCredentials.carries(it, old, system))
                .ifPresent(it -> judge.violated(
                        ROTATION,
                        "a callback with the credentials of the updated registration",
                        "those of the old registration",
                        it.exchange()));
    }

    static Stream<Row> granting(Edition edition) {
        return rows(edition).filter(row -> profile(row).grantsTokens());
    }

    static Stream<Row> keyed(Edition edition) {
        return rows(edition).filter(row -> profile(row).hasKey());
    }

    static Stream<Row> carrying(Edition edition) {
        return rows(edition)
                .filter(row -> profile(row).grantsTokens() || profile(row).hasKey());
    }

    private static Stream<Row> rows(Edition edition) {
        return edition.authorization().values().stream()
                .map(profile -> Row.of(new Authorization(profile, AuthorizationUse.CALLBACKS)));
    }

    private static AuthorizationProfile profile(Row row) {
        return ((Authorization) row.arguments().get(0)).profile();
    }

    private static GrantCheck check(AuthorizedAs credentials, Judge judge) {
        return new GrantCheck(judge, GRANT, credentials.client(), credentials.secret());
    }

    /** A callback that came without an authorization has to come with one. */
    private static Optional<Arrival> arrived(
            Optional<Arrival> callback,
            AuthorizedCallbacks callbacks,
            AuthorizedAs credentials,
            Judge judge,
            String requirement) {
        if (callback.isEmpty() && !judge.violated()) {
            var asked = credentials.tokens().arrivals();
            judge.violated(
                    requirement,
                    callbacks.wanted() + ", as before the control plane registered with " + credentials.profile(),
                    "nothing arrived for the flow; the registered tokenEndpoint was asked " + asked.size() + " times",
                    asked.isEmpty() ? null : asked.get(0).exchange());
        }
        return callback;
    }
}
