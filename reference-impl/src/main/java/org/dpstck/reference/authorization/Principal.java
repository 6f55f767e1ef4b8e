package org.dpstck.reference.authorization;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whom an exchanged token may speak for (section "Principal Resource"); a data plane knows these out of band.
 *
 * @param id a URI, compared letter by letter
 * @param participantContext the participant context that it acts within
 * @param scopes what it may be allowed to do
 */
public record Principal(String id, String participantContext, List<String> scopes) {

    /** The scope that every signaling operation needs. */
    public static final String SIGNALING = "signaling:dataflow";

    private static final List<Principal> KNOWN =
            List.of(new Principal("urn:example:principal:consumer", "consumer-context", List.of(SIGNALING)));

    /** The principal of an id. */
    static Optional<Principal> find(String id, Predicate<Check> skips) {
        return KNOWN.stream()
                .filter(each -> skips.test(Check.VERBATIM)
                        ? each.id().equalsIgnoreCase(id)
                        : each.id().equals(id))
                .findFirst();
    }

    /** A principal that stands for any subject. */
    static Principal anyone(String id, String participantContext) {
        return new Principal(id, participantContext, List.of(SIGNALING));
    }
}
