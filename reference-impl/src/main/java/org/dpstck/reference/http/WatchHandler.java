package org.dpstck.reference.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;

/** Tells a {@link Watch} what went in and out, without a hand in it. */
final class WatchHandler extends EventsHandler {

    private static final String SEEN = WatchHandler.class.getName();
    private static final String MISSING = "";
    private static final int MOST_TEXT = 64 * 1024;

    private final Watch watch;

    WatchHandler(Watch watch) {
        this.watch = watch;
    }

    /** What has been seen of one exchange so far. */
    private static final class Seen {
        private final long began = System.nanoTime();
        private final Text request = new Text();
        private final Text answer = new Text();
        private volatile boolean json;
    }

    /** Bytes that went by, of which JSON is kept. */
    private static final class Text {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long bytes;

        synchronized void add(ByteBuffer passing, boolean json) {
            bytes += passing.remaining();
            if (json && kept.size() < MOST_TEXT) {
                byte[] copy = new byte[passing.remaining()];
                passing.slice().get(copy);
                kept.writeBytes(copy);
            }
        }

        synchronized String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }

        synchronized long bytes() {
            return bytes;
        }
    }

    @Override
    protected void onBeforeHandling(Request request) {
        request.setAttribute(SEEN, new Seen());
    }

    @Override
    protected void onRequestRead(Request request, Content.Chunk chunk) {
        if (chunk != null && request.getAttribute(SEEN) instanceof Seen seen) {
            seen.request.add(chunk.getByteBuffer(), isJson(request.getHeaders()));
        }
    }

    @Override
    protected void onResponseBegin(Request request, int status, HttpFields headers) {
        if (request.getAttribute(SEEN) instanceof Seen seen) {
            seen.json = isJson(headers);
        }
    }

    @Override
    protected void onResponseWrite(Request request, boolean last, ByteBuffer content) {
        if (content != null && request.getAttribute(SEEN) instanceof Seen seen) {
            seen.answer.add(content, seen.json);
        }
    }

    @Override
    protected void onComplete(Request request, int status, HttpFields headers, Throwable failure) {
        if (!(request.getAttribute(SEEN) instanceof Seen seen)) {
            return;
        }
        watch.onlooker()
                .accept(new Sighting(
                        watch.name(),
                        header(request, HttpHeader.USER_AGENT),
                        request.isSecure(),
                        request.getMethod(),
                        request.getHttpURI().getPath(),
                        header(request, HttpHeader.AUTHORIZATION),
                        seen.request.text(),
                        seen.request.bytes(),
                        seen.began,
                        status,
                        seen.answer.text(),
                        seen.answer.bytes(),
                        failure == null,
                        System.nanoTime()));
    }

    private static String header(Request request, HttpHeader name) {
        HttpField field = request.getHeaders().getField(name);
        return field == null ? MISSING : field.getValue();
    }

    private static boolean isJson(HttpFields headers) {
        HttpField type = headers.getField(HttpHeader.CONTENT_TYPE);
        return type != null && type.getValue().contains("json");
    }
}
