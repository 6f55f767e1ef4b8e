package org.dpstck.reference.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.Period;

/**
 * Requests to the other end of the wire, with the patience that transient errors deserve.
 *
 * <p>"Transient errors should be handled by the data plane" (section "Errored"): a broken connection and a 5xx answer
 * are tried again, three times in all. An end point that is closed (403) may be that of a flow that is being suspended or
 * resumed, on one side before the other, and is given two seconds. Everything else is final.
 */
final class Attempts {

    private static final int MOST = 3;
    private static final int MOST_WHILE_CLOSED = 20;
    private static final int CLOSED = 403;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Outbound outbound;
    private final Period period;

    Attempts(Outbound outbound, Period period) {
        this.outbound = outbound;
        this.period = period;
    }

    /**
     * Starts a request to the other end.
     *
     * @throws IOException if the address names no usable end point
     */
    HttpRequest.Builder to(DataAddress peer) throws IOException {
        if (peer.endpoint() == null) {
            throw new IOException("the data address has no endpoint");
        }
        HttpRequest.Builder builder = outbound.request(URI.create(peer.endpoint()));
        return peer.token() == null ? builder : builder.header("Authorization", "Bearer " + peer.token());
    }

    /**
     * Sends until the answer is a success.
     *
     * @throws IOException if it never is
     * @throws InterruptedException if the data plane is being closed
     */
    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= MOST || period.isOver();
            try {
                HttpResponse<T> answer = outbound.client().send(request, handler);
                if (answer.statusCode() < 300) {
                    return answer;
                }
                boolean closed = answer.statusCode() == CLOSED && attempt < MOST_WHILE_CLOSED && !period.isOver();
                if (!closed && (last || answer.statusCode() < 500)) {
                    throw new Refused(answer.statusCode());
                }
            } catch (Refused refused) {
                throw refused;
            } catch (IOException broken) {
                if (last) {
                    throw new IOException("no connection to the other end: " + broken, broken);
                }
            }
            period.lasts(attempt < MOST ? PAUSE.multipliedBy(attempt) : PAUSE);
        }
    }

    /** The other end has answered, and it was no. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            super("the other end answered " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
