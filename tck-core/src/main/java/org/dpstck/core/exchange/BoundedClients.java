package org.dpstck.core.exchange;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.conn.ConnectionReleaseTrigger;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.protocol.ExecutionContext;

/**
 * Makes the HTTP client under REST Assured: one connection a request, no retries, bounded in time and size.
 *
 * <p>A connection is not used twice on purpose: a kept connection that the system closes at the wrong moment would look
 * like a defect of the system. The deadline covers the whole exchange; a socket time-out alone would let a system drip
 * a byte at a time for ever.
 */
final class BoundedClients {

    private static final int CONNECTIONS = 64;

    private BoundedClients() {}

    /** A client that may be used by several threads. */
    // REST Assured 6 still builds on the classic API of Apache HttpClient 4.
    @SuppressWarnings("deprecation")
    static AbstractHttpClient create(WireLimits limits, ScheduledExecutorService deadlines) {
        var connections = new PoolingClientConnectionManager();
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        var client = new DefaultHttpClient(connections);
        client.setReuseStrategy(new NoConnectionReuseStrategy());
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        HttpConnectionParams.setConnectionTimeout(
                client.getParams(), (int) limits.connect().toMillis());
        HttpConnectionParams.setSoTimeout(
                client.getParams(), (int) limits.request().toMillis());
        client.addRequestInterceptor((request, context) -> {
            var connection = context.getAttribute(ExecutionContext.HTTP_CONNECTION);
            deadlines.schedule(() -> abort(connection), limits.request().toMillis(), TimeUnit.MILLISECONDS);
        });
        client.addResponseInterceptor((response, context) -> {
            var entity = response.getEntity();
            if (entity != null) {
                // REST Assured does not read an announced length of 0, and an unread body keeps its connection.
                response.setEntity(
                        entity.getContentLength() == 0 ? null : new BoundedEntity(entity, limits.bodyBytes()));
            }
        });
        return client;
    }

    /** Ends an exchange that takes too long; does nothing for one that has ended. */
    private static void abort(Object connection) {
        if (connection instanceof ConnectionReleaseTrigger trigger) {
            try {
                trigger.abortConnection();
            } catch (IOException e) {
                // It is gone already, which is all that was wanted.
                return;
            }
        }
    }
}
