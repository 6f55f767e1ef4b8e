package org.dpstck.core.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Makes a port speak TLS to whoever begins with it, and plain HTTP to everybody else.
 *
 * <p>One port is all that a system in a container has to reach. The certificate is self-signed and public with its key: a
 * system that is to use it has to trust it, or whatever it meets in its test bed.
 */
final class TlsDetection {

    private static final String STORE = "stand-in.p12";
    private static final String PASSWORD = "test-only";

    private TlsDetection() {}

    static void addTo(ServerConnector connector) {
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new SecureRequestCustomizer(false));
        connector.addFirstConnectionFactory(new DetectorConnectionFactory(
                new SslConnectionFactory(certificate(), HttpVersion.HTTP_1_1.asString())));
    }

    private static SslContextFactory.Server certificate() {
        try (var in = TlsDetection.class.getResourceAsStream(STORE)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            var factory = new SslContextFactory.Server();
            factory.setKeyStore(keys);
            factory.setKeyStorePassword(PASSWORD);
            factory.setSniRequired(false);
            return factory;
        } catch (IOException e) {
            throw new UncheckedIOException(STORE + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(STORE + " cannot be used", e);
        }
    }
}
