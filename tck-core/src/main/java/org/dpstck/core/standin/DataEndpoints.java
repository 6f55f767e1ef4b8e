package org.dpstck.core.standin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final byte[] FIRST_BYTES = "dps-tck\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Queue<Held>> held = new ConcurrentHashMap<>();

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
            waiting.forEach(Held::letGo);
        }
    }

    @Override
    public void close() {
        held.keySet().forEach(this::release);
    }

    private void hold(Request request, String key, Callback callback) {
        var exchange = new Held(callback, new AtomicBoolean());
        held.computeIfAbsent(key, it -> new ConcurrentLinkedQueue<>()).add(exchange);
        request.getComponents().getScheduler().schedule(exchange::letGo, LONGEST_HOLD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** An exchange that waits for its end. */
    private record Held(Callback callback, AtomicBoolean gone) {

        void letGo() {
            if (gone.compareAndSet(false, true)) {
                callback.succeeded();
            }
        }
    }

    private static String key(String path, String prefix) {
        return path.substring(path.indexOf(prefix) + prefix.length());
    }
}
