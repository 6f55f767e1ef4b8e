package org.dpstck.core.sut;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.dpstck.core.exchange.Outgoing;

/** Sends HTTP triggers: one request, no redirects, an answer of bounded size within a bounded time. */
final class HttpCall {

    private static final int CONFLICT = 409;
    private static final int SHOWN = 200;

    private final Timeouts timeouts;
    private HttpClient client;

    HttpCall(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /**
     * Sends the request of a trigger.
     *
     * @return what was sent and answered, and the id of the transfer that the answer tells
     * @throws TriggerFailedException when the answer is not in the 2xx class, or there is none in time
     */
    TriggerOutcome send(HttpTrigger trigger, Map<String, String> values) {
        var request = request(trigger, values);
        var what = trigger.method() + " " + Secrets.url(request.uri().toString());
        var response = answer(what, request);
        if (response.statusCode() / 100 != 2) {
            var headers = Trees.mapValues(trigger.headers(), value -> Templates.fill(value, values));
            throw new TriggerFailedException(
                    "%s answered %d, not 2xx%s".formatted(what, response.statusCode(), reason(headers, response)),
                    response.statusCode() == CONFLICT);
        }
        var transfer = trigger.transfer().map(pointer -> told(what, pointer, response.body()));
        return new TriggerOutcome(
                what + " → " + response.statusCode(),
                transfer.orElse(null),
                new TriggerOutcome.Call(sent(trigger, values), response.statusCode(), response.body()));
    }

    /** The request of a trigger, as the report has it. */
    static Outgoing sent(HttpTrigger trigger, Map<String, String> values) {
        var body = TriggerBody.of(trigger, values);
        var headers = new LinkedHashMap<>(Trees.mapValues(trigger.headers(), it -> Templates.fill(it, values)));
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("content-type"));
        return new Outgoing(
                trigger.method(),
                Urls.absolute(Templates.fillUrl(trigger.url(), values)).toString(),
                body.map(TriggerBody::mediaType).orElse(null),
                body.map(TriggerBody::text).orElse(null),
                headers);
    }

    private static String told(String what, String pointer, String body) {
        return Json.at(body, pointer)
                .orElseThrow(() -> new TriggerFailedException("%s answered no text at %s, where transferId points: %s"
                        .formatted(what, pointer, Texts.cut(body, SHOWN))));
    }

    private HttpRequest request(HttpTrigger trigger, Map<String, String> values) {
        var body = TriggerBody.of(trigger, values);
        try {
            var request = HttpRequest.newBuilder(Urls.absolute(Templates.fillUrl(trigger.url(), values)))
                    .timeout(timeouts.request())
                    .method(
                            trigger.method(),
                            body.map(TriggerBody::text)
                                    .map(BodyPublishers::ofString)
                                    .orElseGet(BodyPublishers::noBody));
            body.ifPresent(content -> request.setHeader("Content-Type", content.mediaType()));
            trigger.headers().forEach((name, value) -> request.setHeader(name, Templates.fill(value, values)));
            return request.build();
        } catch (IllegalArgumentException wrong) {
            // The values come from the system, so a good template can still become a bad request.
            throw new TriggerFailedException(
                    trigger.describe() + " cannot be sent with the values of this flow: "
                            + Texts.shown(wrong.getMessage()),
                    wrong);
        }
    }

    private HttpResponse<String> answer(String what, HttpRequest request) {
        var pending = client().sendAsync(request, answer -> new BoundedBody());
        try {
            // The request's own time-out ends with the headers; a body may drip for ever.
            return pending.get(timeouts.request().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new TriggerFailedException(what + ": no complete answer within " + limit(), late);
        } catch (ExecutionException failed) {
            throw new TriggerFailedException(what + ": " + why(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TriggerFailedException(what + ": interrupted, because the run is ending", stopped);
        } finally {
            cancel(pending);
        }
    }

    private static void cancel(CompletableFuture<?> pending) {
        if (!pending.isDone()) {
            pending.cancel(true);
        }
    }

    private String why(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return "no connection within " + Durations.format(timeouts.connect());
        }
        if (failure instanceof HttpTimeoutException) {
            return "no complete answer within " + limit();
        }
        if (failure instanceof ConnectException) {
            return failure.getCause() instanceof UnresolvedAddressException
                            || failure.getCause() != null
                                    && failure.getCause().getCause() instanceof UnresolvedAddressException
                    ? "the host is unknown; check the URL of the trigger"
                    : "nothing listens there; check the URL of the trigger";
        }
        // Now and then the client tells of the connection that ends because of it, with what TLS says as the cause.
        var tls = failure.getCause() instanceof SSLException ? failure.getCause() : failure;
        if (tls instanceof SSLException) {
            return "no TLS connection (" + Texts.shown(String.valueOf(tls.getMessage())) + ")";
        }
        return failure instanceof IOException
                ? "the connection broke (" + Texts.shown(String.valueOf(failure.getMessage())) + ")"
                : failure.toString();
    }

    private String limit() {
        return Durations.format(timeouts.request()) + " (timeouts.request)";
    }

    private static String reason(Map<String, String> sent, HttpResponse<String> response) {
        if (response.statusCode() / 100 == 3) {
            return ": redirects are not followed; use the final URL";
        }
        var body = Texts.cut(Secrets.without(sent, response.body()), SHOWN);
        return body.isEmpty() ? "" : ": " + body;
    }

    /** Made on first use: a run without HTTP triggers needs none. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeouts.connect())
                    .build();
        }
        return client;
    }
}
