package org.dpstck.core.exchange;

import org.apache.http.ConnectionReuseStrategy;
import org.apache.http.HttpVersion;
import org.apache.http.client.AuthenticationStrategy;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.RedirectStrategy;
import org.apache.http.client.RequestDirector;
import org.apache.http.client.UserTokenHandler;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.protocol.RequestClientConnControl;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.cookie.CookieSpecRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.params.HttpProtocolParams;
import org.apache.http.params.SyncBasicHttpParams;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.HttpProcessor;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.protocol.RequestUserAgent;

/** A client for one request that shows the request to its deadline before anything else happens. */
// The classic API of Apache HttpClient 4 has the hooks that bound a request; its successors hide them.
@SuppressWarnings("deprecation")
final class TimedClient extends DefaultHttpClient {

    private static final int BUFFER = 8192;

    private final Deadline deadline;

    TimedClient(ClientConnectionManager connections, Deadline deadline) {
        super(connections);
        this.deadline = deadline;
    }

    /** Those of the class above, less what it reads from its jar each time to say who it is. */
    @Override
    protected HttpParams createHttpParams() {
        var params = new SyncBasicHttpParams();
        HttpProtocolParams.setVersion(params, HttpVersion.HTTP_1_1);
        HttpProtocolParams.setUserAgent(params, "dps-tck");
        HttpConnectionParams.setTcpNoDelay(params, true);
        HttpConnectionParams.setSocketBufferSize(params, BUFFER);
        return params;
    }

    /** What completes a request, and no more: it is sent once, and has neither cookies nor credentials to remember. */
    @Override
    protected BasicHttpProcessor createHttpProcessor() {
        var processor = new BasicHttpProcessor();
        processor.addInterceptor(new RequestContent());
        processor.addInterceptor(new RequestTargetHost());
        processor.addInterceptor(new RequestClientConnControl());
        processor.addInterceptor(new RequestUserAgent());
        return processor;
    }

    /** No cookie is kept, so nothing has to read one. */
    @Override
    protected CookieSpecRegistry createCookieSpecRegistry() {
        return new CookieSpecRegistry();
    }

    @Override
    protected RequestDirector createClientRequestDirector(
            HttpRequestExecutor executor,
            ClientConnectionManager connections,
            ConnectionReuseStrategy reuse,
            ConnectionKeepAliveStrategy keepAlive,
            HttpRoutePlanner routes,
            HttpProcessor processor,
            HttpRequestRetryHandler retries,
            RedirectStrategy redirects,
            AuthenticationStrategy targetAuthentication,
            AuthenticationStrategy proxyAuthentication,
            UserTokenHandler userTokens,
            HttpParams params) {
        var director = super.createClientRequestDirector(
                executor,
                connections,
                reuse,
                keepAlive,
                routes,
                processor,
                retries,
                redirects,
                targetAuthentication,
                proxyAuthentication,
                userTokens,
                params);
        return (target, request, context) -> {
            deadline.connecting((HttpUriRequest) request);
            return director.execute(target, request, context);
        };
    }
}
