package org.dpstck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.evidence.ApplicantFile;
import org.dpstck.cli.evidence.Records;
import org.dpstck.cli.evidence.Rejudging;
import org.dpstck.cli.run.SuiteBuild;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.certificate.Attestation;
import org.dpstck.reports.certificate.CertificateException;
import org.dpstck.reports.certificate.CertificatePage;
import org.dpstck.reports.certificate.CertificationRequest;
import org.dpstck.reports.certificate.Digests;
import org.dpstck.reports.certificate.Evidence;
import org.dpstck.reports.certificate.Kind;
import org.dpstck.reports.certificate.Recomputation;
import org.dpstck.reports.certificate.Scrutiny;
import org.dpstck.reports.certificate.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs what a run showed. */
@Command(
        name = "certify",
        sortOptions = false,
        description = {
            "Signs what a run showed, for a certification body or a customer: a certificate of conformance as an in-toto"
                    + " attestation (DSSE), a page to print, and the text of a request for certification.%n",
            "A certificate is refused unless the run was whole, came to its end, is CONFORMANT, left no mandatory requirement"
                    + " untested and stands as the run left it. --statement signs the results of any run that was not"
                    + " altered, and says in its title that it is no certificate.%n",
            "The private key is yours. Give the public half to whoever is to check, on another way than the certificate:%n",
            "  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem",
            "  openssl pkey -in key.pem -pubout -out public.pem%n",
            "The applicant file is YAML: organisation, product, version (in quotation marks), url, contact, and if you like"
                    + " description and environment.%n"
        },
        parameterListHeading = "The run:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:signed and written",
            "1:refused: the run deserves none, or its record was altered",
            "2:wrong usage: no run there, a key or an applicant file that cannot be used"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck certify build/run-1 --key key.pem --applicant applicant.yaml --out certificate.json",
            "      writes certificate.json, certificate.html and request.md",
            "  dps-tck certify build/run-1 --key key.pem --applicant applicant.yaml --statement --out results.json",
            "  dps-tck verify certificate.json --key public.pem --evidence build/run-1"
        })
final class CertifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Parameters(paramLabel = "RUN", description = "Folder of a run, or its run.json.")
    private Path run;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "PEM",
            description = "Private key, without a password: EC on P-256, Ed25519 or RSA (PKCS#8, SEC1 or PKCS#1).")
    private Path key;

    @Option(
            names = "--applicant",
            required = true,
            paramLabel = "FILE",
            description = "YAML file that says who applies, and for what.")
    private Path applicant;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The signed file; the page and the request go beside it. Default: certificate.json")
    private Path out = Path.of("certificate.json");

    @Option(names = "--statement", description = "Sign a plain statement of results, whatever they are.")
    private boolean statement;

    @Mixin
    private CommonOptions common;

    CertifyCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        var who = ApplicantFile.read(applicant);
        try {
            var signing = SigningKey.read(key);
            var evidence = Evidence.read(run, List.of(out, page(), request()));
            var edition = Records.edition(evidence.run(), suites.get());
            var problems = new ArrayList<>(Scrutiny.ofRecord(evidence, SuiteBuild.of(SuiteVersion.get())));
            if (!statement) {
                problems.addAll(Scrutiny.ofConformance(evidence.run(), edition, who));
            }
            var recomputation = recomputed(evidence.run(), problems);
            if (!problems.isEmpty()) {
                return refuse(problems);
            }
            var kind = statement ? Kind.STATEMENT : Kind.CERTIFICATE;
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            write(new Attestation(kind, evidence, edition, who, recomputation, now), signing);
            return ExitCode.OK;
        } catch (CertificateException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException(e.getMessage() == null ? run + " cannot be read" : e.getMessage(), e);
        }
    }

    /** What the recorded exchanges lead to; null if the record cannot be judged once more. */
    private Recomputation recomputed(RunRecord record, List<String> problems) {
        if (record.basis() == null) {
            return null;
        }
        var rejudged = Rejudging.of(record, suites.get());
        rejudged.differences()
                .forEach(it -> problems.add("run.json was altered: its exchanges lead to another outcome; " + it));
        return rejudged.recomputation();
    }

    private int refuse(List<String> problems) {
        surroundings.complain("dps-tck certify: " + (statement ? "refused" : "no certificate for this run") + ":");
        problems.forEach(it -> surroundings.complain("  - " + SafeText.line(it)));
        if (!statement) {
            surroundings.complain("--statement signs the results of a run that was not altered, as no certificate.");
        }
        return ExitCode.NOT_CONFORMANT;
    }

    private void write(Attestation attestation, SigningKey signing) throws CertificateException {
        var signed = attestation.sign(signing);
        var digest = Digests.of(signed.getBytes(StandardCharsets.UTF_8));
        var name = out.getFileName().toString();
        var verification = signing.verification();
        try {
            AtomicFile.write(out, to -> to.write(signed));
            AtomicFile.write(page(), to -> new CertificatePage(attestation, verification, digest, name).write(to));
            AtomicFile.write(
                    request(), to -> new CertificationRequest(attestation, verification, digest, name).write(to));
        } catch (IOException e) {
            throw new CertificateException(out + " and its neighbours cannot be written; choose another --out", e);
        }
        var told = surroundings.out();
        told.println(attestation.kind().title() + ": "
                + SafeText.line(attestation.applicant().product() + " "
                        + attestation.applicant().version()));
        List.of(out, page(), request()).forEach(it -> told.println("  " + it));
        told.println("Signed with " + verification.algorithmTitle() + ", key SHA-256 " + verification.fingerprint());
    }

    private Path page() {
        var name = out.getFileName().toString();
        return out.resolveSibling((name.endsWith(".json") ? name.substring(0, name.length() - 5) : name) + ".html");
    }

    private Path request() {
        return out.resolveSibling(CertificationRequest.FILE);
    }
}
