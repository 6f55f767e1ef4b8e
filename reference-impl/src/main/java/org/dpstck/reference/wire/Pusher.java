package org.dpstck.reference.wire;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Period;

/** Sends the data of a push flow in pieces, each a POST of its own. */
final class Pusher implements Wire.Transfer {

    private static final int PIECE = 64 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Attempts attempts;
    private final DataFlow flow;
    private final Period period;

    Pusher(Outbound outbound, DataFlow flow, Period period) {
        this.attempts = new Attempts(outbound.client(), period);
        this.flow = flow;
        this.period = period;
    }

    @Override
    public boolean run(DataAddress peer) throws IOException, InterruptedException {
        String dataset = flow.request().datasetId();
        return flow.request().isEndless()
                ? endless(peer, Dataset.chunk(dataset))
                : finite(peer, Dataset.finite(dataset));
    }

    private boolean finite(DataAddress peer, byte[] data) throws IOException, InterruptedException {
        for (int from = 0; from < data.length; from += PIECE) {
            if (period.isOver()) {
                return false;
            }
            post(peer, Arrays.copyOfRange(data, from, Math.min(data.length, from + PIECE)));
        }
        return true;
    }

    private boolean endless(DataAddress peer, byte[] chunk) throws IOException, InterruptedException {
        do {
            post(peer, chunk);
        } while (period.lasts(PAUSE));
        return false;
    }

    private void post(DataAddress peer, byte[] piece) throws IOException, InterruptedException {
        HttpRequest request = Attempts.to(peer)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(piece))
                .build();
        attempts.send(request, BodyHandlers.discarding());
        flow.count(piece.length);
    }
}
