package org.dpstck.reports.certificate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.Edition;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.base.Json;

/**
 * An in-toto statement (v1) on a run: its subjects are the files of the evidence, its predicate what they show.
 *
 * @param kind certificate or statement
 * @param evidence of the run
 * @param edition judged by, as it binds the role
 * @param applicant who asks
 * @param recomputation what the recorded exchanges lead to now
 * @param issuedAt when it is signed
 */
public record Attestation(
        Kind kind,
        Evidence evidence,
        Edition edition,
        Applicant applicant,
        Recomputation recomputation,
        Instant issuedAt) {

    static final String STATEMENT = "https://in-toto.io/Statement/v1";

    /** What everybody who reads one has to know. */
    static final List<String> LIMITS = List.of(
            "This says what one run of the kit observed of one installation, at the time and in the edition that it names.",
            "It holds for the capabilities that the configuration declares; what is not applicable was not judged.",
            "A requirement with the outcome NO_CASE or UNTESTED was not judged.",
            "Whoever signs answers for the run having happened as recorded; the kit cannot show that.");

    /** The certificate, signed, as the text of its file. */
    public String sign(SigningKey key) {
        var statement = statement(key.verification());
        var payload = Json.LINE_WRITER.writeValueAsString(statement).getBytes(StandardCharsets.UTF_8);
        return Envelope.sign(payload, key).json();
    }

    private Map<String, Object> statement(VerificationKey key) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("_type", STATEMENT);
        statement.put("subject", subjects());
        statement.put("predicateType", kind.type());
        statement.put("predicate", predicate(key));
        return statement;
    }

    /** The record first; the others in the order of their names. */
    private List<Object> subjects() {
        var subjects = new ArrayList<Object>();
        evidence.digests().forEach((name, digest) -> {
            var subject = Map.of("name", name, "digest", Map.of("sha256", digest));
            subjects.add(name.equals(RunRecords.FILE) ? 0 : subjects.size(), subject);
        });
        return subjects;
    }

    private Map<String, Object> predicate(VerificationKey key) {
        var predicate = new LinkedHashMap<String, Object>();
        predicate.put("title", kind.title());
        predicate.put("issuedAt", issuedAt);
        predicate.put("applicant", applicant);
        predicate.put("suite", evidence.seal().suite());
        predicate.put("signer", signer(key));
        predicate.put("recomputed", recomputation);
        predicate.put("results", Findings.of(evidence.run(), edition));
        predicate.put("limits", LIMITS);
        return predicate;
    }

    private static Map<String, Object> signer(VerificationKey key) {
        var signer = new LinkedHashMap<String, Object>();
        signer.put("algorithm", key.kind().title());
        signer.put("fingerprint", key.fingerprint());
        signer.put("publicKey", key.base64());
        return signer;
    }
}
