package org.dpstck.dataplane.flow;

import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.verdict.Judge;

/**
 * The authorization that the control plane of the run keeps from one case to the next.
 *
 * <p>Only for the cases of one class, one after another, that ask for the same: they send one request each, and what they
 * stand on is established once. Whatever else comes next finds the registration of the run plain again.
 */
final class StandingAuthorization {

    private final Shared shared;
    private final RunRegistration run;
    private Standing current;

    StandingAuthorization(Shared shared, RunRegistration run) {
        this.shared = shared;
        this.run = run;
    }

    /** What has been shown of it, so that no later case has to show it again. */
    enum Shown {
        /** A good token is let in. */
        TWIN,
        /** A token that no registered key has signed is kept out. */
        VERIFIES
    }

    /**
     * What cases ask for.
     *
     * @param cases the class that they belong to
     * @param profile of the authorization
     * @param keys ids of the keys that are told
     */
    record Terms(String cases, AuthorizationProfile profile, List<String> keys) {

        static Terms of(String cases, AuthorizationProfile profile, List<JWK> keys) {
            return new Terms(cases, profile, keys.stream().map(JWK::getKeyID).toList());
        }
    }

    /** What stands. */
    static final class Standing {

        private final Terms terms;
        private final AuthorizedAs credentials;
        private final List<Endpoint> endpoints;
        private final Supplier<Map<String, String>> bearing;
        private final Set<Shown> shown = EnumSet.noneOf(Shown.class);
        private final List<Exchange> exchanges = new ArrayList<>();

        /**
         * Something to stand on.
         *
         * @param endpoints that serve it, released when it ends
         * @param bearing headers that let the request in by which it ends
         */
        Standing(
                Terms terms,
                AuthorizedAs credentials,
                List<Endpoint> endpoints,
                Supplier<Map<String, String>> bearing) {
            this.terms = terms;
            this.credentials = credentials;
            this.endpoints = List.copyOf(endpoints);
            this.bearing = bearing;
        }

        AuthorizedAs credentials() {
            return credentials;
        }

        boolean has(Shown what) {
            return shown.contains(what);
        }

        /** Remembers how it came about, for the records of the cases that find it standing. */
        void holds(Journal journal) {
            exchanges.clear();
            exchanges.addAll(journal.exchanges());
        }

        void shows(Shown what, Journal journal) {
            shown.add(what);
            holds(journal);
        }

        List<Exchange> exchanges() {
            return exchanges;
        }
    }

    /** What stands, if it is what is asked for. */
    synchronized Optional<Standing> like(Terms terms) {
        return Optional.ofNullable(current).filter(it -> it.terms.equals(terms));
    }

    /** What stands with these credentials. */
    synchronized Optional<Standing> of(AuthorizedAs credentials) {
        return Optional.ofNullable(current).filter(it -> it.credentials.equals(credentials));
    }

    /** From now on this stands; the registration has been made. */
    synchronized void begin(Standing standing) {
        current = standing;
    }

    /** A case has registered something else in its place, and makes that plain again itself. */
    synchronized void isReplaced() {
        if (current != null) {
            current.endpoints.forEach(shared.standIn()::release);
            current = null;
        }
    }

    /** Cases of this class come; what stands for those of another one ends. */
    synchronized void makeWay(String cases) {
        if (current != null && !current.terms.cases().equals(cases)) {
            end();
        }
    }

    /** Makes the registration of the run plain again, if it is not. */
    synchronized void end() {
        if (current == null) {
            return;
        }
        if (shared.run().journals().address().isPresent()) {
            isReplaced(); // In a record, the cases come in another order, and no system has to be tidied up.
            return;
        }
        var own = run.own(shared.run().journals().common(), new Judge(shared.edition(), List.of()));
        own.mayBear(current.bearing);
        var restored = own.restore();
        run.isKnownBy(own.ids());
        if (!restored) {
            closeGate(shared, current.terms.cases());
        }
        isReplaced();
    }

    /** No other case can be judged if the system keeps an authorization that was to end. */
    static void closeGate(Shared shared, String after) {
        shared.run()
                .gate()
                .close("the system refused to make the registration of the suite's control plane plain again after "
                        + after
                        + ", so it may ask every request for credentials; run the cases of authorization on their own,"
                        + " with --only, or leave the profile out of capabilities");
    }
}
