package org.dpstck.reference.controlplane.send;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.wire.Outbound;

/**
 * Sends messages and waits for the answer.
 *
 * <p>A 5xx answer or a broken connection is tried again, three times in all, with the same message. A 4xx answer is
 * final: the receiver has understood and does not want it. A time-out is final too, since the message may have
 * arrived; where data planes de-duplicate requests, one to them is sent again all the same.
 */
public final class Sender {

    private static final int ATTEMPTS = 3;
    /** How often a fault may try that knows no end, so that it ends all the same. */
    private static final int MANY_ATTEMPTS = 12;

    /** How long a fault waits that takes silence for an answer. */
    private static final Duration IMPATIENCE = Duration.ofMillis(600);

    private static final Duration BACKOFF = Duration.ofMillis(100);
    private static final Duration LONG_BACKOFF = Duration.ofMillis(900);

    private final Outbound outbound;
    private final SignalCredentials credentials;
    private final ControlHooks hooks;
    private final Duration limit;
    private final boolean deduplicated;

    /** Sends through {@code outbound}, and waits no longer than {@code limit} for an answer. */
    public Sender(
            Outbound outbound,
            SignalCredentials credentials,
            ControlHooks hooks,
            Duration limit,
            boolean deduplicated) {
        this.outbound = outbound;
        this.credentials = credentials;
        this.hooks = hooks;
        this.limit = limit;
        this.deduplicated = deduplicated;
    }

    /**
     * Sends a message until it is answered.
     *
     * @throws IOException if nobody can be reached, or no answer comes in time
     */
    public Reply send(Outgoing message) throws IOException {
        List<Outgoing> all = hooks.sending(message);
        Duration pace = hooks.pace(message);
        if (!pace.isZero()) {
            pause(pace);
        }
        Reply first = null;
        for (Outgoing each : all) {
            Reply reply = insist(each);
            first = first == null ? reply : first;
        }
        // A message that a fault has swallowed was taken, as far as this control plane knows.
        return first == null ? new Reply(200, "{}") : first;
    }

    private Reply insist(Outgoing first) throws IOException {
        Outgoing message = first;
        int most = hooks.keeps(ControlRule.RETRIES_END) ? ATTEMPTS : MANY_ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == most || !hooks.keeps(ControlRule.RETRIES);
            try {
                Reply reply = attempt(message);
                if (last || !isTemporary(reply)) {
                    return reply;
                }
            } catch (HttpTimeoutException mayHaveArrived) {
                if (last || !deduplicated || !message.kind().isForDataPlane()) {
                    throw mayHaveArrived;
                }
            } catch (IOException broken) {
                if (last) {
                    throw broken;
                }
            }
            Duration backoff = hooks.keeps(ControlRule.RETRIES_SOON) ? BACKOFF : LONG_BACKOFF;
            pause(backoff.multipliedBy(Math.min(attempt, ATTEMPTS)));
            message = again(message);
        }
    }

    private Outgoing again(Outgoing message) {
        return deduplicated && message.kind().isForDataPlane() ? hooks.repeated(message) : message;
    }

    private boolean isTemporary(Reply reply) {
        boolean no = reply.status() >= 400 && reply.status() < 500;
        return reply.status() >= 500 || no && !hooks.keeps(ControlRule.TAKES_NO_FOR_AN_ANSWER);
    }

    private Reply attempt(Outgoing message) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = answer(message);
        try {
            // The limit covers the body, which the client's own does not.
            HttpResponse<String> arrived = answer.get(patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(arrived.statusCode(), arrived.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + patience().toMillis() + " ms");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException broken ? broken : new IOException(failure.getCause());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new HttpTimeoutException("the control plane is being closed");
        }
    }

    private Duration patience() {
        return hooks.keeps(ControlRule.HAS_PATIENCE) ? limit : IMPATIENCE;
    }

    private CompletableFuture<HttpResponse<String>> answer(Outgoing message) throws IOException {
        try {
            return outbound.client()
                    .sendAsync(request(message, credentials.headers(message.target())), BodyHandlers.ofString());
        } catch (RejectedExecutionException closing) {
            throw new HttpTimeoutException("the control plane is being closed");
        }
    }

    private HttpRequest request(Outgoing message, Map<String, String> headers) {
        HttpRequest.Builder builder = outbound.request(message.target());
        headers.forEach(builder::header);
        if (message.body().isEmpty()) {
            return builder.method(message.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", message.mediaType())
                .method(message.method(), BodyPublishers.ofString(message.body()))
                .build();
    }

    private void pause(Duration time) throws IOException {
        try {
            outbound.after(time).get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new HttpTimeoutException("the control plane is being closed");
        } catch (ExecutionException impossible) {
            throw new IOException(impossible.getCause());
        }
    }
}
