package org.dpstck.dataplane.flow;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;

/**
 * The ids that messages bore in the course of a run: those of messages, and that of the data plane.
 *
 * <p>A message that comes again as it was is a re-delivery and no repetition. Bounded: of a very long run only the first
 * messages are remembered.
 */
public final class Identities {

    private static final int REMEMBERED = 20_000;
    private static final int REPEATS = 3;
    private static final int PLANES = 5;

    /** Longer bodies are none of the messages that bear ids worth a look. */
    private static final int LONGEST = 1 << 14;

    private record Sighting(int content, String exchange) {}

    /**
     * An id that two different messages bear.
     *
     * @param id what they share
     * @param first id of the exchange that had it first
     * @param second the exchange that had it again
     */
    public record Repeat(String id, String first, Exchange second) {}

    private final Map<String, Sighting> messages = new ConcurrentHashMap<>();
    private final Queue<Repeat> repeats = new ConcurrentLinkedQueue<>();
    private final Map<String, Exchange> planes = new ConcurrentHashMap<>();
    private final boolean ofMessages;
    private final boolean ofPlane;

    Identities(Edition edition) {
        this.ofMessages = edition.asks("MESSAGE-ID");
        this.ofPlane = edition.asks("DATAPLANE-ID");
    }

    /** Takes notice of a request of the suite and, if it succeeded, of its answer. */
    void exchanged(Outgoing outgoing, Reply reply) {
        if (ofMessages && outgoing.body() != null) {
            sent(outgoing.body(), reply.exchange());
        }
        if (Replies.succeeded(reply)) {
            came(reply.text(), reply.exchange());
        }
    }

    /** Takes notice of a message of the system. */
    void came(String body, Exchange exchange) {
        if (!ofMessages && !ofPlane || body.length() > LONGEST) {
            return;
        }
        Bodies.object(body).ifPresent(message -> {
            if (ofMessages) {
                Bodies.string(message, "messageId").ifPresent(id -> saw(id, body, exchange));
            }
            if (ofPlane) {
                Bodies.string(message, "dataplaneId")
                        .filter(id -> planes.size() < PLANES)
                        .ifPresent(id -> planes.putIfAbsent(id, exchange));
            }
        });
    }

    /** The first ids that came again. */
    public List<Repeat> repeats() {
        return List.copyOf(repeats);
    }

    /** Every id by which the data plane called itself, with the first exchange that had it. */
    public Map<String, Exchange> planes() {
        return Map.copyOf(planes);
    }

    /** What the suite repeats itself is no fault of the system. */
    private void sent(String body, Exchange exchange) {
        if (body.length() <= LONGEST && messages.size() < REMEMBERED) {
            Bodies.object(body)
                    .flatMap(message -> Bodies.string(message, "messageId"))
                    .ifPresent(id -> messages.putIfAbsent(id, new Sighting(body.hashCode(), exchange.id())));
        }
    }

    private void saw(String id, String body, Exchange exchange) {
        if (messages.size() >= REMEMBERED) {
            return;
        }
        var first = messages.putIfAbsent(id, new Sighting(body.hashCode(), exchange.id()));
        if (first != null && first.content() != body.hashCode() && repeats.size() < REPEATS) {
            repeats.add(new Repeat(id, first.exchange(), exchange));
        }
    }
}
