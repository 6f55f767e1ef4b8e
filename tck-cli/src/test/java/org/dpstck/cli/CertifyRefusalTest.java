package org.dpstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What gets no certificate, and what is said then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifyRefusalTest {

    private Path dir;
    private Path partial;
    private Path failed;
    private Certifying certifying;

    @BeforeAll
    void judge(@TempDir Path temporary) throws IOException {
        dir = temporary;
        certifying = new Certifying(dir);
        partial = dir.resolve("partial");
        failed = dir.resolve("failed");
        Shell.plain().run("run", "--quiet", "--only", "START-200,BASE-URL-HTTPS", "--out", partial.toString());
        Shell.plain()
                .run(
                        "run",
                        "--quiet",
                        "--only",
                        "START-DUPLICATE",
                        "--reference-fault",
                        "START-DUPLICATE-NEW-FLOW",
                        "--out",
                        failed.toString());
    }

    @Test
    void everythingThatStandsInTheWayIsToldTogether() {
        var refused = certifying.certify(partial, dir.resolve("no.json"));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "no certificate for this run",
                        "a part of the cases was selected",
                        "the verdict is PARTIAL",
                        "the reference that comes with the kit",
                        "1 mandatory requirement is untested: BASE-URL-HTTPS",
                        "the base URL is not HTTPS",
                        "--statement");
        assertThat(dir.resolve("no.json")).doesNotExist();
    }

    @Test
    void aRunThatFailedGetsAStatementAndNoCertificate() throws IOException {
        assertThat(certifying.certify(failed, dir.resolve("no.json")).err()).contains("the verdict is NOT CONFORMANT");

        var stated = certifying.certify(failed, dir.resolve("results.json"), "--statement");
        assertThat(stated.code()).as(stated.err()).isZero();
        assertThat(stated.out()).contains("Statement of results, which is no certificate of conformance");
        assertThat(Files.readString(dir.resolve("results.html")))
                .contains(
                        "Statement of results, which is no certificate", "NOT CONFORMANT", "It has deliberate faults");
        var checked = certifying.verify(
                dir.resolve("results.json"), "--key", certifying.publicKey(), "--evidence", failed.toString());
        assertThat(checked.out()).contains("Statement of results", "NOT CONFORMANT", "VALID");
        assertThat(checked.code()).isZero();
    }

    @Test
    void aRunThatDidNotEndOrIsNotSealedIsRefused() throws IOException {
        var interrupted = certifying.copy(failed, "interrupted");
        certifying.change(interrupted, record -> record.put("status", "INTERRUPTED"));
        certifying.seal(interrupted);
        assertThat(certifying.certify(interrupted, dir.resolve("no.json")).err())
                .contains("did not come to its end");

        Files.delete(interrupted.resolve("seal.json"));
        var unsealed = certifying.certify(interrupted, dir.resolve("no.json"), "--statement");
        assertThat(unsealed.code()).isEqualTo(2);
        assertThat(unsealed.err()).contains("seal.json does not exist");
    }

    @Test
    void aRecordThatContradictsItselfIsRefused() throws IOException {
        var better = certifying.copy(failed, "better");
        certifying.change(better, record -> record.put("verdict", "CONFORMANT"));
        certifying.seal(better);

        var refused = certifying.certify(better, dir.resolve("no.json"), "--statement");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("its verdict is CONFORMANT, and its cases make it NOT_CONFORMANT");
    }

    @Test
    void anotherBuildOfTheKitIsRefused() throws IOException {
        var other = certifying.copy(failed, "other");
        Files.writeString(
                other.resolve("seal.json"),
                Files.readString(other.resolve("seal.json"))
                        .replaceAll("\"sha256\": \"[0-9a-f]{8}", "\"sha256\": \"00000000"));

        assertThat(certifying
                        .certify(other, dir.resolve("no.json"), "--statement")
                        .err())
                .contains("use the kit that made the run");
    }

    @Test
    void ofManyAlteredCasesTheFirstAreNamed() throws IOException {
        var run = dir.resolve("many");
        Shell.plain().run("run", "--quiet", "--only", "START-*", "--out", run.toString());
        certifying.change(
                run, record -> record.withArray("cases").forEach(it -> ((ObjectNode) it).put("outcome", "WARNED")));
        certifying.seal(run);

        var refused = certifying.certify(run, dir.resolve("no.json"));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().lines().filter(it -> it.contains(": recorded WARNED, now PASSED")))
                .hasSize(10);
        assertThat(refused.err()).contains(" more; `dps-tck rejudge` lists them all");
    }

    @Test
    void theApplicantsMistakesAreToldTogether() throws IOException {
        Files.writeString(
                dir.resolve("applicant.yaml"),
                "organization: Example\nproduct: 5\nversion: 1.4\nurl: nowhere\nfoo: x\n");
        var refused = certifying.certify(failed, dir.resolve("no.json"), "--statement");
        new Certifying(dir);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.errLines()).hasSize(1);
        assertThat(refused.err())
                .contains(
                        "unknown: organization, did you mean organisation?",
                        "product: write it in quotation marks",
                        "version: write it in quotation marks",
                        "url: 'nowhere' is no http or https URL",
                        "unknown: foo",
                        "missing: organisation, contact");
    }
}
