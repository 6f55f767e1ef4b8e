package org.dpstck.core.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.edition.Registration.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The registration of control planes as editions describe it. */
class RegistrationTest {

    static Stream<Edition> editions() {
        var editions = new Editions();
        return editions.ids().stream().map(editions::load).filter(edition -> edition.registered()
                .isPresent());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyEditionSaysHowARegistrationBeginsChangesAndEnds(Edition edition) {
        var registration = edition.registered().orElseThrow();

        assertThat(registration.create().addressesOne()).isFalse();
        assertThat(registration.delete().addressesOne()).isTrue();
        assertThat(registration.updating()).isEqualTo(registration.ownUpdate().orElse(registration.create()));
        assertThat(registration.id().required())
                .isEqualTo(edition.message(registration.message())
                        .required()
                        .contains(registration.id().members().get(0)));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void whatRegistersIsValidByItsSchemaWithAndWithoutAuthorization(Edition edition) {
        var message = edition.message(edition.registered().orElseThrow().message());
        var plain = JsonMapper.builder().build().createObjectNode();
        message.sends().forEach((member, value) -> plain.put(member, (String) value));
        var schemas = new MessageSchemas(edition);

        assertThat(schemas.validate(message.name(), plain)).isEmpty();
        for (var form : Form.values()) {
            plain.set("authorization", JsonMapper.builder().build().valueToTree(form.holding(Map.of("type", "x"))));
            assertThat(schemas.validate(message.name(), plain).isEmpty())
                    .as("%s", form)
                    .isEqualTo(form == edition.registered().orElseThrow().authorization());
        }
    }

    @Test
    void theSystemMayHaveItsOwnPaths() {
        var editions = new Editions();
        var registration = editions.load(editions.defaultId()).registered().orElseThrow();
        var item = "/participants/7/planes/" + Registration.ID;

        var moved = registration.at("/participants/7/planes", item);

        assertThat(moved.create().line()).isEqualTo("POST /participants/7/planes");
        assertThat(moved.updating().line()).isEqualTo("PUT " + item);
        assertThat(moved.delete().line()).isEqualTo("DELETE " + item);
        assertThat(registration.at(null, null)).isEqualTo(registration);
    }
}
