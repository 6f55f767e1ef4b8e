package org.dpstck.reference.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Period;
import org.dpstck.reference.renewal.RefreshClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the data of a pull flow, counts it, and compares it with the digest the provider sends, if it sends one. */
final class Fetcher implements Wire.Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final int PARTIAL = 206;
    private static final int UNAUTHORIZED = 401;
    private static final int BEYOND_THE_END = 416;
    private static final int MOST_IDLE = 3;
    private static final int MOST_RENEWALS = 2;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Outbound outbound;
    private final Storage storage;
    private final DataFlow flow;
    private final Period period;
    private final RefreshClient refresher;

    Fetcher(Outbound outbound, RefreshClient refresher, Storage storage, DataFlow flow, Period period) {
        this.outbound = outbound;
        this.refresher = refresher;
        this.storage = storage;
        this.flow = flow;
        this.period = period;
    }

    /** A connection that breaks is not the end of the wire, as long as some bytes come with each one. */
    @Override
    public boolean run(DataAddress first) throws IOException, InterruptedException {
        DataAddress peer = refresher.isDue(first) ? renewed(first) : first;
        Optional<String> announced;
        for (int idle = 1; ; idle++) {
            HttpResponse<InputStream> answer = answer(flow.peer().orElse(peer), MOST_RENEWALS);
            long before = flow.bytes();
            try (InputStream body = answer.body()) {
                // A reader that waits for the next byte is woken only by closing what it reads.
                period.afterwards(() -> close(body), outbound.workers());
                // A stream has no end of its own: it stops when the other side is suspended or ends the transfer, and
                // which of these it was is for the control plane to say.
                if (!drain(body) || flow.request().isEndless()) {
                    return false;
                }
                announced = answer.headers().firstValue("Repr-Digest");
                break;
            } catch (IOException broken) {
                idle = flow.bytes() > before ? 0 : idle;
                if (idle >= MOST_IDLE || flow.request().isEndless() || period.isOver()) {
                    throw broken;
                }
                LOG.debug("fetching again what a broken connection did not bring", broken);
            }
        }
        check(announced, Dataset.digest(flow.intake().take()));
        return true;
    }

    /** A token that is refused is renewed once more: it may have expired earlier than was said. */
    private HttpResponse<InputStream> answer(DataAddress peer, int renewals) throws IOException, InterruptedException {
        long offset = flow.request().isEndless() ? 0 : flow.bytes();
        try {
            Attempts attempts = new Attempts(outbound, period);
            HttpRequest.Builder request =
                    attempts.to(peer).timeout(ANSWER_LIMIT).GET();
            if (offset > 0) {
                request.header("Range", "bytes=" + offset + "-");
            }
            HttpResponse<InputStream> answer = attempts.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != PARTIAL && offset > 0) {
                flow.intake().restart();
            }
            return answer;
        } catch (Attempts.Refused refused) {
            if (refused.status() == BEYOND_THE_END && offset > 0) {
                flow.intake().restart();
                return answer(peer, renewals);
            }
            if (refused.status() != UNAUTHORIZED || renewals == 0 || !refresher.isPossible(peer)) {
                throw refused;
            }
            return answer(renewed(peer), renewals - 1);
        }
    }

    private DataAddress renewed(DataAddress peer) throws IOException, InterruptedException {
        DataAddress renewed = refresher.renew(flow, peer);
        flow.connectTo(renewed);
        return renewed;
    }

    private boolean drain(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            int length = read;
            boolean taken = flow.move(() -> !period.isOver(), () -> {
                storage.store(flow.request().processId(), flow.bytes(), buffer, length);
                flow.intake().add(buffer, 0, length);
            });
            if (!taken) {
                return false;
            }
        }
        return true;
    }

    private static void check(Optional<String> announced, String received) throws IOException {
        if (announced.isPresent() && !announced.get().contains(received)) {
            throw new IOException("the bytes received do not have the digest announced");
        }
    }

    static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // Whole or broken, nobody wants these bytes any more.
            LOG.debug("closing a fetch that was already broken", alreadyBroken);
        }
    }
}
