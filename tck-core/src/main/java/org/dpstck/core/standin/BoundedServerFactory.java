package org.dpstck.core.standin;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.NetworkTrafficListener;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Puts two handlers before WireMock: the data endpoints, whose bodies must not be kept, and a limit on all other bodies.
 *
 * <p>WireMock reads a request whole into memory; without the limit a system could fill it with one callback.
 */
final class BoundedServerFactory implements HttpServerFactory {

    private static final long LARGEST_BODY = 1 << 20;

    private final AtomicReference<DataEndpoints> data = new AtomicReference<>();
    private final boolean secure;

    BoundedServerFactory(boolean secure) {
        this.secure = secure;
    }

    void route(DataEndpoints endpoints) {
        data.set(endpoints);
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        return new Jetty12HttpServer(options, admin, stubs) {
            @Override
            protected ServerConnector createHttpConnector(
                    String host, int port, JettySettings settings, NetworkTrafficListener listener) {
                var connector = super.createHttpConnector(host, port, settings, listener);
                if (secure) {
                    TlsDetection.addTo(connector);
                }
                return connector;
            }

            @Override
            protected Handler createHandler(
                    Options options, AdminRequestHandler adminHandler, StubRequestHandler stubHandler) {
                var limit = new SizeLimitHandler(LARGEST_BODY, -1);
                limit.setHandler(super.createHandler(options, adminHandler, stubHandler));
                return new DataFirst(limit);
            }
        };
    }

    private final class DataFirst extends Handler.Wrapper {

        DataFirst(Handler next) {
            super(next);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            var endpoints = data.get();
            return endpoints != null && endpoints.handle(request, response, callback)
                    || super.handle(request, response, callback);
        }
    }
}
