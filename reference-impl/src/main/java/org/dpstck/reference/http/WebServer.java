package org.dpstck.reference.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A small Javalin server that gives every request, whatever its method and path, to one handler. */
public final class WebServer implements AutoCloseable {

    private static final int MOST_THREADS = 48;
    private static final int LEAST_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 10_000;
    private static final int STOP_IMMEDIATELY = 0;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Listens where nobody looks on; see the other form. */
    public static WebServer listen(String host, int port, boolean secure, boolean refusesUnreadable, Handler handler)
            throws IOException {
        return listen(host, port, secure, refusesUnreadable, Optional.empty(), handler);
    }

    /**
     * Listens on {@code host} and {@code port}; port 0 takes a free one.
     *
     * @param secure whether the port speaks TLS too, to whoever begins with it
     * @param refusesUnreadable whether a request whose path cannot be read is answered as the client's fault
     * @param watch is told of every exchange, if anybody looks on
     * @throws IOException if the port is taken or may not be opened
     */
    public static WebServer listen(
            String host, int port, boolean secure, boolean refusesUnreadable, Optional<Watch> watch, Handler handler)
            throws IOException {
        Javalin javalin = Javalin.create(config -> {
            configure(config, handler);
            watch.ifPresent(each -> config.jetty.modifyServer(server -> server.setHandler(new WatchHandler(each))));
            if (!refusesUnreadable) {
                config.jetty.modifyServer(server -> server.setErrorHandler(WebServer::crash));
            }
            if (secure) {
                config.jetty.addConnector((server, http) -> TlsConnector.on(host, port, server, http));
            }
        });
        try {
            javalin.start(host, port);
            return new WebServer(javalin);
        } catch (JavalinBindException taken) {
            throw new IOException(taken.getMessage(), taken);
        }
    }

    private static void configure(JavalinConfig config, Handler handler) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, THREAD_IDLE_MILLIS);
        threads.setDaemon(true);
        threads.setName("reference-http");
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_IMMEDIATELY));
        config.jetty.modifyHttpConfiguration(WebServer::tolerate);
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        // A handler that runs before all routes sees every method there is; there are no routes.
        config.routes.before(context -> {
            handler.handle(context);
            context.skipRemainingHandlers();
        });
    }

    /** Requests that Jetty refuses to read come by here alone; the handler answers all others. */
    private static boolean crash(Request request, Response response, Callback callback) {
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
        Content.Sink.write(response, true, "java.lang.IllegalArgumentException: Illegal character in path", callback);
        return true;
    }

    private static void tolerate(HttpConfiguration http) {
        // An id may hold an encoded slash or dot; which paths exist is for the handler to say.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
