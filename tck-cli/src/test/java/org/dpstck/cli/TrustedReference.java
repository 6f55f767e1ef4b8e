package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.ReferenceDataPlane;

/** Lets this process trust the certificate of the reference data plane, as a user would with a trust store of his own. */
final class TrustedReference implements AutoCloseable {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    private final Path dir;
    private final Map<String, String> before = new LinkedHashMap<>();

    TrustedReference(Path dir) throws IOException {
        this.dir = dir;
        var store = dir.resolve("trusted.p12");
        try (var in = ReferenceDataPlane.class.getResourceAsStream("/org/dpstck/reference/tls.p12")) {
            Files.copy(in, store);
        }
        before.put(STORE, System.getProperty(STORE));
        before.put(PASSWORD, System.getProperty(PASSWORD));
        System.setProperty(STORE, store.toString());
        System.setProperty(PASSWORD, "test-only");
    }

    /** The description in the examples, with signaling over TLS. */
    Path description(int port) throws IOException {
        var text = Files.readString(Path.of("../examples/reference-data-plane.yaml"))
                .replace("url: http://localhost:8080/signaling", "url: https://127.0.0.1:" + port + "/signaling")
                .replace("http://localhost:8080", "http://127.0.0.1:" + port)
                .replace("https: ignore", "https: require");
        return Files.writeString(dir.resolve("sut.yaml"), text);
    }

    @Override
    public void close() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
