package org.dpstck.core.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.Tape;
import org.dpstck.core.sut.CallbackSettings;

/**
 * The control plane that the suite plays: one server for a run, one callback address and one inbox for each flow.
 *
 * <p>Every callback is answered 200. Requests are indexed by flow as they arrive; WireMock's own journal, which is
 * searched from end to end, is off.
 */
public final class StandIn implements AutoCloseable {

    private static final int THREADS = 32;

    private final Map<String, Inbox> byKey = new ConcurrentHashMap<>();
    private final Map<String, Inbox> byProcess = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final SharedAddress shared = new SharedAddress();
    private final DataEndpoints data = new DataEndpoints();
    private final ServedEndpoints served;
    private final ArrivalListener listener;
    private final WireMockServer server;
    private final String advertised;
    private Journal attended;

    private StandIn(WireMockServer server, String advertised, ArrivalListener listener, ServedEndpoints served) {
        this.server = server;
        this.served = served;
        this.advertised = advertised;
        this.listener = listener;
        listener.deliverTo(this);
    }

    /**
     * Starts listening.
     *
     * @throws StandInException if the address cannot be bound
     */
    public static StandIn start(CallbackSettings settings, Redactor redactor, ExchangeIds ids) {
        return start(settings, false, redactor, ids);
    }

