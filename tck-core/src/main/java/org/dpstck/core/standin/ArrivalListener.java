package org.dpstck.core.standin;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Header;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.Texts;

/** Hands each request to the stand-in the moment it is complete, before it is answered. */
final class ArrivalListener implements ServeEventListener {

    private static final int RECORDED = 1 << 16;
    private static final String JSON = "application/json";

    private final Redactor redactor;
    private final ExchangeIds ids;
    private final Map<String, String> standing = new ConcurrentHashMap<>();
    private volatile StandIn standIn;

    ArrivalListener(Redactor redactor, ExchangeIds ids) {
        this.redactor = redactor;
        this.ids = ids;
    }

    /** Notes what GET requests for a kind of path are answered with, for the record. */
    void answers(String path, String json) {
        standing.put(path, json);
    }

    void deliverTo(StandIn target) {
        this.standIn = target;
    }

    @Override
    public String getName() {
        return "dps-tck-arrivals";
    }

    @Override
    public void beforeMatch(ServeEvent event, Parameters parameters) {
        var target = standIn;
        if (target != null) {
            target.deliver(incoming(event.getRequest()));
        }
    }

    Incoming incoming(Request request) {
        var headers = new ArrayList<Header>();
        for (var header : request.getHeaders().all()) {
            header.values().forEach(value -> headers.add(new Header(header.key(), value)));
        }
        var url = request.getUrl();
        var query = url.indexOf('?');
        return new Incoming(
                Instant.now(),
                request.getMethod().getName(),
                request.getAbsoluteUrl(),
                query < 0 ? url : url.substring(0, query),
                query < 0 ? "" : url.substring(query),
                headers,
                request.getBodyAsString());
    }

    /** A request of a record. */
    Incoming recorded(Exchange exchange) {
        var request = exchange.request();
        var url = request.url();
        var host = url.indexOf("://") < 0 ? 0 : url.indexOf('/', url.indexOf("://") + 3);
        var target = host < 0 ? "/" : url.substring(host);
        var query = target.indexOf('?');
        return new Incoming(
                exchange.at(),
                request.method(),
                url,
                query < 0 ? target : target.substring(0, query),
                query < 0 ? "" : target.substring(query),
                request.headers(),
                request.body());
    }

    /** A request that is not yet attributed to a flow. */
    final class Incoming {
        private final Instant at;
        private final String method;
        private final String url;
        private final String path;
        private final String query;
        private final List<Header> headers;
        private final String body;

        Incoming(Instant at, String method, String url, String path, String query, List<Header> headers, String body) {
            this.at = at;
            this.method = method;
            this.url = url;
            this.path = path;
            this.query = query;
            this.headers = List.copyOf(headers);
            this.body = body == null ? "" : body;
        }

        String path() {
            return path;
        }

        /** Path and query. */
        String target() {
            return path + query;
        }

        /** The flow's own segment after {@code /callbacks/}; an advertised path may stand before it. */
        String key() {
            var start = path.indexOf("/callbacks/");
            if (start < 0) {
                return null;
            }
            var rest = path.substring(start + "/callbacks/".length());
            var end = rest.indexOf('/');
            return end < 0 ? rest : rest.substring(0, end);
        }

        boolean mentions(String processId) {
            return url.contains(processId) || body.contains(processId);
        }

        Arrival arrival(String relativePath, boolean missed) {
            var answer = standing.entrySet().stream()
                    .filter(it -> method.equals("GET") && path.matches(it.getKey()))
                    .findFirst()
                    .map(it -> answer(200, List.of(new Header("Content-Type", JSON)), it.getValue()))
                    .orElseGet(() -> answer(200, List.of(), ""));
            return arrival(relativePath, missed, "callback", answer);
        }

        /** The same request with the answer that it got, and what it is about. */
        Arrival answered(String relativePath, String purpose, Served served) {
            var headers = new ArrayList<Header>();
            if (served.contentType() != null) {
                headers.add(new Header("Content-Type", served.contentType()));
            }
            served.headers().forEach((name, value) -> headers.add(new Header(name, value)));
            return arrival(relativePath, false, purpose, answer(served.status(), headers, served.body()));
        }

        private Exchange.Answer answer(int status, List<Header> headers, String body) {
            return new Exchange.Answer(status, headers, Texts.cut(redactor.clean(body), RECORDED), body.length());
        }

        private Arrival arrival(String relativePath, boolean missed, String purpose, Exchange.Answer answer) {
            var request = new Exchange.Request(
                    method,
                    redactor.clean(url),
                    headers.stream().map(redactor::clean).toList(),
                    Texts.cut(redactor.clean(body), RECORDED));
            var exchange =
                    new Exchange(ids.next(), Exchange.Direction.FROM_SYSTEM, purpose, at, 0, request, answer, null);
            return new Arrival(at, method, relativePath, headers, body, missed, exchange);
        }
    }
}
