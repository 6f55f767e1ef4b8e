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
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The far ends of the wire: a sink that swallows what a provider pushes, a source that a consumer may pull from; and the
 * data behind a provider: a stream that a push hands on, and an asset that a pull gives out at once.
 *
 * <p>Neither sink nor source ends a transfer before its flow is released, so that a data plane which really moves data does not complete
 * the flow under a case that needs it STARTED. They give up holding after two seconds: a data plane that moves its data
 * before it answers must not hang. Neither keeps a byte.
 */
final class DataEndpoints implements AutoCloseable {

    static final String SINK = "/sink/";
    static final String SOURCE = "/source/";
    static final String STREAM = "/stream/";
    static final String ASSET = "/asset/";

    private static final long LONGEST_HOLD_MILLIS = 2000;
    private static final long BEAT_MILLIS = 100;
    /** Pieces of a stream, a beat apart: ten minutes, lest a stream end by itself while somebody waits for a system to end it. */
    private static final int LONGEST_STREAM = 6000;
    /** More than what lies between source and reader is wont to hold back. */
    private static final int PIECE_OF_STREAM = 1 << 16;
    /** More exchanges than this are not held: a system may begin any number. */
    private static final int MOST_HELD = 200;

    private static final byte[] FIRST_BYTES = "dps-tck\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PIECE =
            "dps-tck\n".repeat(PIECE_OF_STREAM / FIRST_BYTES.length).getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger holding = new AtomicInteger();
    private final Map<String, List<Held>> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> streams = new ConcurrentHashMap<>();

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
        if (path.contains(STREAM)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
            if (HttpMethod.GET.is(request.getMethod())) {
                stream(request, response, key(path, STREAM), callback);
            } else { // It asks what there is, and does not take it.
                response.write(true, BufferUtil.EMPTY_BUFFER, callback);
            }
            return true;
        }
        if (path.contains(ASSET)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
            Content.Sink.write(response, true, "dps-tck " + key(path, ASSET) + query(request), callback);
            return true;
        }
        return false;
    }

    private void stream(Request request, Response response, String key, Callback callback) {
        streams.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet();
        response.write(
                false,
                ByteBuffer.wrap(PIECE),
                Callback.from(() -> drip(request, response, begin(key, callback), LONGEST_STREAM), callback::failed));
    }

    /** One more piece of a stream, until it is let go, its reader has gone, or it has lasted long enough. */
    private void drip(Request request, Response response, Held exchange, int pieces) {
        request.getComponents()
                .getScheduler()
                .schedule(
                        () -> {
                            if (pieces == 0) {
                                forget(exchange);
                            } else if (!exchange.gone().get()) {
                                response.write(
                                        false,
                                        ByteBuffer.wrap(PIECE),
                                        Callback.from(
                                                () -> drip(request, response, exchange, pieces - 1),
                                                gone -> forget(exchange)));
                            }
                        },
                        BEAT_MILLIS,
                        MILLISECONDS);
    }

    private static String query(Request request) {
        var query = request.getHttpURI().getQuery();
        return query == null ? "" : "?" + query;
    }

    /** How often a stream was asked for before its flow was released. */
    int streams(String key) {
        var begun = streams.get(key);
        return begun == null ? 0 : begun.get();
    }

    void release(String key) {
        streams.remove(key);
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
        var exchange = begin(key, callback);
        request.getComponents().getScheduler().schedule(() -> forget(exchange), LONGEST_HOLD_MILLIS, MILLISECONDS);
    }

    private Held begin(String key, Callback callback) {
        var exchange = new Held(key, callback, new AtomicBoolean());
        if (holding.incrementAndGet() > MOST_HELD) {
            letGo(exchange);
            return exchange;
        }
        // Each step is atomic with the release of the same key, and nothing that has ended is kept.
        held.compute(key, (same, waiting) -> {
            var longer = waiting == null ? new ArrayList<Held>() : waiting;
            longer.add(exchange);
            return longer;
        });
        return exchange;
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
        var below = path.substring(path.indexOf(prefix) + prefix.length());
        // A source may be asked with a slash more, or for something below it.
        return prefix.equals(STREAM) && below.indexOf('/') >= 0 ? below.substring(0, below.indexOf('/')) : below;
    }
}
