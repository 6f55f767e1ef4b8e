package org.dpstck.core.exchange;

import java.io.IOException;
import java.net.Socket;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.HttpMessage;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.config.MessageConstraints;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.impl.entity.EntityDeserializer;
import org.apache.http.impl.entity.LaxContentLengthStrategy;
import org.apache.http.impl.io.ChunkedInputStream;
import org.apache.http.impl.io.SocketInputBuffer;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpParams;
import org.apache.http.util.CharArrayBuffer;

/**
 * Connections that read a limited header section and limited trailers, so that neither can fill the memory.
 *
 * <p>The limits are those of common servers, with room to spare.
 */
// The classic API of Apache HttpClient 4 has the hooks that bound a request; its successors hide them.
@SuppressWarnings("deprecation")
final class BoundedConnections extends PoolingClientConnectionManager {

    private static final int LONGEST_LINE = 1 << 14;
    private static final int MOST_HEADERS = 200;
    private static final int MOST_EMPTY_LINES = 4;
    private static final int BUFFER = 1 << 13;
    private static final int CONNECTIONS = 64;
    private static final MessageConstraints LIMITS = MessageConstraints.custom()
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();

    BoundedConnections(boolean trusting) {
        super(trusting ? AnyCertificate.schemes() : SchemeRegistryFactory.createDefault());
        setMaxTotal(CONNECTIONS);
        setDefaultMaxPerRoute(CONNECTIONS);
    }

    /** Limits a line before it is read, which the parsers do only afterwards. */
    static void limit(HttpParams params) {
        params.setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_LINE);
    }

    @Override
    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
        return new DefaultClientConnectionOperator(schemes) {
            @Override
            public OperatedClientConnection createConnection() {
                return new Connection();
            }
        };
    }

    private static final class Connection extends DefaultClientConnection {

        @Override
        protected SessionInputBuffer createSessionInputBuffer(Socket socket, int size, HttpParams params)
                throws IOException {
            return new Lines(socket, params);
        }

        @Override
        protected HttpMessageParser<HttpResponse> createResponseParser(
                SessionInputBuffer in, HttpResponseFactory factory, HttpParams params) {
            return new DefaultHttpResponseParser(in, null, factory, LIMITS) {
                @Override
                protected boolean reject(CharArrayBuffer line, int count) {
                    return !line.isEmpty() || count >= MOST_EMPTY_LINES;
                }
            };
        }

        @Override
        protected EntityDeserializer createEntityDeserializer() {
            return new Bodies();
        }
    }

    /** The client would take an end of the stream for the end of the header section. */
    private static final class Lines extends SocketInputBuffer {

        Lines(Socket socket, HttpParams params) throws IOException {
            super(socket, BUFFER, params);
        }

        @Override
        public int readLine(CharArrayBuffer line) throws IOException {
            var read = super.readLine(line);
            if (read < 0) {
                throw new ConnectionClosedException("the connection was closed between two lines");
            }
            return read;
        }
    }

    /** The parameters of a connection do not reach the trailers of a chunked body. */
    private static final class Bodies extends EntityDeserializer {

        Bodies() {
            super(new LaxContentLengthStrategy());
        }

        @Override
        protected BasicHttpEntity doDeserialize(SessionInputBuffer in, HttpMessage message)
                throws HttpException, IOException {
            var body = super.doDeserialize(in, message);
            if (body.isChunked()) {
                body.setContent(new ChunkedInputStream(in, LIMITS));
            }
            return body;
        }
    }
}
