package org.dpstck.core.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.http.HttpEntity;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.util.EntityUtils;

/**
 * The HTTP client of the cases: one connection a request, no retries, no redirects, bounded in time and size.
 *
 * <p>A connection is not used twice on purpose: a kept connection that the system closes at the wrong moment would look
 * like a defect of the system. A client is not used twice either: it would keep cookies and credentials.
 */
// The hooks that bound headers, trailers and time are those of the classic API of Apache HttpClient 4.
@SuppressWarnings("deprecation")
final class BoundedClients {

    /** Methods whose requests say that they have no body, instead of saying nothing. */
    private static final Set<String> WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    private static final int PIECE = 8192;
    private static final int LEAST_STATUS = 100;
    private static final int GREATEST_STATUS = 999;

    private final WireLimits limits;
    private final ClientConnectionManager connections;

    BoundedClients(WireLimits limits, boolean trusting) {
        this.limits = limits;
        this.connections = new BoundedConnections(trusting);
    }

    /**
     * What came back.
     *
     * @param status the status code
     * @param headers in the order they came
     * @param body whole
     */
    record Wired(int status, List<Header> headers, byte[] body) {}

    /** Sends a request exactly as it is given and reads the whole answer. */
    Wired exchange(Outgoing outgoing, URI url, List<Header> headers, Deadline deadline) throws IOException {
        return exchange(outgoing, url, headers, deadline, limits.bodyBytes(), EntityUtils::toByteArray);
    }

    /** Sends a request and follows the answer, of which a part alone is kept, until it ends or the time is over. */
    Wired follow(Outgoing outgoing, URI url, List<Header> headers, Deadline deadline, Runnable came)
            throws IOException {
        return exchange(
                outgoing,
                url,
                headers,
                deadline,
                Integer.MAX_VALUE,
                entity -> followed(entity.getContent(), limits.recordedChars(), came));
    }

    /** What becomes of a body while it comes in. */
    @FunctionalInterface
    private interface Reader {
        byte[] read(HttpEntity entity) throws IOException;
    }

    private static byte[] followed(InputStream body, int most, Runnable came) throws IOException {
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[PIECE];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            came.run();
            kept.write(buffer, 0, Math.min(read, most - kept.size()));
        }
        return kept.toByteArray();
    }

    private Wired exchange(
            Outgoing outgoing, URI url, List<Header> headers, Deadline deadline, int limit, Reader reader)
            throws IOException {
        var request = request(outgoing, url);
        headers.forEach(header -> request.addHeader(header.name(), header.value()));
        var response = client(url, deadline, limit).execute(request);
        try {
            var entity = response.getEntity();
            var body = entity == null ? new byte[0] : reader.read(entity);
            var came = Arrays.stream(response.getAllHeaders())
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            return new Wired(status(response), came, body);
        } finally {
            request.releaseConnection();
        }
    }

    void close() {
        connections.shutdown();
    }

    private AbstractHttpClient client(URI url, Deadline deadline, int limit) {
        var client = new TimedClient(connections, deadline);
        client.setReuseStrategy(new NoConnectionReuseStrategy());
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        var params = client.getParams();
        params.setBooleanParameter(ClientPNames.HANDLE_REDIRECTS, false);
        HttpConnectionParams.setConnectionTimeout(params, (int) limits.connect().toMillis());
        HttpConnectionParams.setSoTimeout(params, (int) deadline.request().toMillis());
        BoundedConnections.limit(params);
        client.addRequestInterceptor((request, context) -> {
            deadline.sending();
            keepTarget(request, url);
        });
        client.addResponseInterceptor((response, context) -> bound(response, limit));
        return client;
    }

    /** The client would tidy the path up; what is sent is what was asked for. */
    private static void keepTarget(HttpRequest request, URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        if (request instanceof RequestWrapper wrapper) {
            wrapper.setURI(URI.create(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery()));
        }
    }

    private static int status(HttpResponse response) throws IOException {
        var status = response.getStatusLine().getStatusCode();
        if (status < LEAST_STATUS || status > GREATEST_STATUS) {
            throw new ClientProtocolException(
                    new ProtocolException("the status code " + status + " has not three digits"));
        }
        return status;
    }

    private static HttpRequestBase request(Outgoing outgoing, URI url) {
        if (outgoing.body() == null && !WITH_LENGTH.contains(outgoing.method())) {
            return new Bare(outgoing.method(), url);
        }
        var request = new Enclosing(outgoing.method(), url);
        if (outgoing.body() != null) {
            request.setEntity(new ByteArrayEntity(outgoing.body().getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static void bound(HttpResponse response, int limit) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return;
        }
        if (entity.getContentLength() > limit) {
            throw new BoundedEntity.TooLargeException(limit);
        }
        response.setEntity(new BoundedEntity(entity, limit));
    }

    private static final class Bare extends HttpRequestBase {
        private final String method;

        Bare(String method, URI url) {
            this.method = method;
            setURI(url);
        }

        @Override
        public String getMethod() {
            return method;
        }
    }

    private static final class Enclosing extends HttpEntityEnclosingRequestBase {
        private final String method;

        Enclosing(String method, URI url) {
            this.method = method;
            setURI(url);
        }

        @Override
        public String getMethod() {
            return method;
        }
    }
}
