package org.dpstck.core.exchange;

import static io.restassured.RestAssured.given;

import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Sends requests to the system under test with REST Assured, within limits, and records them.
 *
 * <p>Redirects are answers, not something to follow; nothing is retried, decoded or added behind the caller's back. May be
 * used by several threads.
 */
public final class HttpWire implements AutoCloseable {

    private final WireLimits limits;
    private final Map<String, String> headers;
    private final Redactor redactor;
    private final ExchangeIds ids;
    private final ScheduledExecutorService deadlines;
    private final RestAssuredConfig config;

    /**
     * Opens a wire.
     *
     * @param headers sent with every request, besides Content-Type
     */
    public HttpWire(WireLimits limits, Map<String, String> headers, Redactor redactor, ExchangeIds ids) {
        this.limits = limits;
        this.headers = Map.copyOf(headers);
        this.redactor = redactor;
        this.ids = ids;
        this.deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "dps-tck-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        var client = BoundedClients.create(limits, deadlines);
        this.config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .sslConfig(SSLConfig.sslConfig());
    }

    /** Sends a request, keeps the exchange in the journal and returns what came back, if anything. */
    public Reply send(Journal journal, String purpose, Outgoing outgoing) {
        var filter = new RecordingFilter(ids.next(), purpose, outgoing, limits, redactor);
        var at = Instant.now();
        Reply reply;
        try {
            specification(outgoing).filter(filter).request(outgoing.method(), outgoing.url());
            reply = filter.reply();
        } catch (Exception e) { // REST Assured lets checked exceptions through undeclared.
            reply = filter.failed(at, sentHeaders(outgoing), WireFailures.of(e, limits));
        }
        journal.add(reply.exchange());
        return reply;
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }

    private RequestSpecification specification(Outgoing outgoing) {
        var specification = given().config(config).urlEncodingEnabled(false).headers(headers);
        if (outgoing.contentType() != null) {
            specification.header("Content-Type", outgoing.contentType());
        }
        if (outgoing.body() != null) {
            specification.body(outgoing.body().getBytes(StandardCharsets.UTF_8));
        }
        return specification;
    }

    private List<Header> sentHeaders(Outgoing outgoing) {
        var sent = new java.util.ArrayList<Header>();
        headers.forEach((name, value) -> sent.add(new Header(name, value)));
        if (outgoing.contentType() != null) {
            sent.add(new Header("Content-Type", outgoing.contentType()));
        }
        return sent;
    }
}
