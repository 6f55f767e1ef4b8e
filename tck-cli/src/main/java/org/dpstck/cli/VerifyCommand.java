package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.SafeText;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.evidence.Records;
import org.dpstck.cli.evidence.Rejudging;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.UnreadableRecordException;
import org.dpstck.reports.certificate.CertificateException;
import org.dpstck.reports.certificate.Evidence;
import org.dpstck.reports.certificate.MalformedCertificateException;
import org.dpstck.reports.certificate.SignedAttestation;
import org.dpstck.reports.certificate.VerificationKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks what `certify` signed. */
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Checks a certificate, or a statement of results, without a network: its signature, and with --evidence the digests"
                    + " of the run's files, that the record says what the certificate says, and that the recorded exchanges"
                    + " still lead to the recorded outcomes (`dps-tck rejudge`).%n",
            "A signature proves nothing without knowing whose key made it. Get the signer's public key, or its fingerprint, on"
                    + " another way than the certificate, and give it with --key; --trust-embedded takes the key in the"
                    + " certificate itself, after you have compared the fingerprint. Without either, the exit code is 3.%n"
        },
        parameterListHeading = "The certificate:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that was looked at holds",
            "1:it does not: the certificate or the evidence was changed, or another key signed it",
            "2:wrong usage: a file that is not there, or cannot be used",
            "3:nothing is wrong with it, but nobody said whose key may sign"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck verify certificate.json --key public.pem",
            "  dps-tck verify certificate.json --key public.pem --evidence build/run-1",
            "  dps-tck verify certificate.json --trust-embedded",
            "  openssl pkey -pubin -in public.pem -outform DER | sha256sum",
            "      the fingerprint of a key"
        })
final class VerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Supplier<Suites> suites;

    @Parameters(paramLabel = "CERTIFICATE", description = "The signed file.")
    private Path certificate;

    @Option(
            names = "--evidence",
            paramLabel = "RUN",
            description = "Folder of the run that the certificate is about, or its run.json.")
    private Path evidence;

    @Option(names = "--key", paramLabel = "PEM", description = "Public key, or X.509 certificate, of whoever may sign.")
    private Path key;

    @Option(names = "--trust-embedded", description = "Take the key in the certificate as that of the signer.")
    private boolean trustEmbedded;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    VerifyCommand(Surroundings surroundings, Supplier<Suites> suites) {
        this.surroundings = surroundings;
        this.suites = suites;
    }

    @Override
    public Integer call() {
        if (key != null && trustEmbedded) {
            throw new ParameterException(spec.commandLine(), "--key and --trust-embedded exclude each other");
        }
        try {
            var expected = key == null ? null : VerificationKey.read(key);
            var attestation = SignedAttestation.read(certificate);
            tell(attestation);
            var problems = new ArrayList<>(attestation.problemsOfSignature(expected));
            if (evidence != null) {
                problems.addAll(evidence(attestation));
            }
            return conclude(attestation, problems);
        } catch (MalformedCertificateException e) {
            return invalid(List.of(e.getMessage()));
        } catch (CertificateException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void tell(SignedAttestation attestation) {
        var out = surroundings.out();
        var applicant = attestation.applicant();
        out.println(attestation.kind().title());
        line("product", applicant.product() + " " + applicant.version() + " of " + applicant.organisation());
        line("verdict", attestation.result("verdict").replace('_', ' ') + ": " + attestation.result("reason"));
        line(
                "edition",
                attestation.result("edition") + ", as "
                        + attestation.result("role").replace('-', ' '));
        line("judged", toSeconds(attestation.result("startedAt")) + " by " + attestation.suite());
        line("signed", attestation.issuedAt());
        line("key", "SHA-256 " + attestation.fingerprint());
    }

    private static String toSeconds(String moment) {
        return moment.replaceFirst("\\.\\d+Z$", "Z");
    }

    private void line(String name, String value) {
        surroundings.out().printf("  %-10s%s%n", name, SafeText.line(value));
    }

    private List<String> evidence(SignedAttestation attestation) {
        try {
            var read = Evidence.read(evidence, List.of());
            var edition = Records.edition(read.run(), suites.get());
            var problems = new ArrayList<>(attestation.problemsOfEvidence(read, edition));
            if (problems.isEmpty()) {
                problems.addAll(rejudged(read.run()));
            } else {
                line("rejudged", "no: the evidence is not what the certificate is about");
            }
            return problems;
        } catch (UnreadableRecordException | CertificateException e) {
            // What cannot be read any more was changed, too.
            return List.of("the evidence cannot be used: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("--evidence " + evidence + " cannot be read", e);
        }
    }

    private List<String> rejudged(RunRecord record) {
        if (record.basis() == null) {
            line("rejudged", "no: the kit that made the record did not keep what that needs");
            return List.of();
        }
        var judged = Rejudging.of(record, suites.get());
        line(
                "rejudged",
                judged.same().size() + " cases end as recorded, "
                        + judged.differing().size() + " otherwise, "
                        + judged.not().size() + " could not be judged from the record");
        return judged.differences().stream()
                .map(it -> "the recorded exchanges lead to another outcome: " + it)
                .toList();
    }

    private int conclude(SignedAttestation attestation, List<String> problems) {
        if (!problems.isEmpty()) {
            return invalid(problems);
        }
        var out = surroundings.out();
        if (evidence == null) {
            out.println("The evidence was not looked at (--evidence RUN).");
        } else {
            out.println("The evidence is what the certificate is about, and says the same.");
        }
        if (key == null && !trustEmbedded) {
            out.println(
                    "NOT TRUSTED: nothing is wrong with the signature, but anybody can make a key. Compare the key with"
                            + " the signer's, and repeat with --key PEM or --trust-embedded.");
            return ExitCode.INCONCLUSIVE;
        }
        out.println("VALID: signed by the key " + attestation.fingerprint()
                + (trustEmbedded ? ", which is taken on trust" : ""));
        return ExitCode.OK;
    }

    private int invalid(List<String> problems) {
        var out = surroundings.out();
        out.println("NOT VALID:");
        problems.forEach(it -> out.println("  - " + SafeText.line(it)));
        return ExitCode.NOT_CONFORMANT;
    }
}
