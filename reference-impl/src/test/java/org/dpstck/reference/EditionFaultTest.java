package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.dpstck.reference.CallbackInbox.Arrival;
import org.dpstck.reference.TestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults and variants in the editions that they were not written for. */
class EditionFaultTest extends EditionTest {

    private TestClient faulty(String edition, String fault) {
        assertThat(Faults.byId(fault).orElseThrow().editions()).contains(edition);
        return plane(options(edition).withFaults(fault));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void spoilsStatusCodesEverywhere(String edition) {
        assertThat(faulty(edition, "PREPARE-201").prepare(push(edition)).status())
                .isEqualTo(201);
        Reply started = faulty(edition, "START-STATE-MISSING").start(pull(edition));
        assertThat(started.json().has("state")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void acceptsAForbiddenAddress(String edition) {
        TestClient client = faulty(edition, "START-ACCEPTS-PULL-DATA-ADDRESS");
        assertThat(client.start(pull(edition).to("http://a.example", "fake")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void acceptsMissingMembersAndDuplicates(String edition) {
        TestClient lenient = faulty(edition, "PREPARE-ACCEPTS-MISSING-AGREEMENT-ID");
        assertThat(lenient.prepare(push(edition).without("agreementId")).status())
                .isEqualTo(200);
        TestClient forgetful = faulty(edition, "START-DUPLICATE-NEW-FLOW");
        Message message = pull(edition);
        assertThat(forgetful.start(message).status()).isEqualTo(200);
        assertThat(forgetful.start(message).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"2025-08", "1.0-RC1", "1.0-RC2", "1.0-RC3"})
    void spoilsCallbacks(String edition) {
        TestClient client = faulty(edition, "PREPARED-CALLBACK-STATE-MISSING");
        client.prepare(push(edition).answering("async"));
        Arrival arrival = inbox.await();
        assertThat(arrival.json().has("state")).isFalse();
    }

    @Test
    void givesResponsesAnotherFormInRc3() {
        TestClient client = plane(options("1.0-RC3").withVariants("EMPTY-ERROR"));
        Reply reply = client.prepare(push("1.0-RC3"));
        assertThat(reply.json().path("error").isString()).isTrue();
    }
}
