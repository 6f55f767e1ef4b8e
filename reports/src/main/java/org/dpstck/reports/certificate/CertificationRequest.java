package org.dpstck.reports.certificate;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reports.MarkdownText;

/**
 * The text of a letter to a certification body, in Markdown: who asks for what, by which evidence.
 *
 * @param attestation what is attested
 * @param key that signed it
 * @param digest SHA-256 of the signed file
 * @param file its name
 */
public record CertificationRequest(Attestation attestation, VerificationKey key, String digest, String file) {

    /** Name of the file beside the certificate. */
    public static final String FILE = "request.md";

    /**
     * Writes the text.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        var run = attestation.evidence().run();
        var applicant = attestation.applicant();
        var certificate = attestation.kind() == Kind.CERTIFICATE;
        line(
                out,
                "# " + (certificate ? "Request for certification" : "Statement of results") + ": "
                        + MarkdownText.ofAuthor(applicant.product()) + " "
                        + MarkdownText.ofAuthor(applicant.version()));
        line(out, "");
        line(
                out,
                certificate
                        ? MarkdownText.ofAuthor(applicant.organisation())
                                + " asks for certification of the product named here as "
                                + MarkdownText.of(run.role().replace('-', ' ')) + " by edition **"
                                + MarkdownText.of(run.edition()) + "** of Data Plane Signaling."
                        : MarkdownText.ofAuthor(applicant.organisation())
                                + " states the results of one run, whose verdict is **"
                                + run.verdict().name().replace('_', ' ')
                                + "**. This is no certificate of conformance.");
        line(out, "");
        applicant(out);
        line(out, "");
        line(out, "| outcome | cases |");
        line(out, "| -- | --: |");
        for (var outcome : Outcome.values()) {
            line(
                    out,
                    "| " + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | "
                            + run.counts().of(outcome) + " |");
        }
        line(out, "");
        enclosed(out);
    }

    private void applicant(Writer out) throws IOException {
        var applicant = attestation.applicant();
        var run = attestation.evidence().run();
        var suite = attestation.evidence().seal().suite();
        line(out, "| | |");
        line(out, "| -- | -- |");
        row(out, "Product", applicant.product() + " " + applicant.version());
        row(out, "Organisation", applicant.organisation());
        row(out, "Page", applicant.url());
        row(out, "Contact", applicant.contact());
        row(out, "Description", applicant.description());
        row(out, "Environment", applicant.environment());
        row(out, "System judged", run.system().name() + " at " + run.system().url());
        row(out, "Edition", run.edition() + " (" + attestation.edition().title() + ")");
        row(
                out,
                "Judged",
                toSeconds(run.startedAt()) + " to " + toSeconds(run.finishedAt()) + (run.strict() ? ", strictly" : ""));
        row(out, "Suite", "dps-tck " + suite.version() + ", SHA-256 " + suite.sha256());
    }

    private void enclosed(Writer out) throws IOException {
        line(out, "Enclosed:");
        line(out, "");
        line(
                out,
                "- " + MarkdownText.of(file) + ", signed with " + key.algorithmTitle() + ", SHA-256 `" + digest + "`");
        for (var evidence : attestation.evidence().digests().entrySet()) {
            line(out, "- evidence: " + MarkdownText.of(evidence.getKey()) + ", SHA-256 `" + evidence.getValue() + "`");
        }
        line(out, "- the public key, SHA-256 `" + key.fingerprint() + "`, sent on another way than this letter");
        line(out, "");
        line(out, "To check it: `dps-tck verify " + file.replace("`", "") + " --key public.pem --evidence RUN`.");
    }

    private static Instant toSeconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static void row(Writer out, String name, String value) throws IOException {
        if (value != null) {
            line(out, "| " + name + " | " + MarkdownText.ofAuthor(value) + " |");
        }
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text + "\n");
    }
}
