package org.dpstck.core.standin;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Answers requests to the endpoints of cases, in the place of the 200 that every callback gets. */
final class ServedEndpoints implements ResponseTransformerV2 {

    static final String PATH = "/served/";

    private static final int GONE = 410;

    private final Map<String, Endpoint> open = new ConcurrentHashMap<>();
    private final ArrivalListener listener;

    ServedEndpoints(ArrivalListener listener) {
        this.listener = listener;
    }

    void open(Endpoint endpoint) {
        open.put(endpoint.key(), endpoint);
    }

    void release(Endpoint endpoint) {
        open.remove(endpoint.key());
    }

    @Override
    public String getName() {
        return "dps-tck-served-endpoints";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        var incoming = listener.incoming(event.getRequest());
        if (!incoming.path().contains(PATH)) {
            return response;
        }
        return answer(response, rested(answer(incoming)));
    }

    /** An answer that something may release waits here, once its request is known to whoever waits for it. */
    private static Served rested(Served served) {
        if (served.released() == null) {
            return served;
        }
        try {
            served.released().get(served.delay().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException itsTimeIsOver) {
            return served.after(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return served.after(Duration.ZERO);
    }

    /** What the endpoint that a request is for answers it. */
    Served answer(ArrivalListener.Incoming incoming) {
        return endpoint(incoming).map(it -> it.take(incoming)).orElseGet(ServedEndpoints::gone);
    }

    /** The same of a request of a record, whose answer may not be known before something else has happened. */
    void answer(ArrivalListener.Incoming incoming, Consumer<Served> answered) {
        endpoint(incoming).ifPresentOrElse(it -> it.take(incoming, answered), () -> answered.accept(gone()));
    }

    private Optional<Endpoint> endpoint(ArrivalListener.Incoming incoming) {
        // The segment that is its own; what a case serves below it is the case's business.
        var below = incoming.path().substring(incoming.path().indexOf(PATH) + PATH.length());
        return Optional.ofNullable(open.get(below.split("/", 2)[0]));
    }

    private static Served gone() {
        return Served.json(GONE, "{}");
    }

    private static Response answer(Response response, Served served) {
        var headers = new ArrayList<HttpHeader>();
        if (served.contentType() != null) {
            headers.add(new HttpHeader("Content-Type", served.contentType()));
        }
        served.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        var built = Response.Builder.like(response)
                .but()
                .headers(new HttpHeaders(headers))
                .incrementInitialDelay(served.delay().toMillis());
        return served.dropped()
                ? built.fault(Fault.CONNECTION_RESET_BY_PEER).build()
                : built.status(served.status()).body(served.body()).build();
    }
}
