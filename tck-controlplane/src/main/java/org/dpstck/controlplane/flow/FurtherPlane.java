package org.dpstck.controlplane.flow;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Inbox;
import org.dpstck.core.standin.Reception;
import org.dpstck.core.standin.Served;

/** A data plane of one case that answers heart-beats as the case wants, and signals as that of the run does. */
public final class FurtherPlane {

    private static final int UNAVAILABLE = 503;

    private final String id;
    private final Shared shared;
    private final Journal journal;
    private final Inbox signals;
    private volatile Inbox beats;
    private volatile boolean available = true;
    private Endpoint endpoint;

    private FurtherPlane(String id, Shared shared, Journal journal, Inbox signals) {
        this.id = id;
        this.shared = shared;
        this.journal = journal;
        this.signals = signals;
        this.beats = Inbox.of(journal);
    }

    static FurtherPlane open(String id, Shared shared, Journal journal, Inbox signals) {
        var plane = new FurtherPlane(id, shared, journal, signals);
        plane.endpoint = shared.standIn().share(id, plane::take);
        return plane;
    }

    /** The operation by which an edition asks whether a data plane is there. */
    static boolean isCheck(Edition edition, Arrival arrival) {
        var path = arrival.path().split("\\?", 2)[0];
        return edition.operations().values().stream()
                .filter(operation -> !operation.creates() && !operation.addressesFlow())
                .map(Operation::path)
                .anyMatch(path::equals);
    }

    private Reception take(Arrival arrival) {
        if (isCheck(shared.edition(), arrival)) {
            var served = available ? Served.empty(204) : Served.json(UNAVAILABLE, "{\"error\": \"unavailable\"}");
            return new Reception(served, beats, "heart-beat");
        }
        var reception = shared.dataPlane().take(arrival);
        return reception.later() == null
                ? new Reception(reception.served(), signals, reception.purpose(), reception.plain())
                : reception;
    }

    /** The id by which it registers. */
    public String id() {
        return id;
    }

    /** Where it is, as the system has to know it. */
    public String url() {
        return endpoint.url();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** From now on heart-beats succeed, or fail; those before are forgotten. */
    public void answersHeartBeats(boolean well) {
        available = well;
        beats = Inbox.of(journal);
    }

    /** The heart-beats since the answer to them was changed, as soon as a number has come, or at the deadline. */
    public List<Arrival> heartBeats(int number, Duration deadline) {
        return beats.await(any -> true, number, deadline);
    }

    /** Whether an arrival came to this data plane. */
    public Predicate<Arrival> own() {
        return arrival ->
                arrival.exchange().request().url().contains(endpoint.url().replaceFirst("^[a-z]+://[^/]+", ""));
    }

    /** What came here apart from heart-beats. */
    public Inbox signals() {
        return signals;
    }
}
