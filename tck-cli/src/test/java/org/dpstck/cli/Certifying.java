package org.dpstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.dpstck.reports.certificate.Seal;
import org.dpstck.reports.certificate.SuiteIdentity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keys, an applicant and copies of evidence for tests of certificates. */
final class Certifying {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path dir;

    Certifying(Path dir) throws IOException {
        this.dir = dir;
        var signer = pair();
        Files.writeString(dir.resolve("key.pem"), pem("PRIVATE KEY", signer.getPrivate()));
        Files.writeString(dir.resolve("public.pem"), pem("PUBLIC KEY", signer.getPublic()));
        Files.writeString(dir.resolve("other.pem"), pem("PUBLIC KEY", pair().getPublic()));
        Files.writeString(
                dir.resolve("applicant.yaml"),
                """
                organisation: Example Ltd
                product: Example <data plane>
                version: "1.4"
                url: https://plane.example
                contact: conformance@plane.example
                environment: one machine
                """);
    }

    String publicKey() {
        return dir.resolve("public.pem").toString();
    }

    String otherKey() {
        return dir.resolve("other.pem").toString();
    }

    Shell.Result certify(Path run, Path out, String... more) {
        var arguments = new ArrayList<>(List.of("certify", run.toString(), "--out", out.toString()));
        arguments.addAll(List.of("--key", dir.resolve("key.pem").toString()));
        arguments.addAll(List.of("--applicant", dir.resolve("applicant.yaml").toString()));
        arguments.addAll(List.of(more));
        return Shell.plain().run(arguments.toArray(String[]::new));
    }

    Shell.Result verify(Path certificate, String... more) {
        var arguments = new ArrayList<>(List.of("verify", certificate.toString()));
        arguments.addAll(List.of(more));
        return Shell.plain().run(arguments.toArray(String[]::new));
    }

    Path copy(Path run, String name) throws IOException {
        var copy = Files.createDirectories(dir.resolve(name));
        try (var files = Files.walk(run)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(run.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    void change(Path run, Consumer<ObjectNode> change) throws IOException {
        var file = run.resolve("run.json");
        var record = (ObjectNode) JSON.readTree(Files.readString(file));
        change.accept(record);
        Files.writeString(file, record.toString());
    }

    /** Seals a record anew, as whoever altered it can do. */
    void seal(Path run) throws IOException {
        var suite = JSON.readTree(Files.readString(run.resolve("seal.json"))).path("suite");
        Seal.write(
                new SuiteIdentity(
                        suite.path("version").asString(),
                        suite.path("file").asString(),
                        suite.path("sha256").asString()),
                run);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String pem(String kind, Key key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
