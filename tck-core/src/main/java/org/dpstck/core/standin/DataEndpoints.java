package org.dpstck.core.standin;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The far ends of the wire: a sink that swallows what a provider pushes, a source that a consumer may pull from.
 *
 * <p>Neither ends a transfer before its flow is released, so that a data plane which really moves data does not complete
 * the flow under a case that needs it STARTED. They give up holding after two seconds: a data plane that moves its data
 * before it answers must not hang. Neither keeps a byte.
 */
final class DataEndpoints implements AutoCloseable {

    static final String SINK = "/sink/";
    static final String SOURCE = "/source/";

    private static final long LONGEST_HOLD_MILLIS = 2000;
    /** More exchanges than this are not held: a system may begin any number. */
    private static final int MOST_HELD = 200;

    private static final byte[] FIRST_BYTES = "dps-tck\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger holding = new AtomicInteger();
    private final Map<String, List<Held>> held = new ConcurrentHashMap<>();

    boolean handle(Request request, Response response, Callback callback) {
        var path = Request.getPathInContext(request);
        if (path.contains(SINK)) {
            Content.Source.consumeAll(
                    request, Callback.from(() -> hold(request, key(path, SINK), callback), callback::failed));
            return true;
        }
        if (path.contains(SOURCE)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
            response.write(
                    false,
                    ByteBuffer.wrap(FIRST_BYTES),
                    Callback.from(() -> hold(request, key(path, SOURCE), callback), callback::failed));
            return true;
        }
        return false;
    }

    void release(String key) {
        var waiting = held.remove(key);
        if (waiting != null) {
            waiting.forEach(this::letGo);
        }
    }

    @Override
    public void close() {
        held.keySet().forEach(this::release);
    }

    private void hold(Request request, String key, Callback callback) {
        var exchange = new Held(key, callback, new AtomicBoolean());
        if (holding.incrementAndGet() > MOST_HELD) {
            letGo(exchange);
            return;
        }
        // Each step is atomic with the release of the same key, and nothing that has ended is kept.
        held.compute(key, (same, waiting) -> {
            var longer = waiting == null ? new ArrayList<Held>() : waiting;
            longer.add(exchange);
            return longer;
        });
        request.getComponents().getScheduler().schedule(() -> forget(exchange), LONGEST_HOLD_MILLIS, MILLISECONDS);
    }

    private void forget(Held exchange) {
        held.computeIfPresent(exchange.key(), (same, waiting) -> {
            waiting.remove(exchange);
            return waiting.isEmpty() ? null : waiting;
        });
        letGo(exchange);
    }

    private void letGo(Held exchange) {
        if (exchange.gone().compareAndSet(false, true)) {
            holding.decrementAndGet();
            exchange.callback().succeeded();
        }
    }

    /** An exchange that waits for its end. */
    private record Held(String key, Callback callback, AtomicBoolean gone) {}

    private static String key(String path, String prefix) {
        return path.substring(path.indexOf(prefix) + prefix.length());
    }
}
