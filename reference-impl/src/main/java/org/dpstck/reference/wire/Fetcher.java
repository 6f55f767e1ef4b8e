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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the data of a pull flow, counts it, and compares it with the digest the provider sends, if it sends one. */
final class Fetcher implements Wire.Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Outbound outbound;
    private final DataFlow flow;
    private final Period period;

    Fetcher(Outbound outbound, DataFlow flow, Period period) {
        this.outbound = outbound;
        this.flow = flow;
        this.period = period;
    }

    @Override
    public boolean run(DataAddress peer) throws IOException, InterruptedException {
        HttpRequest request = Attempts.to(peer).timeout(ANSWER_LIMIT).GET().build();
        HttpResponse<InputStream> answer =
                new Attempts(outbound.client(), period).send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            // A reader that waits for the next byte is woken only by closing what it reads.
            period.afterwards(() -> close(body), outbound.workers());
            MessageDigest digest = Dataset.sha256();
            if (!drain(body, digest)) {
                return false;
            }
            check(answer.headers().firstValue("Repr-Digest"), Dataset.digest(digest));
            return true;
        }
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

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // Whole or broken, nobody wants these bytes any more.
            LOG.debug("closing a fetch that was already broken", alreadyBroken);
        }
    }
}
