package org.dpstck.dataplane.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Authorization;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.AuthorizationScene;
import org.dpstck.dataplane.token.SigningKeys;
import org.junit.jupiter.api.parallel.Isolated;

/** §Authorization Profiles: what a registration says of its profile. */
@Isolated("the registration of the control plane concerns every flow")
public final class AuthorizationObjectCases {

    private static final String INLINE = "EXCHANGE-NO-INLINE-JWKS";
    private static final String ACTOR = "EXCHANGE-ACT";
    private static final String TYPE = "type";
    private static final int INCOMPLETE = 170;

    @Case(
            value = "AUTHORIZATION-ACCEPTED",
            title = "A registration with {0} is accepted",
            stimulus = "The control plane updates its registration with the profile and everything that it requires.",
            expected = "A success.",
            fix = "Store what the profile requires; leave the profile out of capabilities if it is not supported.")
    @Verifies("{requirement}")
    @Rows("profiles")
    void profileIsAccepted(AuthorizationProfile profile, AuthorizationScene scene) {
        scene.registers(scene.fresh(profile)).isAccepted(profile.requirement("OBJECT"), "with " + profile);
    }

    @Case(
            value = "AUTHORIZATION-INCOMPLETE",
            title = "A registration with {0} that lacks {1} is refused",
            stimulus =
                    "A registration with the profile was accepted. Then a new control plane registers with the same profile"
                            + " and leaves out a member that it requires.",
            expected = "HTTP 4xx; a success draws a warning.",
            fix = "Check each member that the table of the profile requires.")
    @Verifies("{requirement}")
    @Rows("members")
    void incompleteProfileIsRefused(AuthorizationProfile profile, String member, AuthorizationScene scene) {
        var credentials = scene.fresh(profile);
        var plane = scene.spare();
        scene.isRegistered(credentials);
        var entry = new LinkedHashMap<>(credentials.entry());
        entry.remove(member);
        plane.registers(scene.message(plane, entry))
                .shouldBeRefused(profile.requirement("OBJECT"), INCOMPLETE, "with " + profile + " without " + member);
    }

    @Case(
            value = "EXCHANGE-INLINE-KEY",
            title = "A key that stands in the registration of a broker is not used",
            stimulus =
                    "The control plane registers with a key in jwks besides the jwksUri that serves another one. A token"
                            + " signed by the key that jwksUri serves was let in; then one signed by the other is sent.",
            expected = "Either the registration or the token is refused.",
            fix = "Refuse jwks in this profile, or ignore it; take keys from jwksUri alone.")
    @Verifies(INLINE)
    @Rows("inline")
    void inlineKeyIsNotUsed(Authorization with, AuthorizationScene scene, Judge judge) {
        var keys = scene.keys();
        var credentials = scene.fresh(with.profile());
        scene.isRegistered(credentials);
        scene.requireTwin(credentials);
        scene.requireVerified(credentials);
        var entry = new LinkedHashMap<>(credentials.entry());
        entry.put("jwks", SigningKeys.publicSet(List.of(keys.second())));
        if (scene.registers(credentials, entry).succeeded()) {
            new Door(judge, INLINE)
                    .keepsOut(
                            scene.creates(AuthorizationScene.bearer(
                                    scene.token(credentials, keys.second()).signed())),
                            "a request with a token signed by an inline key",
                            0);
        }
    }

    @Case(
            value = "EXCHANGE-ACTOR",
            title = "The actor that a broker's token names decides nothing",
            stimulus =
                    "A good token was let in. Then the same with an act claim of a workload that nobody knows is sent.",
            expected = "A success.",
            fix = "Leave act to the audit log.")
    @Verifies(ACTOR)
    @Rows("acting")
    void actorDecidesNothing(Authorization with, AuthorizationScene scene, Judge judge) {
        var credentials = scene.fresh(with.profile());
        scene.isRegistered(credentials);
        scene.requireTwin(credentials);
        var token = scene.token(credentials, scene.keys().first())
                .with("act", Map.of("sub", "system:serviceaccount:dps-tck:nobody"));
        new Door(judge, ACTOR)
                .letsIn(
                        scene.creates(AuthorizationScene.bearer(token.signed())),
                        "a request with a good token and an act claim of a workload that nobody knows");
    }

    static Stream<Row> profiles(Edition edition) {
        return edition.authorization().values().stream().map(profile -> needing(profile, Row.of(profile)));
    }

    static Stream<Row> members(Edition edition) {
        return edition.authorization().values().stream().flatMap(profile -> profile.sends().keySet().stream()
                .filter(member -> !TYPE.equals(member))
                .map(member -> needing(profile, Row.of(profile, member))));
    }

    static Stream<Row> inline(Edition edition) {
        return edition.asks(INLINE) ? brokered(edition) : Stream.empty();
    }

    static Stream<Row> acting(Edition edition) {
        return edition.asks(ACTOR) ? brokered(edition) : Stream.empty();
    }

    private static Row needing(AuthorizationProfile profile, Row row) {
        return row.verifying(profile.requirement("OBJECT"))
                .needing(Capability.REGISTRATION, Capability.parse(profile.capability()));
    }

    private static Stream<Row> brokered(Edition edition) {
        return edition.authorization().values().stream()
                .filter(AuthorizationProfile::isBrokered)
                .map(profile -> Row.of(new Authorization(profile, AuthorizationUse.REQUESTS)));
    }
}
