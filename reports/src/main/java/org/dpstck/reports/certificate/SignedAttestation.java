package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.verdict.Verdict;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.base.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A certificate or statement as it was handed over; nothing of it is believed before it is checked. */
public final class SignedAttestation {

    private final Envelope envelope;
    private final JsonNode statement;
    private final Kind kind;
    private final VerificationKey embedded;
    private final Applicant applicant;

    private SignedAttestation(
            Envelope envelope, JsonNode statement, Kind kind, VerificationKey embedded, Applicant applicant) {
        this.envelope = envelope;
        this.statement = statement;
        this.kind = kind;
        this.embedded = embedded;
        this.applicant = applicant;
    }

    /**
     * Reads a file.
     *
     * @throws CertificateException if it is not there
     * @throws MalformedCertificateException if it is there and no certificate of this kit
     */
    public static SignedAttestation read(Path file) throws CertificateException, MalformedCertificateException {
        try {
            var envelope = Envelope.parse(bytes(file), file.toString());
            var statement = Envelope.object(envelope.payload(), "what " + file + " holds is no statement");
            var kind = Kind.find(statement.path("predicateType").asString(""));
            if (kind.isEmpty() || !statement.path("_type").asString("").equals(Attestation.STATEMENT)) {
                throw new CertificateException(file + " is no certificate and no statement of results");
            }
            var predicate = statement.path("predicate");
            var key = VerificationKey.embedded(
                    predicate.path("signer").path("publicKey").asString(""));
            var applicant = Json.RECORDS.treeToValue(predicate.path("applicant"), Applicant.class);
            return new SignedAttestation(envelope, statement, kind.get(), key, applicant);
        } catch (AbsentException e) {
            throw new CertificateException(e.getMessage(), e);
        } catch (CertificateException | JacksonException e) {
            throw new MalformedCertificateException(
                    e instanceof JacksonException
                            ? file + " is no certificate: its members have other types"
                            : e.getMessage(),
                    e);
        }
    }

    /** Certificate or statement. */
    public Kind kind() {
        return kind;
    }

    /** Names the key that the certificate carries. */
    public String fingerprint() {
        return embedded.fingerprint();
    }

    /** Who asked for it. */
    public Applicant applicant() {
        return applicant;
    }

    /** A text of its results, like {@code edition}; empty if it has none of this name. */
    public String result(String name) {
        return results().path(name).asString("");
    }

    /** When it was signed, as it says. */
    public String issuedAt() {
        return predicate().path("issuedAt").asString("");
    }

    /** The build of the kit that judged, as it says. */
    public String suite() {
        var suite = predicate().path("suite");
        return "dps-tck " + suite.path("version").asString("") + " (SHA-256 "
                + suite.path("sha256").asString("") + ")";
    }

    /**
     * What is wrong with the signature.
     *
     * @param expected the key of whoever is said to have signed; null to take the one in the certificate
     */
    public List<String> problemsOfSignature(VerificationKey expected) {
        var problems = new ArrayList<String>();
        if (expected != null && !expected.fingerprint().equals(embedded.fingerprint())) {
            problems.add("it was not signed with the key that was given, " + expected.fingerprint());
        }
        if (!envelope.signedBy(expected == null ? embedded : expected)) {
            problems.add(
                    "the signature does not fit the content: the certificate was changed, or another key signed it");
        }
        if (!envelope.keyId().equals(embedded.fingerprint())) {
            problems.add("the keyid beside the signature does not name the key in the certificate");
        }
        if (!predicate().path("signer").path("fingerprint").asString("").equals(embedded.fingerprint())) {
            problems.add("the fingerprint in the certificate is not that of its key");
        }
        if (kind == Kind.CERTIFICATE && !result("verdict").equals(Verdict.CONFORMANT.name())) {
            problems.add("it calls itself a certificate, and its verdict is " + result("verdict"));
        }
        return problems;
    }

    /** What of the evidence does not fit the certificate, or itself. */
    public List<String> problemsOfEvidence(Evidence evidence, Edition edition) {
        var problems = new ArrayList<>(problemsOfFiles(evidence.digests()));
        if (!evidence.sealed()) {
            problems.add("run.json is not what seal.json seals");
        }
        problems.addAll(Scrutiny.contradictions(evidence.run()));
        var results = Json.RECORDS.readTree(Json.LINE_WRITER.writeValueAsString(Findings.of(evidence.run(), edition)));
        for (var name : new TreeSet<>(results.propertyNames())) {
            if (!results.path(name).equals(results().path(name))) {
                problems.add("the certificate and run.json disagree on: " + name);
            }
        }
        if (!Json.RECORDS
                .valueToTree(evidence.seal().suite())
                .equals(predicate().path("suite"))) {
            problems.add("the certificate and seal.json disagree on the build of the kit");
        }
        if (kind == Kind.CERTIFICATE) {
            Scrutiny.ofConformance(evidence.run(), edition, applicant)
                    .forEach(it -> problems.add("the run deserves no certificate: " + it));
        }
        return problems;
    }

    /** Every file that the certificate names has to be as it was; reports may be missing, the record may not. */
    private List<String> problemsOfFiles(Map<String, String> found) {
        var problems = new ArrayList<String>();
        var attested = subjects();
        attested.forEach((name, digest) -> {
            var present = found.get(name);
            if (present == null ? name.equals(Seal.FILE) || name.equals(RunRecords.FILE) : !present.equals(digest)) {
                problems.add(name
                        + (present == null
                                ? " is missing"
                                : " is not the " + (name.endsWith("/") ? "folder" : "file")
                                        + " that the certificate is about: its SHA-256 differs"));
            }
        });
        if (!attested.containsKey(RunRecords.FILE)) {
            problems.add("the certificate names no run.json as its subject");
        }
        return problems;
    }

    /** Digests of the files of the evidence by their names. */
    private Map<String, String> subjects() {
        var subjects = new TreeMap<String, String>();
        statement
                .path("subject")
                .forEach(it -> subjects.put(
                        it.path("name").asString(""),
                        it.path("digest").path("sha256").asString("")));
        return subjects;
    }

    private JsonNode predicate() {
        return statement.path("predicate");
    }

    private JsonNode results() {
        return predicate().path("results");
    }

    private static byte[] bytes(Path file) throws AbsentException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new AbsentException(file + " does not exist", e);
        } catch (IOException e) {
            throw new AbsentException(file + " cannot be read", e);
        }
    }

    /** There is nothing to check, which says nothing of any certificate. */
    private static final class AbsentException extends IOException {

        private static final long serialVersionUID = 1L;

        AbsentException(String message, IOException cause) {
            super(message, cause);
        }
    }
}
