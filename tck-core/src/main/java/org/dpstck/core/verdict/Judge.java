package org.dpstck.core.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.Finding.Kind;

/**
 * Collects what one case finds, each finding under the requirement it speaks of.
 *
 * <p>Most checks go on after a violation, so that one run shows all of them; {@link #stop()} ends a case that cannot.
 */
public final class Judge {

    private final Edition edition;
    private final Set<String> verifies;
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** A judge for a case that verifies some requirements. */
    public Judge(Edition edition, List<String> verifies) {
        this.edition = edition;
        this.verifies = Set.copyOf(verifies);
    }

    /**
     * A requirement does not hold; counts as a warning if it is only a SHOULD.
     *
     * @throws IllegalStateException if the case does not say that it verifies this requirement
     */
    public synchronized void violated(String requirement, String expected, String observed, Exchange exchange) {
        var clause = clause(requirement);
        var kind = clause.level().mandatory() ? Kind.VIOLATION : Kind.WARNING;
        findings.add(finding(kind, clause, expected, observed, reading(clause), exchange));
    }

    /** The less likely reading of an ambiguous clause was seen. */
    public synchronized void warned(
            String requirement, int position, String expected, String observed, Exchange exchange) {
        var clause = clause(requirement);
        var reading = edition.positions().get(position).cite();
        findings.add(finding(Kind.WARNING, clause, expected, observed, reading, exchange));
    }

    /** Whether the case verifies a requirement. */
    public boolean covers(String requirement) {
        return verifies.contains(requirement);
    }

    /** Ends the case if anything is violated so far. */
    public synchronized void stop() {
        if (violated()) {
            throw new Violation(findings().get(0).text());
        }
    }

    /** Whether anything is violated so far. */
    public synchronized boolean violated() {
        return findings.stream().anyMatch(finding -> finding.kind() == Kind.VIOLATION);
    }

    /** What was found, violations first. */
    public synchronized List<Finding> findings() {
        var sorted = new ArrayList<>(findings);
        sorted.sort(java.util.Comparator.comparing(Finding::kind));
        return sorted;
    }

    /** What the findings make of the case, if nothing else ended it. */
    public synchronized Outcome outcome() {
        if (violated()) {
            return Outcome.FAILED;
        }
        return findings.isEmpty() ? Outcome.PASSED : Outcome.WARNED;
    }

    private Requirement clause(String requirement) {
        if (!verifies.contains(requirement)) {
            throw new IllegalStateException("the case does not say that it verifies " + requirement);
        }
        return edition.requirement(requirement);
    }

    private String reading(Requirement requirement) {
        var cited = requirement.positions().stream()
                .map(edition.positions()::get)
                .filter(java.util.Objects::nonNull)
                .map(position -> position.number() + " (" + position.title() + ")")
                .toList();
        return cited.isEmpty() ? null : "read with position " + String.join(", ", cited);
    }

    private static Finding finding(
            Kind kind, Requirement clause, String expected, String observed, String reading, Exchange exchange) {
        return new Finding(
                kind,
                clause.id(),
                clause.section(),
                clause.anchor(),
                clause.clause(),
                expected,
                observed,
                reading,
                exchange == null ? null : exchange.id(),
                exchange == null ? null : Curl.of(exchange));
    }
}
