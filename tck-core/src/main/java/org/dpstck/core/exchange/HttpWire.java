package org.dpstck.core.exchange;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Sends requests to the system under test within limits, and records them.
 *
 * <p>Redirects are answers, not something to follow; nothing is retried, decoded or added behind the caller's back. May be
 * used by several threads.
 */
public final class HttpWire implements AutoCloseable {

    private final WireLimits limits;
    private final Map<String, String> headers;
    private final Redactor redactor;
    private final ExchangeIds ids;
    private final ScheduledExecutorService deadlines;
    private final BoundedClients clients;
    private volatile boolean offline;

    /**
     * Opens a wire.
     *
     * @param headers sent with every request, besides Content-Type
     */
    public HttpWire(WireLimits limits, Map<String, String> headers, Redactor redactor, ExchangeIds ids) {
        this(limits, headers, redactor, ids, false);
    }

    private HttpWire(
            WireLimits limits, Map<String, String> headers, Redactor redactor, ExchangeIds ids, boolean trusting) {
        this.limits = limits;
        this.headers = Map.copyOf(headers);
        this.redactor = redactor;
        this.ids = ids;
        this.deadlines = timer();
        this.clients = new BoundedClients(limits, trusting);
    }

    /**
     * Opens a wire to the endpoints that a system names in its data addresses.
     *
     * <p>The headers for the signaling endpoint are not for them, and whether their certificates are good is not judged.
     */
    public static HttpWire toNamedEndpoints(WireLimits limits, Redactor redactor, ExchangeIds ids) {
        return new HttpWire(limits, Map.of(), redactor, ids, true);
    }

    /** Sends a request, keeps the exchange in the journal and returns what came back, if anything. */
    public Reply send(Journal journal, String purpose, Outgoing outgoing) {
        return send(journal, purpose, outgoing, limits, clients::exchange);
    }

    /**
     * Sends a request whose answer may have no end, and follows it.
     *
     * @param longest after this the suite gives up reading
     * @param came told of every piece of the body, as it comes in; once if a record answers
     */
    public Reply follow(Journal journal, String purpose, Outgoing outgoing, Duration longest, Runnable came) {
        var reply = send(
                journal,
                purpose,
                outgoing,
                limits.lasting(longest),
                (request, url, sent, deadline) -> clients.follow(request, url, sent, deadline, came));
        if (journal.tape().isPresent() && reply.body().length > 0) {
            came.run();
        }
        return reply;
    }

    private Reply send(Journal journal, String purpose, Outgoing outgoing, WireLimits bounds, Client client) {
        var occasion = journal.occasion(purpose);
        var reply = journal.tape()
                .map(tape -> tape.answer(occasion.purpose(), outgoing, headers(outgoing), headers.keySet()))
                .orElseGet(() -> exchanged(occasion, outgoing, bounds, client));
        journal.add(reply.exchange());
        return reply;
    }

    /** How the answer to a request is read. */
    @FunctionalInterface
    private interface Client {
        BoundedClients.Wired exchange(Outgoing outgoing, URI url, List<Header> headers, Deadline deadline)
                throws IOException;
    }

    /** A wire that is connected to nothing: every journal has to be answered by a record. */
    public HttpWire offline() {
        offline = true;
        return this;
    }

    /**
     * Keeps in the journal what was sent to the system by other means, which {@link #send} did not see.
     *
     * @param at when it was sent, before anything that came of it
     * @param millis how long it took, milliseconds
     * @param status of the answer
     * @param answer body of the answer
     */
    public void note(
            Journal journal, String purpose, Outgoing outgoing, Instant at, long millis, int status, String answer) {
        var recording = new Recording(
                ids.next(), journal.occasion(purpose), outgoing, own(outgoing), it -> null, limits, redactor);
        journal.add(recording.of(at, millis, status, answer));
    }

    /**
     * What the record has of something that was sent by other means, and is now kept in the journal again.
     *
     * @return what came of it; empty if the record does not have it and nothing speaks against its having worked
     * @throws Unrecorded if the record has something else
     */
    public Optional<Reply> noted(Journal journal, String purpose, Outgoing outgoing) {
        var reply = journal.tape().flatMap(it -> it.call(journal.purpose(purpose), outgoing, own(outgoing)));
        reply.ifPresent(it -> journal.add(it.exchange()));
        return reply;
    }

    private Reply exchanged(Occasion occasion, Outgoing outgoing, WireLimits bounds, Client client) {
        if (offline) {
            throw new Unrecorded("the record does not hold what is sent here: " + occasion.purpose());
        }
        var at = Instant.now();
        var deadline = new Deadline(deadlines, bounds);
        var recording = new Recording(
                ids.next(),
                occasion,
                outgoing,
                headers(outgoing),
                headers -> client.exchange(outgoing, RequestUrl.of(outgoing.url()), headers, deadline),
                limits,
                redactor);
        try (deadline) {
            return recording.reply();
        } catch (IOException | RuntimeException e) { // The client reports a URL that it cannot take by the latter.
            return recording.failed(at, WireFailures.of(e, bounds, deadline));
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        clients.close();
    }

    private static ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "dps-tck-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static List<Header> own(Outgoing outgoing) {
        var sent = new ArrayList<Header>();
        outgoing.headers().forEach((name, value) -> sent.add(new Header(name, value)));
        if (outgoing.contentType() != null) {
            sent.add(new Header("Content-Type", outgoing.contentType()));
        }
        return sent;
    }

    /** What is sent and recorded of the headers; the client adds those that speak of the connection. */
    private List<Header> headers(Outgoing outgoing) {
        var sent = new ArrayList<Header>();
        outgoing.headers().forEach((name, value) -> sent.add(new Header(name, value)));
        headers.forEach((name, value) -> {
            if (sent.stream().noneMatch(header -> header.name().equalsIgnoreCase(name))) {
                sent.add(new Header(name, value));
            }
        });
        if (sent.stream().noneMatch(header -> header.name().equalsIgnoreCase("Accept"))) {
            sent.add(new Header("Accept", "*/*"));
        }
        if (outgoing.contentType() != null) {
            sent.add(new Header("Content-Type", outgoing.contentType()));
        }
        return sent;
    }
}
