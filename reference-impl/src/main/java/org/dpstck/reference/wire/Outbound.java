package org.dpstck.reference.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads, the clock and the HTTP client of one data plane; nothing is shared between planes.
 *
 * <p>All threads are daemons. The client is made on its first use, because a plane that never calls anyone back should
 * start fast.
 */
public final class Outbound implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final Optional<String> agent;
    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;
    private final AtomicReference<HttpClient> client = new AtomicReference<>();

    /** Names its threads after {@code name}, and itself in what it sends, if it is to. */
    public Outbound(String name, Optional<String> agent) {
        this.agent = agent;
        workers = Executors.newCachedThreadPool(daemons(name + "-worker"));
        timer = new ScheduledThreadPoolExecutor(1, daemons(name + "-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins a request to {@code target}, in the name of this plane if it has one. */
    public HttpRequest.Builder request(URI target) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target);
        return agent.map(name -> builder.header("User-Agent", name)).orElse(builder);
    }

    /** Runs work that may block. */
    public ExecutorService workers() {
        return workers;
    }

    /** The client for callbacks and for the wire: HTTP/1.1, connects within five seconds or not at all, and asks no certificate of this machine. */
    public HttpClient client() {
        HttpClient made = client.get();
        if (made != null) {
            return made;
        }
        synchronized (client) {
            if (client.get() == null) {
                client.set(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .sslContext(LoopbackTrust.context())
                        .executor(workers)
                        .build());
            }
            return client.get();
        }
    }

    /** Completes on a worker thread once {@code delay} has passed; at once if it is zero. */
    public CompletableFuture<Void> after(Duration delay) {
        CompletableFuture<Void> due = new CompletableFuture<>();
        if (delay.isZero()) {
            due.complete(null);
        } else if (!timer.isShutdown()) {
            timer.schedule(() -> due.completeAsync(() -> null, workers), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        return due;
    }

    /** Stops everything at once; what was pending never happens. */
    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
