package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;
import org.junit.jupiter.api.Test;

class AuthorizationSettingsTest {

    private static final AuthorizationProfile PROFILE = new AuthorizationProfile(
            "key", "api-key", "§", "#", Map.of("type", "key"), Set.of(AuthorizationUse.CALLBACKS), List.of(), null);

    @Test
    void theEditionReadsTheDirectionUnlessItIsTold() {
        var untold = Given.url().load().authorization();
        assertThat(untold).isEqualTo(AuthorizationSettings.defaults());
        assertThat(untold.uses(PROFILE, AuthorizationUse.CALLBACKS)).isTrue();
        assertThat(untold.uses(PROFILE, AuthorizationUse.REQUESTS)).isFalse();

        var told =
                Given.url().option("authorization.direction", "Requests").load().authorization();
        assertThat(told.uses(PROFILE, AuthorizationUse.CALLBACKS)).isFalse();
        assertThat(told.uses(PROFILE, AuthorizationUse.REQUESTS)).isTrue();

        var both = Given.url().option("authorization.direction", "both").load().authorization();
        assertThat(both.direction()).containsExactlyInAnyOrder(AuthorizationUse.values());
    }

    @Test
    void keysAreOfOneKindOrTheOther() {
        assertThat(Given.url().load().authorization().keys()).isEqualTo(KeyType.RSA);
        assertThat(Given.url()
                        .option("authorization.keys", "EC")
                        .load()
                        .authorization()
                        .keys())
                .isEqualTo(KeyType.EC);
        assertThat(Given.url().option("authorization.keys", "dsa").problem())
                .isEqualTo("authorization.keys: 'dsa' is no kind of keys (option --authorization-keys); use rsa, ec");
    }
}
