package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccessSettingsTest {

    @Test
    void everyMarkerIsATextOfItsOwn() {
        var marked = new AccessSettings(null, null, "/{marker}?asked={marker}")
                .marked()
                .orElseThrow();

        assertThat(marked.markers()).hasSize(2).doesNotHaveDuplicates();
        assertThat(marked.below())
                .isEqualTo("/" + marked.markers().get(0) + "?asked="
                        + marked.markers().get(1));
    }

    @Test
    void withoutARequestNothingIsMarked() {
        assertThat(AccessSettings.defaults().marked()).isEmpty();
        assertThat(AccessSettings.defaults().endless()).isEmpty();
    }

    @Test
    void aRequestThatShowsNothingIsRefused() {
        assertThat(AccessSettings.request("?a={marker}")).isEqualTo("?a={marker}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.request("/path"))
                .withMessageContaining("{marker}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.request("path/{marker}"))
                .withMessageContaining("neither");
    }
}
