package org.dpstck.core.standin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dpstck.core.exchange.Journal;

/**
 * An address of the stand-in that a case answers itself, like a token endpoint; open until it is released.
 *
 * <p>The answer is made on the thread that took the request; it must not block.
 */
public final class Endpoint {

    private final String key;
    private final String url;
    private final Inbox inbox;
    private final Function<Arrival, Reception> answer;
    private final boolean relative;

    Endpoint(String key, String url, Journal journal, Function<Arrival, Served> answer) {
        this.key = key;
        this.url = url;
        this.inbox = new Inbox(key, key, journal);
        this.answer = arrival -> new Reception(answer.apply(arrival), inbox, "to an endpoint of the case");
        this.relative = false;
    }

    /** An address that flows share: whose a request is, comes with its answer. */
    Endpoint(String key, String url, Function<Arrival, Reception> answer) {
        this.key = key;
        this.url = url;
        this.inbox = new Inbox(key, key, new Journal());
        this.answer = answer;
        this.relative = true;
    }

    /** Where it is, as the system has to know it. */
    public String url() {
        return url;
    }

    /** The same place over TLS, which the port speaks too where the edition has use for it. */
    public String secureUrl() {
        return StandIn.secure(url);
    }

    /** The first request of a kind, now or before the deadline. */
    public Optional<Arrival> await(Predicate<Arrival> wanted, Duration deadline) {
        return inbox.await(wanted, deadline);
    }

    /** The first requests of a kind, at most a number of them, now or before the deadline. */
    public List<Arrival> await(Predicate<Arrival> wanted, int number, Duration deadline) {
        return inbox.await(wanted, number, deadline);
    }

    /** The requests so far, in order; their paths hold the query. */
    public List<Arrival> arrivals() {
        return inbox.all();
    }

    String key() {
        return key;
    }

    Served take(ArrivalListener.Incoming incoming) {
        return take(incoming, answer.apply(incoming.arrival(path(incoming), false)));
    }

    /** Takes a request of a record, now or as soon as it is known whose it is. */
    void take(ArrivalListener.Incoming incoming, Consumer<Served> answered) {
        var reception = answer.apply(incoming.arrival(path(incoming), false));
        if (reception.later() == null) {
            answered.accept(take(incoming, reception));
        } else {
            reception.later().accept(() -> take(incoming, answered));
        }
    }

    private String path(ArrivalListener.Incoming incoming) {
        return relative ? below(incoming.target()) : incoming.target();
    }

    private Served take(ArrivalListener.Incoming incoming, Reception reception) {
        if (reception.inbox() != null) {
            var arrival = incoming.answered(path(incoming), reception.purpose(), reception.served());
            reception.inbox().add(reception.plain() == null ? arrival : arrival.reading(reception.plain()));
        }
        return reception.served();
    }

    /** The path below this address, with the query. */
    private String below(String target) {
        var start = target.indexOf(ServedEndpoints.PATH + key);
        return start < 0 ? target : target.substring(start + ServedEndpoints.PATH.length() + key.length());
    }
}
