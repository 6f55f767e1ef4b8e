package org.dpstck.core.standin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The far ends of the wire: a sink that swallows what a provider pushes, a source that a consumer may pull from.
 *
 * <p>The source does not end before its flow is released, so that a data plane which really fetches does not complete the
 * flow under a case that needs it STARTED. Neither keeps a byte.
 */
final class DataEndpoints implements AutoCloseable {

    static final String SINK = "/sink/";
    static final String SOURCE = "/source/";

    private static final byte[] FIRST_BYTES = "dps-tck\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Queue<Callback>> open = new ConcurrentHashMap<>();

    boolean handle(Request request, Response response, Callback callback) {
        var path = Request.getPathInContext(request);
        if (path.contains(SINK)) {
            Content.Source.consumeAll(request, Callback.from(() -> succeed(response, callback), callback::failed));
            return true;
        }
        if (path.contains(SOURCE)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
            open.computeIfAbsent(key(path), it -> new ConcurrentLinkedQueue<>()).add(callback);
            response.write(false, ByteBuffer.wrap(FIRST_BYTES), Callback.NOOP);
            return true;
        }
        return false;
    }

    void release(String key) {
        var waiting = open.remove(key);
        if (waiting != null) {
            waiting.forEach(Callback::succeeded);
        }
    }

    @Override
    public void close() {
        open.keySet().forEach(this::release);
    }

    private static void succeed(Response response, Callback callback) {
        response.setStatus(200);
        callback.succeeded();
    }

    private static String key(String path) {
        return path.substring(path.indexOf(SOURCE) + SOURCE.length());
    }
}
