package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dpstck.reference.ReferenceDataPlane;
import org.dpstck.reference.ReferenceOptions;
import org.dpstck.reports.certificate.MalformedCertificateException;
import org.dpstck.reports.certificate.SignedAttestation;
import org.dpstck.reports.certificate.VerificationKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Certificates of a run that deserves one, and how every change of them and of their evidence is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifyTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EVERY = 50;

    private Path dir;
    private Path run;
    private Path certificate;
    private Certifying certifying;

    @BeforeAll
    void judgeOverTls(@TempDir Path temporary) throws IOException {
        dir = temporary;
        run = dir.resolve("run");
        certificate = dir.resolve("out/certificate.json");
        certifying = new Certifying(dir);
        var options = ReferenceOptions.defaults().withEdition("1.0-RC3");
        try (var plane = ReferenceDataPlane.start(options);
                var trust = new TrustedReference(dir)) {
            var config = trust.description(plane.baseUrl().getPort());
            var ran = Shell.plain()
                    .run(
                            "run",
                            "--quiet",
                            "--config",
                            config.toString(),
                            "--edition",
                            "1.0-RC3",
                            "--out",
                            run.toString());
            assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        }
        var certified = certifying.certify(run, certificate);
        assertThat(certified.code()).as(certified.out() + certified.err()).isZero();
    }

    @Test
    void aRunThatDeservesItIsCertified() throws IOException {
        assertThat(certificate.resolveSibling("certificate.html"))
                .content()
                .contains(
                        "Certificate of conformance",
                        "CONFORMANT",
                        "Example &lt;data plane&gt;",
                        "Example Ltd",
                        "1.0-RC3")
                .doesNotContain("<script", "http-equiv=\"refresh\"");
        assertThat(certificate.resolveSibling("request.md"))
                .content()
                .contains("Request for certification", "asks for certification", "Example Ltd", "SHA-256");
        var statement = payload();
        assertThat(statement.path("_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.path("subject").path(0).path("name").asString()).isEqualTo("run.json");
        var predicate = statement.path("predicate");
        assertThat(predicate.path("title").asString()).isEqualTo("Certificate of conformance");
        assertThat(predicate.path("results").path("requirements").size()).isGreaterThan(50);
        assertThat(predicate.path("recomputed").path("same").asInt()).isGreaterThan(700);
        assertThat(predicate.path("suite").path("sha256").asString()).hasSize(64);
    }

    @Test
    void whoKnowsTheKeyCanCheckIt() {
        var checked = certifying.verify(certificate, "--key", certifying.publicKey(), "--evidence", run.toString());

        assertThat(checked.out())
                .contains("VALID: signed by the key ", "says the same", "cases end as recorded, 0 otherwise");
        assertThat(checked.code()).isZero();
    }

    @Test
    void withoutAKeyNothingIsProven() {
        var unknown = certifying.verify(certificate);
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.out()).contains("NOT TRUSTED", "SHA-256 ");

        assertThat(certifying.verify(certificate, "--trust-embedded").code()).isZero();
        var other = certifying.verify(certificate, "--key", certifying.otherKey());
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("NOT VALID", "not signed with the key that was given");
        assertThat(certifying
                        .verify(certificate, "--trust-embedded", "--key", certifying.publicKey())
                        .code())
                .isEqualTo(2);
        assertThat(certifying
                        .verify(dir.resolve("none.json"), "--trust-embedded")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void everyFieldOfTheContentCounts() throws IOException {
        var statement = payload();
        var leaves = new ArrayList<Consumer<String>>();
        collect(statement, leaves);
        assertThat(leaves).hasSizeGreaterThan(200);
        var file = dir.resolve("changed.json");
        for (int at = 0; at < leaves.size(); at += at < 300 ? 1 : EVERY) {
            leaves.get(at).accept("altered");
            var envelope = envelope();
            envelope.put(
                    "payload",
                    Base64.getEncoder().encodeToString(statement.toString().getBytes(StandardCharsets.UTF_8)));
            Files.writeString(file, envelope.toString());
            assertThat(valid(file)).as("leaf " + at).isFalse();
            leaves.get(at).accept(null);
        }
        var untouched = envelope();
        Files.writeString(file, untouched.toString());
        assertThat(valid(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payloadType", "payload", "keyid", "sig", "added", "removed", "twice", "empty"})
    void everyFieldOfTheEnvelopeCounts(String field) throws IOException {
        var file = dir.resolve("envelope-" + field + ".json");
        var envelope = envelope();
        var signature = (ObjectNode) envelope.withArray("signatures").get(0);
        switch (field) {
            case "payloadType" -> envelope.put(field, "application/vnd.in-toto+JSON");
            case "payload" -> envelope.put(field, flipped(envelope.path(field).asString()));
            case "keyid" -> {
                var id = signature.path(field).asString();
                signature.put(field, (id.startsWith("0") ? "1" : "0") + id.substring(1));
            }
            case "sig" -> signature.put(field, flipped(signature.path(field).asString()));
            case "added" -> envelope.put("note", "conformant in every edition");
            case "removed" -> signature.remove("keyid");
            case "twice" -> envelope.withArray("signatures").add(signature.deepCopy());
            default -> envelope.putArray("signatures");
        }
        Files.writeString(file, envelope.toString());

        var checked = certifying.verify(file, "--key", certifying.publicKey());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("NOT VALID");
    }

    Stream<String> files() throws IOException {
        try (var files = Files.list(run);
                var allure = Files.list(run.resolve("allure-results"))) {
            var own = files.filter(Files::isRegularFile);
            return Stream.concat(Stream.concat(own, allure.limit(1)), Stream.of(run.resolve("repeat/lib.sh")))
                    .map(it -> run.relativize(it).toString())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyByteOfTheEvidenceCounts(String name) throws IOException {
        var copy = certifying.copy(run, "evidence-" + name.replace('/', '-'));
        var bytes = Files.readAllBytes(copy.resolve(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.resolve(name), bytes);

        var checked = certifying.verify(certificate, "--key", certifying.publicKey(), "--evidence", copy.toString());
        assertThat(checked.code()).as(checked.out() + checked.err()).isEqualTo(1);
        assertThat(checked.out()).contains("NOT VALID");
    }

    @Test
    void aFolderOfTheEvidenceIsWholeOrMissing() throws IOException {
        var copy = certifying.copy(run, "folders");
        Files.writeString(copy.resolve("allure-results/added.json"), "{}");
        var checked = certifying.verify(certificate, "--key", certifying.publicKey(), "--evidence", copy.toString());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("allure-results/ is not ");

        Files.delete(copy.resolve("allure-results/added.json"));
        Files.delete(copy.resolve("repeat/lib.sh"));
        checked = certifying.verify(certificate, "--key", certifying.publicKey(), "--evidence", copy.toString());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("repeat/ is not ").doesNotContain("allure-results/ is not ");
    }

    @Test
    void aRecordThatWasAlteredGetsNoCertificate() throws IOException {
        var careless = certifying.copy(run, "careless");
        certifying.change(careless, record -> record.put("reason", "better than conformant"));
        var refused = certifying.certify(careless, dir.resolve("careless.json"), "--statement");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("run.json was changed after the run");

        var sealed = certifying.copy(run, "sealed");
        certifying.change(sealed, record -> firstAnswer(record, "START-ANSWER.").put("status", 500));
        certifying.seal(sealed);
        refused = certifying.certify(sealed, dir.resolve("sealed.json"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("run.json was altered: its exchanges lead to another outcome; START-ANSWER.");
        assertThat(dir.resolve("sealed.json")).doesNotExist();
    }

    @Test
    void evidenceOfAnotherRunIsFound() throws IOException {
        var other = certifying.copy(run, "other");
        certifying.change(other, record -> ((ObjectNode) record.path("system")).put("name", "another"));
        certifying.seal(other);

        var checked = certifying.verify(certificate, "--key", certifying.publicKey(), "--evidence", other.toString());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("run.json is not the file", "disagree on: system");
    }

    private boolean valid(Path file) throws IOException {
        try {
            var key = VerificationKey.read(Path.of(certifying.publicKey()));
            return SignedAttestation.read(file).problemsOfSignature(key).isEmpty();
        } catch (MalformedCertificateException e) {
            return false;
        }
    }

    private ObjectNode envelope() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(certificate));
    }

    private JsonNode payload() throws IOException {
        return JSON.readTree(
                Base64.getDecoder().decode(envelope().path("payload").asString()));
    }

    private static String flipped(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        bytes[bytes.length / 2] ^= 1;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ObjectNode firstAnswer(ObjectNode record, String cases) {
        return (ObjectNode) record.path("cases")
                .valueStream()
                .filter(it -> it.path("id").asString().startsWith(cases))
                .findFirst()
                .orElseThrow()
                .path("exchanges")
                .path(0)
                .path("answer");
    }

    /** Something to change each leaf by, and to change it back. */
    private static void collect(JsonNode node, List<Consumer<String>> leaves) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isContainer() && !value.isEmpty()) {
                    collect(value, leaves);
                } else {
                    leaves.add(other -> object.set(name, other == null ? value : JSON.valueToTree(other)));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                var at = i;
                var value = array.get(i);
                if (value.isContainer() && !value.isEmpty()) {
                    collect(value, leaves);
                } else {
                    leaves.add(other -> array.set(at, other == null ? value : JSON.valueToTree(other)));
                }
            }
        }
    }
}
