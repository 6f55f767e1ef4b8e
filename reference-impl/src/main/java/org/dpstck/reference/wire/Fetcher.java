package org.dpstck.reference.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
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
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_RENEWALS = 2;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Outbound outbound;
    private final DataFlow flow;
    private final Period period;
    private final RefreshClient refresher;

    Fetcher(Outbound outbound, RefreshClient refresher, DataFlow flow, Period period) {
        this.outbound = outbound;
        this.refresher = refresher;
        this.flow = flow;
        this.period = period;
    }

    @Override
    public boolean run(DataAddress peer) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = answer(refresher.isDue(peer) ? renewed(peer) : peer, MOST_RENEWALS);
        try (InputStream body = answer.body()) {
            // A reader that waits for the next byte is woken only by closing what it reads.
            period.afterwards(() -> close(body), outbound.workers());
            MessageDigest digest = Dataset.sha256();
            // A stream has no end of its own: it stops when the other side is suspended or ends the transfer, and which
            // of these it was is for the control plane to say.
            if (!drain(body, digest) || flow.request().isEndless()) {
                return false;
            }
            check(answer.headers().firstValue("Repr-Digest"), Dataset.digest(digest));
            return true;
        }
    }

    /** A token that is refused is renewed once more: it may have expired earlier than was said. */
    private HttpResponse<InputStream> answer(DataAddress peer, int renewals) throws IOException, InterruptedException {
        try {
            HttpRequest request = Attempts.to(peer).timeout(ANSWER_LIMIT).GET().build();
            return new Attempts(outbound.client(), period).send(request, BodyHandlers.ofInputStream());
        } catch (Attempts.Refused refused) {
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

    private boolean drain(InputStream body, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            flow.count(read);
            digest.update(buffer, 0, read);
            if (period.isOver()) {
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
