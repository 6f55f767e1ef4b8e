package org.dpstck.reference.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A port that speaks HTTP and HTTPS, by the first bytes of the client.
 *
 * <p>The certificate is self-signed, names the loopback interface, and has its key in this module: it keeps no secret and
 * proves nothing.
 */
final class TlsConnector {

    private static final String STORE = "/org/dpstck/reference/tls.p12";
    private static final String PASSWORD = "test-only";

    private TlsConnector() {}

    static ServerConnector on(String host, int port, Server server, HttpConfiguration http) {
        HttpConfiguration secured = new HttpConfiguration(http);
        secured.addCustomizer(new SecureRequestCustomizer(false));
        SslConnectionFactory tls = new SslConnectionFactory(certificate(), HttpVersion.HTTP_1_1.asString());
        ServerConnector connector =
                new ServerConnector(server, new DetectorConnectionFactory(tls), new HttpConnectionFactory(secured));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    private static SslContextFactory.Server certificate() {
        try (InputStream in = TlsConnector.class.getResourceAsStream(STORE)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            SslContextFactory.Server factory = new SslContextFactory.Server();
            factory.setKeyStore(keys);
            factory.setKeyStorePassword(PASSWORD);
            factory.setSniRequired(false);
            return factory;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(STORE + " cannot be read", unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(STORE + " cannot be used", unusable);
        }
    }
}
