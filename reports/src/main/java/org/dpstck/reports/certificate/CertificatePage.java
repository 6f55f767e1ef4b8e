package org.dpstck.reports.certificate;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.Counts;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Json;
import org.dpstck.reports.base.Printable;

/**
 * The printable page that goes with a certificate; the signed file is what counts, and the page says so.
 *
 * @param attestation what is attested
 * @param key that signed it
 * @param digest SHA-256 of the signed file
 * @param file its name
 */
public record CertificatePage(Attestation attestation, VerificationKey key, String digest, String file) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * Writes the page.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        try {
            TemplateEngine.createPrecompiled(ContentType.Html).render("certificate.jte", this, new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The run that was judged. */
    public RunRecord run() {
        return attestation.evidence().run();
    }

    /** The edition that it was judged by. */
    public Edition edition() {
        return attestation.edition();
    }

    /** Any text, made safe to show. */
    public String text(Object value) {
        return value == null ? "not given" : Printable.text(String.valueOf(value));
    }

    /** A moment, for people. */
    public String day(Instant moment) {
        return DAY.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The verdict in words. */
    public String verdict() {
        return run().verdict().name().replace('_', ' ');
    }

    /** Why it is the verdict, as a sentence without its full stop. */
    public String reason() {
        var reason = text(run().reason());
        return reason.isEmpty() ? reason : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }

    /** What the recorded exchanges led to when they were judged once more. */
    public String recomputed() {
        var again = attestation().recomputation();
        return again.same() + " cases end as recorded, " + again.differing().size() + " otherwise, "
                + again.not().values().stream().mapToLong(Long::longValue).sum()
                + " cannot be judged from the record";
    }

    /** Outcomes of all cases. */
    public Counts counts() {
        return run().counts();
    }

    /** Every requirement with its outcome. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> requirements() {
        return (List<Map<String, Object>>) Findings.of(run(), edition()).get("requirements");
    }

    /** The settings, without secrets. */
    public String settings() {
        return Printable.text(Json.RECORD_WRITER.writeValueAsString(run().configuration()));
    }

    /** What everybody who reads it has to know. */
    public List<String> limits() {
        // The signed file has the outcomes as names, this page as words.
        return Attestation.LIMITS.stream()
                .map(it -> it.replace("NO_CASE", "no case").replace("UNTESTED", "untested"))
                .toList();
    }
}
