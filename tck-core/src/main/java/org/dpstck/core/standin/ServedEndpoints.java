package org.dpstck.core.standin;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
        var start = incoming.path().indexOf(PATH);
        if (start < 0) {
            return response;
        }
        // The segment that is its own; what a case serves below it is the case's business.
        var endpoint = open.get(incoming.path().substring(start + PATH.length()).split("/", 2)[0]);
        var served = endpoint == null ? Served.json(GONE, "{}") : endpoint.take(incoming);
        return Response.Builder.like(response)
                .but()
                .status(served.status())
                .headers(new HttpHeaders(new HttpHeader("Content-Type", served.contentType())))
                .body(served.body())
                .build();
    }
}
