package org.dpstck.core.exchange;

import java.security.GeneralSecurityException;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;

/** TLS with whatever certificate the other side shows, for endpoints in test beds. */
// The classic API of Apache HttpClient 4 has the hooks that bound a request; its successors hide them.
@SuppressWarnings("deprecation")
final class AnyCertificate {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private AnyCertificate() {}

    static SchemeRegistry schemes() {
        try {
            var registry = new SchemeRegistry();
            registry.register(new Scheme("http", HTTP, PlainSocketFactory.getSocketFactory()));
            registry.register(new Scheme(
                    "https",
                    HTTPS,
                    new SSLSocketFactory((chain, type) -> true, SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER)));
            return registry;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
