package org.dpstck.reference.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Period;

/** Hands the data of a source on to the destination of a push, as it comes in; nothing is kept. */
final class Relay implements Wire.Transfer {

    private final Outbound outbound;
    private final DataFlow flow;
    private final Period period;
    private final UnaryOperator<DataAddress> destination;

    Relay(Outbound outbound, DataFlow flow, Period period, UnaryOperator<DataAddress> destination) {
        this.destination = destination;
        this.outbound = outbound;
        this.flow = flow;
        this.period = period;
    }

    @Override
    public boolean run(DataAddress peer) throws IOException, InterruptedException {
        HttpResponse<InputStream> source =
                open(outbound, period, flow.request().source().orElseThrow().baseUrl());
        InputStream counted = counting(source.body(), flow);
        // A reader that waits for the next byte is woken only by closing what it reads.
        period.afterwards(() -> Fetcher.close(counted), outbound.workers());
        HttpRequest delivery = new Attempts(outbound, period)
                .to(destination.apply(peer))
                .header(
                        "Content-Type",
                        source.headers().firstValue("Content-Type").orElse("application/octet-stream"))
                .POST(BodyPublishers.ofInputStream(() -> counted))
                .build();
        HttpResponse<Void> taken = outbound.client().send(delivery, BodyHandlers.discarding());
        if (taken.statusCode() >= 300) {
            throw new IOException("the destination answered " + taken.statusCode());
        }
        return !period.isOver();
    }

    /**
     * Begins to read a source.
     *
     * @throws IOException if it cannot be read
     * @throws InterruptedException if the data plane is being closed
     */
    static HttpResponse<InputStream> open(Outbound outbound, Period period, URI source)
            throws IOException, InterruptedException {
        return new Attempts(outbound, period)
                .send(HttpRequest.newBuilder(source).GET().build(), BodyHandlers.ofInputStream());
    }

    private static InputStream counting(InputStream in, DataFlow flow) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                flow.count(Math.max(0, read));
                return read;
            }
        };
    }
}
