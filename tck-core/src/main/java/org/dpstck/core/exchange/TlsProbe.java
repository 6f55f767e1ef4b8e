package org.dpstck.core.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks what comes of a TLS handshake with a port; nothing is sent after it.
 *
 * @param protocol that was agreed on, like {@code TLSv1.3}; null if the handshake failed
 * @param chain the certificates that the other end showed, its own first; empty if it showed none
 * @param failure why the handshake failed, in one line; null if it did not
 * @param plain whether what the other end speaks is no TLS
 */
public record TlsProbe(String protocol, List<X509Certificate> chain, String failure, boolean plain) {

    /** How much of the other end's word is taken. */
    public enum Trust {
        /** As every request does: a known issuer, a valid certificate, the right host name. */
        FULL,
        /** The certificate must be valid, whatever host name it has. */
        ANY_NAME,
        /** Any certificate, to look at it. */
        NONE
    }

    /**
     * Shakes hands.
     *
     * @param address to connect to
     * @param host whose certificate is expected
     * @param limit for the connection and the handshake together
     */
    public static TlsProbe of(InetAddress address, String host, int port, Trust trust, Duration limit) {
        // Closed from here: a handshake has no time limit of its own, and a closed socket ends it.
        try (var connection = new Socket()) {
            return Bounded.call(
                    "dps-tck-tls", limit, () -> shake(connection, address, host, port, trust, (int) limit.toMillis()));
        } catch (TimeoutException e) {
            return new TlsProbe(null, List.of(), "no handshake within " + Durations.text(limit), false);
        } catch (IOException e) {
            var text = Texts.oneLine(String.valueOf(e.getMessage()), 200);
            return new TlsProbe(null, List.of(), text, text.contains("Unsupported or unrecognized SSL message"));
        }
    }

    /** Whether the handshake came to its end. */
    public boolean agreed() {
        return failure == null;
    }

    /** The certificate of the other end itself. */
    public Optional<X509Certificate> certificate() {
        return chain.stream().findFirst();
    }

    private static TlsProbe shake(
            Socket connection, InetAddress address, String host, int port, Trust trust, int millis) throws IOException {
        connection.connect(new InetSocketAddress(address, port), millis);
        connection.setSoTimeout(millis);
        try (var socket = (SSLSocket) context(trust).getSocketFactory().createSocket(connection, host, port, true)) {
            if (trust == Trust.FULL) {
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            var session = socket.getSession();
            var chain = Arrays.stream(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            return new TlsProbe(session.getProtocol(), chain, null, false);
        }
    }

    private static SSLContext context(Trust trust) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust == Trust.NONE ? new TrustManager[] {new Anybody()} : null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS", e);
        }
    }

    /** Believes everybody, so that a certificate which others refuse can be looked at; no data follow. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Anybody.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Anybody.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // Anybody.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // Anybody.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // Anybody.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // Anybody.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
