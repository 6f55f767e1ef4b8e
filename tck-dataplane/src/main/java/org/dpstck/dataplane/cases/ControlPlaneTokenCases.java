package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Authorization;
import org.dpstck.core.plan.Row;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.AuthorizationScene;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.token.Forgery;
import org.junit.jupiter.api.parallel.Isolated;

/** §Token Claims and §Receiver Validation: which requests are let in once the control plane has registered its tokens. */
@Isolated("the registration of the control plane concerns every flow")
public final class ControlPlaneTokenCases {

    private static final String ROTATION = "CP-REGISTRATION-ROTATION";
    private static final String NOWHERE = "nowhere";

    @Case(
            value = "TOKEN-ACCEPTED",
            title = "With {0} and its keys in {1}, a good token lets a request in",
            stimulus =
                    "The control plane updates its registration with the profile. Then a new flow is asked for with a token"
                            + " that it signed.",
            expected = "A success.",
            fix =
                    "Take the keys from the registration, from its jwksUri, or verify no signature if it tells neither; check"
                            + " the claims; let the request in.")
    @Verifies("{requirement}")
    @Rows("deliveries")
    void goodTokenIsAccepted(Authorization with, String keysIn, AuthorizationScene scene, Judge judge) {
        var told = !NOWHERE.equals(keysIn);
        var credentials = scene.fresh(
                with.profile(), told ? keysIn : null, List.of(scene.keys().first()));
        scene.isRegistered(credentials);
        var token = scene.token(credentials, scene.keys().first());
        new Door(judge, delivery(with.profile(), keysIn))
                .letsIn(
                        scene.creates(AuthorizationScene.bearer(token.signed())),
                        "a request with a good token of a control plane that registered "
                                + (told ? "its key in " + keysIn : "no keys"));
    }

    @Case(
            value = "TOKEN-REFUSED",
            title = "With {0}, a token that is wrong is refused: {1}",
            stimulus =
                    "The control plane updates its registration with the profile. A good token was let in once; then a new"
                            + " flow is asked for with a token that is wrong in one way.",
            expected = "HTTP 401, 403 or 404; another 4xx draws a warning.",
            fix =
                    "Verify signature and kid with the registered keys alone, by the algorithm of the key; then every claim"
                            + " that the table requires.")
    @Verifies("{requirement}")
    @Rows("forgeries")
    void wrongTokenIsRefused(Authorization with, Forgery forgery, AuthorizationScene scene, Judge judge) {
        var keys = scene.keys();
        var profile = with.profile();
        var told = profile.keys().isEmpty() ? List.of(keys.first()) : List.of(keys.first(), keys.second());
        var credentials = scene.standing(profile, told);
        scene.requireTwin(credentials);
        if (forgery.presumesVerification()) {
            scene.requireVerified(credentials);
        }
        var wrong = forgery.of(scene.token(credentials, keys.first()), keys);
        new Door(judge, profile.requirement(forgery.rest()))
                .keepsOut(
                        scene.creates(AuthorizationScene.bearer(wrong)),
                        "a request with " + forgery.text(),
                        forgery.position());
    }

    @Case(
            value = "TOKEN-REQUIRED",
            title = "With {0}, {1} without a token is refused",
            stimulus =
                    "The control plane updates its registration with the profile. Then the request is sent without a token,"
                            + " and again with a good one.",
            expected = "HTTP 401, 403 or 404 without, a success with the token.",
            fix = "Ask for a token on every path of the signaling, before anything else is looked at.")
    @Verifies("{requirement}")
    @Rows("operations")
    void requestWithoutTokenIsRefused(
            Authorization with, Operation operation, AuthorizationScene scene, DataFlows flows, Judge judge) {
        var given = flows.legal(operation);
        var credentials = scene.standing(with.profile(), List.of(scene.keys().first()));
        var flow = operation.creates() ? flows.fresh(given.kind()) : flows.reached(given);
        flow.bears(Map::of);
        var without = flow.receives(operation);
        new Door(judge, required(with.profile())).keepsOut(without, operation.name() + " without a token", 0);
        judge.stop();
        flow.bears(() -> AuthorizationScene.bearer(
                scene.token(credentials, scene.keys().first()).signed()));
        var twin = flow.receives(operation);
        if (!twin.succeeded()) {
            throw Unjudgeable.inconclusive("its positive twin failed: " + operation.name() + " with a good token gave "
                    + Replies.observed(twin.reply()) + ", so that the refusal proves nothing; see the case"
                    + " TOKEN-ACCEPTED." + with);
        }
    }