    /**
     * Starts listening.
     *
     * @param secure whether the port speaks TLS too
     * @throws StandInException if the address cannot be bound
     */
    public static StandIn start(CallbackSettings settings, boolean secure, Redactor redactor, ExchangeIds ids) {
        var listener = new ArrivalListener(redactor, ids);
        var served = new ServedEndpoints(listener);
        var holder = new BoundedServerFactory(secure);
        var server = new WireMockServer(options()
                .bindAddress(settings.host())
                .port(settings.port())
                .containerThreads(THREADS)
                .jettyAcceptors(1)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .httpServerFactory(holder)
                .extensions(listener, served));
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new StandInException(settings.host() + ":" + settings.port(), e);
        }
        server.stubFor(any(anyUrl()).willReturn(ok()));
        var standIn = new StandIn(server, settings.baseUrl(server.port()), listener, served);
        holder.route(standIn.data);
        return standIn;
    }

    /** A stand-in that listens nowhere: what arrives comes from the journals' records, at the address of that time. */
    public static StandIn detached(String advertised, Redactor redactor, ExchangeIds ids) {
        var listener = new ArrivalListener(redactor, ids);
        return new StandIn(null, advertised, listener, new ServedEndpoints(listener));
    }

    /** Opens the inbox of a new flow. */
    public Inbox open(String key, String processId, Journal journal) {
        attend(journal);
        var inbox = new Inbox(key, processId, journal);
        byKey.put(key, inbox);
        byProcess.put(processId, inbox);
        shared.opened(inbox);
        return inbox;
    }

    /** Forgets a flow: what arrives for it later belongs to nobody. */
    public void release(Inbox inbox) {
        ended.add(inbox.key());
        byKey.remove(inbox.key());
        byProcess.remove(inbox.processId());
        shared.released(inbox);
        data.release(inbox.key());
    }

    /** Takes the callbacks of all flows at one address; for editions whose messages carry none. */
    public void shareAddress() {
        shared.use();
    }

    /** The one callback address of all flows, as the system has to know it. */
    public String sharedAddress() {
        return advertised + SharedAddress.PATH;
    }

    /** Tells the id that the system gave a flow, by which it may call back at the shared address. */
    public void isCalled(Inbox inbox, String dataFlowId) {
        shared.isCalled(inbox, dataFlowId);
    }

    /** The callback address of a flow, as the system has to know it. */
    public String callbackAddress(Inbox inbox) {
        return shared.used() ? sharedAddress() : advertised + "/callbacks/" + inbox.key();
    }

    /** An endpoint that takes whatever is pushed to it, as the system has to know it. */
    public String sink(Inbox inbox) {
        return advertised + DataEndpoints.SINK + inbox.key();
    }

    /** An endpoint that serves data until the flow is released, as the system has to know it. */
    public String source(Inbox inbox) {
        return advertised + DataEndpoints.SOURCE + inbox.key();
    }

    /** An endpoint that serves data without an end until the flow is released, as the system has to know it. */
    public String stream(Inbox inbox) {
        return advertised + DataEndpoints.STREAM + inbox.key();
    }

    /** How often the stream of a flow was asked for. */
    public int streams(Inbox inbox) {
        return data.streams(inbox.key());
    }

    /** An endpoint that serves a little data at once: the key of the flow, and what was asked for below it. */
    public String asset(Inbox inbox) {
        return advertised + DataEndpoints.ASSET + inbox.key();
    }

    /** The same address over TLS, which the port speaks too if it was told to. */
    public static String secure(String address) {
        return address.replaceFirst("^http:", "https:");
    }

    /** Answers GET requests for a kind of path, wherever it begins, with a JSON body. */
    public void answer(String path, String json) {
        listener.answers(".*" + path, json);
        if (server == null) {
            return; // What the system got is in the record, with what it did then.
        }
        server.stubFor(get(urlPathMatching(".*" + path)).willReturn(okJson(json)));
    }

    /** Opens an address that a case answers itself, until it is released. */
    public Endpoint serve(Journal journal, Function<Arrival, Served> answer) {
        attend(journal);
        var key = UUID.randomUUID().toString();
        var endpoint = new Endpoint(key, advertised + ServedEndpoints.PATH + key, journal, answer);
        served.open(endpoint);
        return endpoint;
    }

    /** Opens an address that many flows share, until it is released; the name is the last part of it. */
    public Endpoint share(String name, Function<Arrival, Reception> answer) {
        var endpoint = new Endpoint(name, advertised + ServedEndpoints.PATH + name, answer);
        served.open(endpoint);
        return endpoint;
    }

    /** Closes an address that a case answered. */
    public void release(Endpoint endpoint) {
        served.release(endpoint);
    }

    /** Where it listens, as the system has to know it. */
    public String address() {
        return advertised;
    }

    /** Notes that a case has brought about a callback. */
    public void expect() {
        expected.incrementAndGet();
    }

    /** How many callbacks cases have brought about. */
    public long expected() {
        return expected.get();
    }

    /** How many requests of the system arrived at all. */
    public long total() {
        return total.get();
    }

    /** How many requests of the system belonged to no flow. */
    public long strangers() {
        return strangers.get() + shared.strangers();
    }

    @Override
    public void close() {
        data.close();
        if (server != null) {
            server.stop();
        }
    }

    /** Whether what arrives comes from records. */
    public boolean replays() {
        return server == null;
    }

    /** From now on, what the system sent according to the record of a journal, if one answers it, arrives here. */
    public void attend(Journal journal) {
        journal.tape().ifPresent(tape -> tape.deliverTo(recorded -> arrives(recorded, tape, journal)));
    }

    /** A journal for what begins with the request that arrives at this moment. */
    public Journal journalOfArrival() {
        return attended == null ? new Journal() : attended.beside();
    }

    private void arrives(Exchange recorded, Tape tape, Journal journal) {
        var incoming = listener.recorded(recorded);
        if (!incoming.path().contains(ServedEndpoints.PATH)) {
            deliver(incoming);
            return;
        }
        var before = attended;
        attended = journal;
        try {
            served.answer(incoming, now -> tape.answers(recorded, now.status(), now.body()));
        } finally {
            attended = before;
        }
    }

    void deliver(ArrivalListener.Incoming incoming) {
        if (incoming.path().contains(ServedEndpoints.PATH)) {
            return; // Answered, and recorded, by the case that serves it.
        }
        total.incrementAndGet();
        if (shared.used()) {
            shared.deliver(incoming);
            return;
        }
        var path = incoming.path();
        var key = incoming.key();
        var inbox = key == null ? null : byKey.get(key);
        if (inbox != null) {
            var prefix = path.indexOf("/callbacks/" + key) + "/callbacks/".length() + key.length();
            inbox.add(incoming.arrival(path.substring(prefix), false));
            return;
        }
        if (key != null && ended.contains(key)) {
            return; // A late word about a flow that nobody asks about any more.
        }
        byProcess.values().stream()
                .filter(candidate -> incoming.mentions(candidate.processId()))
                .findFirst()
                .ifPresentOrElse(missed -> missed.add(incoming.arrival(path, true)), strangers::incrementAndGet);
    }
}
