package org.dpstck.reports.certificate;

import java.util.Arrays;
import java.util.Optional;

/** What is attested: conformance, or results that may be anything. */
public enum Kind {
    /** A whole run was conformant, and every mandatory requirement that a test can reach was tested. */
    CERTIFICATE("https://dpstck.org/attestations/certificate/v1", "Certificate of conformance"),
    /** Results as they are. */
    STATEMENT(
            "https://dpstck.org/attestations/statement-of-results/v1",
            "Statement of results, which is no certificate of conformance");

    private final String type;
    private final String title;

    Kind(String type, String title) {
        this.type = type;
        this.title = title;
    }

    /** The type of the attestation. */
    String type() {
        return type;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    static Optional<Kind> find(String type) {
        return Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst();
    }
}
