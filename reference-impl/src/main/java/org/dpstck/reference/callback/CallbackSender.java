package org.dpstck.reference.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.authorization.CallbackCredentials;
import org.dpstck.reference.authorization.Scheme;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.wire.Outbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends callbacks, those of one flow strictly one after the other.
 *
 * <p>A 5xx answer or a broken connection is tried again, three times in all. A 4xx answer is final: the control plane
 * has understood and does not want it. A time-out is final too, since the message may have arrived.
 */
public final class CallbackSender {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final int ATTEMPTS = 3;
    private static final Duration BACKOFF = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Outbound outbound;
    private final CallbackCredentials credentials;
    private final Map<DataFlow, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();

    /** Sends through {@code outbound}, with credentials where the control plane has registered some. */
    public CallbackSender(Outbound outbound, CallbackCredentials credentials) {
        this.outbound = outbound;
        this.credentials = credentials;
    }

    /** Queues a callback behind the earlier ones of its flow; never blocks and never throws. */
    public void send(Callback callback) {
        tails.compute(callback.flow(), (flow, tail) -> {
            CompletableFuture<Void> before = tail == null ? CompletableFuture.completedFuture(null) : tail;
            return before.thenComposeAsync(done -> outbound.after(callback.delay()), outbound.workers())
                    .thenCompose(due -> credentials(callback))
                    .thenCompose(headers -> attempt(callback, headers, 1))
                    .exceptionally(failure -> {
                        LOG.debug("callback {} was not delivered: {}", callback.target(), failure.getMessage());
                        return null;
                    });
        });
    }

    /** Without its credentials a callback is not sent: the control plane would not take it. */
    private CompletableFuture<Map<String, String>> credentials(Callback callback) {
        Optional<Scheme> scheme = credentials.scheme(callback.target());
        if (scheme.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return credentials.headers(scheme.get());
                    } catch (IOException notGranted) {
                        throw new UncheckedIOException(notGranted);
                    }
                },
                outbound.workers());
    }

    private CompletableFuture<Void> attempt(Callback callback, Map<String, String> headers, int number) {
        return outbound.client()
                .sendAsync(request(callback, headers), BodyHandlers.discarding())
                .handle((answer, failure) -> shouldRetry(answer, failure) && number < ATTEMPTS)
                .thenCompose(again -> again
                        ? outbound.after(BACKOFF.multipliedBy(number))
                                .thenCompose(due -> attempt(callback, headers, number + 1))
                        : CompletableFuture.completedFuture(null));
    }

    private static boolean shouldRetry(HttpResponse<Void> answer, Throwable failure) {
        if (failure == null) {
            return answer.statusCode() >= 500;
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof IOException && !(cause instanceof HttpTimeoutException);
    }

    private HttpRequest request(Callback callback, Map<String, String> headers) {
        HttpRequest.Builder builder = outbound.request(callback.target()).timeout(LIMIT);
        headers.forEach(builder::header);
        if (callback.body().isEmpty()) {
            return builder.method(callback.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", callback.mediaType())
                .method(callback.method(), BodyPublishers.ofString(callback.body()))
                .build();
    }
}
