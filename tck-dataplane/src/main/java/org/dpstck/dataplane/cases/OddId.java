package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.plan.Worded;

/** Ids that look different in a path, where they are percent-encoded. */
enum OddId implements Worded {
    /** Characters that URIs reserve, as ids that are URIs have them. */
    RESERVED("reserved characters", "urn:tck:control-plane;a=b,c+d@e!", false),
    /** Blanks. */
    BLANK("blanks", "control plane of the suite ", false),
    /** Letters beyond ASCII. */
    UNICODE("letters beyond ASCII", "steuerebene-für-ключ-数据-", false),
    /** A percent sign, as DIDs with a port have it. */
    PERCENT("a percent sign", "did:web:tck.example%3A8443:", true),
    /** A slash, as URLs have it. */
    SLASH("slashes", "https://tck.example/control-planes/", true);

    private final String text;
    private final String beginning;
    private final boolean risky;

    OddId(String text, String beginning, boolean risky) {
        this.text = text;
        this.beginning = beginning;
        this.risky = risky;
    }

    /** What is odd about it, for people. */
    @Override
    public String text() {
        return text;
    }

    /** Whether servers refuse its encoded form for their own safety. */
    boolean isRiskyInPath() {
        return risky;
    }

    /** Such an id. */
    String id(String end) {
        return beginning + end;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
