package org.dpstck.core.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Position;
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
    private final Strictness strictness;
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** A lenient judge for a case that verifies some requirements. */
    public Judge(Edition edition, List<String> verifies) {
        this(edition, verifies, Strictness.LENIENT);
    }

    /** A judge for a case that verifies some requirements. */
    public Judge(Edition edition, List<String> verifies, Strictness strictness) {
        this.edition = edition;
        this.verifies = Set.copyOf(verifies);
        this.strictness = strictness;
    }

    /**
     * A requirement does not hold; counts as a warning if it is only a SHOULD.
     *
     * @throws IllegalStateException if the case does not say that it verifies this requirement
     */
    public void violated(String requirement, String expected, String observed, Exchange exchange) {
        violated(requirement, expected, observed, exchange, List.of());
    }

    /**
     * The same, about members of the body that the system sent in the exchange.
     *
     * @throws IllegalStateException if the case does not say that it verifies this requirement
     */
    public synchronized void violated(
            String requirement, String expected, String observed, Exchange exchange, List<Place> places) {
        var clause = clause(requirement);
        var kind = clause.level().mandatory() ? Kind.VIOLATION : Kind.WARNING;
        findings.add(finding(kind, clause, new Sight(expected, observed, exchange, places), reading(clause)));
    }

    /** The less likely reading of an ambiguous clause was seen: a warning, or a violation in a strict run. */
    public void warned(String requirement, int position, String expected, String observed, Exchange exchange) {
        warned(requirement, position, expected, observed, exchange, List.of());
    }

    /** The same, about members of the body that the system sent in the exchange. */
    public synchronized void warned(
            String requirement, int position, String expected, String observed, Exchange exchange, List<Place> places) {
        var clause = clause(requirement);
        var decided = edition.positions().get(position);
        var kind = strictness.of(clause, decided);
        findings.add(finding(kind, clause, new Sight(expected, observed, exchange, places), Reading.of(decided, kind)));
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
        sorted.sort(Comparator.comparing(Finding::kind));
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

    private Reading reading(Requirement requirement) {
        return Reading.of(requirement.positions().stream()
                .map(edition.positions()::get)
                .filter(Objects::nonNull)
                .toList());
    }

    /** How the clause was read, and whether that reading alone makes a violation of it. */
    private record Reading(String text, List<Integer> positions, boolean strict) {

        /** The less likely reading was seen. */
        static Reading of(Position position, Kind kind) {
            var strict = kind == Kind.VIOLATION;
            return new Reading(position.cite() + (strict ? Strictness.NOTE : ""), List.of(position.number()), strict);
        }

        /** No reading of the clause was met. */
        static Reading of(List<Position> positions) {
            var cited = positions.stream()
                    .map(position -> position.number() + " (" + position.title() + ")")
                    .toList();
            return new Reading(
                    cited.isEmpty() ? null : "read with position " + String.join(", ", cited),
                    positions.stream().map(Position::number).toList(),
                    false);
        }
    }

    /** What was seen, and where. */
    private record Sight(String expected, String observed, Exchange exchange, List<Place> places) {}

    private static Finding finding(Kind kind, Requirement clause, Sight sight, Reading reading) {
        var exchange = sight.exchange();
        return new Finding(
                kind,
                clause.id(),
                clause.section(),
                clause.anchor(),
                clause.clause(),
                sight.expected(),
                sight.observed(),
                reading.text(),
                exchange == null ? null : exchange.id(),
                exchange == null ? null : Curl.of(exchange),
                reading.positions(),
                reading.strict(),
                sight.places());
    }
}
