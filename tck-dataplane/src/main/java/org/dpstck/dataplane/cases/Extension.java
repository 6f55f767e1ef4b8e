package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.plan.Worded;

/** Members that the table of a registration does not name. */
enum Extension implements Worded {
    /** Nobody knows them. */
    UNKNOWN(
            "members that the document does not define",
            Map.of(
                    "x-dps-tck",
                    "unknown to the document",
                    "xDpsTckNested",
                    Map.of("list", List.of(1, true, Map.of())))),
    /** They stand in an example of some editions. */
    NAMED(
            "name and description",
            Map.of("name", "Control plane of the suite — ключ", "description", "A control plane that is played")),
    /** They belong to the registration of a data plane. */
    LABELLED("labels", Map.of("labels", List.of("gold", "blau-ß")));

    private final String text;
    private final Map<String, Object> members;

    Extension(String text, Map<String, Object> members) {
        this.text = text;
        this.members = members;
    }

    /** What they are, for people. */
    @Override
    public String text() {
        return text;
    }

    /** Puts them into a message. */
    void put(Map<String, Object> message) {
        message.putAll(members);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
