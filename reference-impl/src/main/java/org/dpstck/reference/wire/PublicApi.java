package org.dpstck.reference.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.DataSource;
import org.dpstck.reference.flow.Period;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;

/** The public API of the EDC's own interface: satisfies requests by pulling data out of the source of a flow. */
public final class PublicApi {

    private final Outbound outbound;
    private final Hooks hooks;

    /** Reads sources by the client of a plane. */
    public PublicApi(Outbound outbound, Hooks hooks) {
        this.outbound = outbound;
        this.hooks = hooks;
    }

    /**
     * Begins to read what a request asks for.
     *
     * @param period in which the request was let in
     * @param below the segments of the request's path below the end point of the flow, still encoded
     * @throws IOException if the source cannot be read
     */
    public HttpResponse<InputStream> ask(DataFlow flow, Period period, List<String> below, Optional<String> query)
            throws IOException {
        DataSource source = flow.request().source().orElseThrow();
        StringBuilder url = new StringBuilder(source.baseUrl().toString());
        if (source.takesPath() && hooks.keeps(Rule.SOURCE_PATH)) {
            below.forEach(segment -> url.append('/').append(segment));
        }
        if (source.takesQuery() && hooks.keeps(Rule.SOURCE_PATH)) {
            query.ifPresent(text -> url.append('?').append(text));
        }
        try {
            return Relay.open(outbound, period, URI.create(url.toString()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("the data plane is closing", closing);
        }
    }

    /**
     * Hands data on until it ends or the flow leaves STARTED.
     *
     * @param period in which the request was let in; empty if that was outside of any
     * @throws IOException if reader or source have gone, or the flow has left STARTED before all was read
     */
    public void hand(DataFlow flow, Optional<Period> period, InputStream data, OutputStream out) throws IOException {
        if (hooks.keeps(Rule.STREAM_STOPS) && (hooks.keeps(Rule.STREAM_EVERY) || flow.isReadFirst())) {
            period.ifPresent(lasting -> lasting.afterwards(() -> Fetcher.close(data), outbound.workers()));
        }
        try {
            copy(flow, data, out);
        } catch (IOException ended) {
            if (hooks.keeps(Rule.STREAM_CLOSED) || period.filter(Period::isOver).isEmpty()) {
                throw ended;
            }
            rest();
        }
    }

    private static void rest() {
        try {
            WireEndpoint.rests();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(DataFlow flow, InputStream data, OutputStream out) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        try (data) {
            for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
                flow.count(read);
            }
        }
    }
}