    @Case(
            value = "TOKEN-ANY-KEY",
            title = "With {0}, each of several registered keys is good",
            stimulus =
                    "The control plane updates its registration with two keys. Then new flows are asked for with tokens"
                            + " signed by the first and by the second.",
            expected = "A success for both.",
            fix = "Look the key up by the kid of the token, among all keys of the set.")
    @Verifies("{requirement}")
    @Rows("kids")
    void anyKeyIsGood(Authorization with, AuthorizationScene scene, Judge judge) {
        var keys = List.of(scene.keys().first(), scene.keys().second());
        var credentials = scene.fresh(with.profile(), with.profile().keys().get(0), keys);
        scene.isRegistered(credentials);
        scene.requireTwin(credentials);
        new Door(judge, with.profile().requirement("KID"))
                .letsIn(
                        scene.creates(AuthorizationScene.bearer(
                                scene.token(credentials, keys.get(1)).signed())),
                        "a request with a token signed by the second key of the set, whose kid it names,");
    }

    @Case(
            value = "TOKEN-KEY-ROTATED",
            title = "With {0}, an update of the registration replaces the key",
            stimulus =
                    "The control plane registers with one key, and then with another one in its place. New flows are asked"
                            + " for with tokens signed by the new and by the old key.",
            expected = "A success with the new key; HTTP 401, 403 or 404 with the old one.",
            fix = "Replace the keys with the registration, cached ones as well.")
    @Verifies(ROTATION)
    @Rows("signed")
    void updateReplacesTheKey(Authorization with, AuthorizationScene scene, Judge judge) {
        var member = with.profile().keys().get(0);
        var old = scene.fresh(with.profile(), member, List.of(scene.keys().first()));
        scene.isRegistered(old);
        scene.requireTwin(old);
        scene.requireVerified(old);
        var rotated = scene.fresh(with.profile(), member, List.of(scene.keys().second()));
        scene.isRegistered(rotated);
        var door = new Door(judge, ROTATION);
        door.letsIn(
                scene.creates(AuthorizationScene.bearer(
                        scene.token(rotated, scene.keys().second()).signed())),
                "after the update, a request with a token signed by the new key");
        door.keepsOut(
                scene.creates(AuthorizationScene.bearer(
                        scene.token(rotated, scene.keys().first()).signed())),
                "after the update, a request with a token signed by the old key",
                0);
    }

    static Stream<Row> deliveries(Edition edition) {
        return profiles(edition).flatMap(with -> Stream.concat(
                        with.profile().keys().stream(),
                        with.profile().isBrokered() ? Stream.empty() : Stream.of(NOWHERE))
                .map(keysIn -> Row.of(with, keysIn).verifying(delivery(with.profile(), keysIn))));
    }

    static Stream<Row> forgeries(Edition edition) {
        return profiles(edition).flatMap(with -> Forgery.of(with.profile())
                .map(forgery -> Row.of(with, forgery).verifying(with.profile().requirement(forgery.rest()))));
    }

    static Stream<Row> operations(Edition edition) {
        return profiles(edition).flatMap(with -> edition.operations().values().stream()
                .map(operation -> Row.of(with, operation).verifying(required(with.profile()))));
    }

    static Stream<Row> kids(Edition edition) {
        return profiles(edition)
                .filter(with -> !with.profile().keys().isEmpty())
                .map(with -> Row.of(with).verifying(with.profile().requirement("KID")));
    }

    static Stream<Row> signed(Edition edition) {
        return profiles(edition)
                .filter(with -> !with.profile().keys().isEmpty())
                .map(Row::of);
    }

    private static Stream<Authorization> profiles(Edition edition) {
        return edition.authorization().values().stream()
                .filter(AuthorizationProfile::judgesTokens)
                .map(profile -> new Authorization(profile, AuthorizationUse.REQUESTS));
    }

    private static String required(AuthorizationProfile profile) {
        return profile.requirement(profile.isBrokered() ? "VALIDATION" : "CLAIMS");
    }

    private static String delivery(AuthorizationProfile profile, String keysIn) {
        return switch (keysIn) {
            case NOWHERE -> profile.requirement("NO-JWKS");
            case "jwks" -> profile.requirement("JWKS");
            default -> profile.requirement(profile.isBrokered() ? "JWKS-CACHE" : "JWKS-URI");
        };
    }
}
