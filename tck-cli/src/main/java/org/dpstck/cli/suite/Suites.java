package org.dpstck.cli.suite;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.EditionException;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.junit.CaseScanner;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.plan.Catalogue;

/**
 * The suites and editions of this kit.
 *
 * @param all the suites, at most one a role
 * @param editions loads editions
 */
public record Suites(List<Suite> all, Editions editions) {

    /** The role that is judged when none is named. */
    public static final String DEFAULT_ROLE = "data-plane";

    /** What is on the class path. */
    public static Suites installed() {
        return new Suites(
                ServiceLoader.load(Suite.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                new Editions());
    }

    /**
     * The suite for a role.
     *
     * @throws UsageException if there is none
     */
    public Suite suite(String role) {
        return all.stream()
                .filter(suite -> suite.role().equals(role))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("there is no suite for the role '" + role + "'; roles with a suite: "
                                + all.stream().map(Suite::role).sorted().collect(Collectors.joining(", "))));
    }

    /**
     * An edition as it binds data planes.
     *
     * @param id null for the default
     * @throws UsageException if there is none with this id
     */
    public Edition edition(String id) {
        return editions.load(known(id));
    }

    /**
     * An edition as it binds the role of a suite.
     *
     * @param id null for the default
     * @param form of the transfer process, for a role that speaks it; null for the default
     * @throws UsageException if there is none with this id
     */
    public Edition edition(Suite suite, String id, String form) {
        try {
            return suite.edition(editions, known(id), form);
        } catch (EditionException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private String known(String id) {
        var wanted = id == null ? editions.defaultId() : id;
        var known = editions.ids();
        if (!known.contains(wanted)) {
            // Names of editions hold dots, which make other ids rows.
            var near = Stream.concat(
                            known.stream()
                                    .filter(it -> !wanted.isBlank() && it.endsWith(wanted.toUpperCase(Locale.ROOT))),
                            Nearest.to(wanted + ".", known).stream())
                    .findFirst();
            throw new UsageException("there is no edition '" + wanted + "'; "
                    + near.map(it -> "did you mean " + it + "? ").orElse("") + "editions of this kit: "
                    + String.join(", ", known));
        }
        return wanted;
    }

    /** Every edition of this kit, newest first. */
    public List<Edition> allEditions() {
        return editions.ids().stream().map(editions::load).toList();
    }

    /**
     * Ids of the editions in which a role has cases, newest first.
     *
     * @param role null for the default
     * @throws UsageException if there is no such role
     */
    public List<String> editions(String role) {
        return suite(role == null ? DEFAULT_ROLE : role).editions(editions);
    }

    /**
     * The cases for a role in an edition.
     *
     * @param role null for the default
     * @param edition null for the default
     * @param form of the transfer process; null for the default
     * @throws UsageException if there is no such role or edition
     */
    public Catalogue catalogue(String role, String edition, String form) {
        var suite = suite(role == null ? DEFAULT_ROLE : role);
        return CaseScanner.scan(suite, edition(suite, edition, form));
    }
}
