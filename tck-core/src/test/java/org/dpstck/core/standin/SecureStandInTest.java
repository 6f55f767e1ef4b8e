package org.dpstck.core.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.dpstck.core.exchange.WireLimits;
import org.dpstck.core.sut.CallbackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One port that speaks HTTP and HTTPS, and a wire that takes its certificate. */
class SecureStandInTest {

    private final HttpWire wire = HttpWire.toNamedEndpoints(
            WireLimits.of(Duration.ofSeconds(5), Duration.ofSeconds(10)), new Redactor(List.of()), new ExchangeIds());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void anEndpointIsServedInTheClearAndOverTls() {
        try (var standIn =
                StandIn.start(CallbackSettings.defaults(), true, new Redactor(List.of()), new ExchangeIds())) {
            var endpoint = standIn.serve(new Journal(), arrival -> Served.json(200, "{}"));

            assertThat(get(endpoint.url() + "/a").status()).isEqualTo(200);
            assertThat(get(endpoint.secureUrl() + "/b?c=d").status()).isEqualTo(200);

            assertThat(endpoint.secureUrl()).startsWith("https://");
            assertThat(endpoint.arrivals())
                    .extracting(arrival -> arrival.exchange().request().url())
                    .containsExactly(endpoint.url() + "/a", endpoint.secureUrl() + "/b?c=d");
        }
    }

    @Test
    void aRetrievalIsAnsweredWhereverItsPathBegins() {
        try (var standIn =
                StandIn.start(CallbackSettings.defaults(), false, new Redactor(List.of()), new ExchangeIds())) {
            standIn.answer("/transfers/[^/]+/agreement", "{\"@type\": \"Agreement\"}");

            assertThat(get(standIn.address() + "/callbacks/x/transfers/1/agreement")
                            .text())
                    .contains("Agreement");
        }
    }

    @Test
    void tlsToAPortThatDoesNotSpeakItIsToldAsSuch() {
        try (var standIn =
                StandIn.start(CallbackSettings.defaults(), false, new Redactor(List.of()), new ExchangeIds())) {
            assertThat(get(StandIn.secure(standIn.address())).failure().kind()).isEqualTo(WireFailure.Kind.TLS);
        }
    }

    private Reply get(String url) {
        return wire.send(new Journal(), "test", new Outgoing("GET", url, null, null));
    }
}
