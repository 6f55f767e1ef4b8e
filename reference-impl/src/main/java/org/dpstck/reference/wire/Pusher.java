package org.dpstck.reference.wire;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Period;

/** Sends the data of a push flow in pieces, each a POST of its own. */
final class Pusher implements Wire.Transfer {

    private static final int PIECE = 64 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Attempts attempts;
    private final Storage storage;
    private final DataFlow flow;
    private final Period period;

    Pusher(Outbound outbound, Storage storage, DataFlow flow, Period period) {
        this.attempts = new Attempts(outbound, period);
        this.storage = storage;
        this.flow = flow;
        this.period = period;
    }

    @Override
    public boolean run(DataAddress peer) throws IOException, InterruptedException {
        String dataset = flow.request().datasetId();
        return flow.request().isEndless()
                ? endless(peer, Dataset.chunk(dataset))
                : finite(peer, storage.source(dataset));
    }

    /** Goes on behind what the other end has acknowledged before a suspension. */
    private boolean finite(DataAddress peer, Source source) throws IOException, InterruptedException {
        for (long from = flow.bytes(); from < source.size(); from = flow.bytes()) {
            if (!period.awaits(source.ready(from))) {
                return false;
            }
            byte[] piece = source.read(from, PIECE);
            String place = "bytes " + from + "-" + (from + piece.length - 1) + "/" + source.size();
            post(peer, piece, Optional.of(place));
        }
        return true;
    }

    private boolean endless(DataAddress peer, byte[] chunk) throws IOException, InterruptedException {
        do {
            post(peer, chunk, Optional.empty());
        } while (period.lasts(PAUSE));
        return false;
    }

    /** The place tells the other end which bytes these are, so that one that comes twice counts once. */
    private void post(DataAddress peer, byte[] piece, Optional<String> place) throws IOException, InterruptedException {
        HttpRequest.Builder request = attempts.to(peer)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(piece));
        place.ifPresent(range -> request.header("Content-Range", range));
        attempts.send(request.build(), BodyHandlers.discarding());
        flow.count(piece.length);
    }
}
