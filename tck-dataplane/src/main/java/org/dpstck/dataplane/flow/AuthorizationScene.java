package org.dpstck.dataplane.flow;

import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.AuthorizationProfile;
import org.dpstck.core.edition.AuthorizationUse;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Registration.Form;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Served;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.StandingAuthorization.Shown;
import org.dpstck.dataplane.flow.StandingAuthorization.Standing;
import org.dpstck.dataplane.flow.StandingAuthorization.Terms;
import org.dpstck.dataplane.token.ControlPlaneToken;
import org.dpstck.dataplane.token.SigningKeys;
import org.dpstck.dataplane.token.TokenDesk;

/**
 * The control plane of the run with an authorization, for the time of one case.
 *
 * <p>What is registered concerns every flow, so the cases that ask for this run alone; the registration of the run is made
 * plain again when the case ends.
 */
public final class AuthorizationScene {

    private static final String HEADER = "Authorization";
    private static final String BEARER = "Bearer ";
    private static final long LONG_SECONDS = 300;

    private final Shared shared;
    private final DataFlows flows;
    private final Registrations registrations;
    private final SigningKeys keys;
    private final CaseContext context;
    private final StandingAuthorization standing;
    private final List<Endpoint> opened = new ArrayList<>();
    private boolean authorized;

    AuthorizationScene(
            Shared shared,
            DataFlows flows,
            Registrations registrations,
            SigningKeys keys,
            CaseContext context,
            StandingAuthorization standing) {
        this.shared = shared;
        this.flows = flows;
        this.registrations = registrations;
        this.keys = keys;
        this.context = context;
        this.standing = standing;
    }

    /** The keys that the control plane has. */
    public SigningKeys keys() {
        return keys;
    }

    /** New credentials of a profile, whose first key is told by the first member that may tell it. */
    public AuthorizedAs fresh(AuthorizationProfile profile) {
        return fresh(profile, LONG_SECONDS);
    }

    /** New credentials of a profile; tokens for callbacks are good for some seconds. */
    public AuthorizedAs fresh(AuthorizationProfile profile, long seconds) {
        var member = profile.keys().isEmpty() ? null : profile.keys().get(0);
        return fresh(
                profile, new TokenDesk(seconds), member, profile.judgesTokens() ? List.of(keys.first()) : List.of());
    }

    /** New credentials of a profile with some keys, told by a member; null for a member tells none. */
    public AuthorizedAs fresh(AuthorizationProfile profile, String member, List<JWK> told) {
        return fresh(profile, new TokenDesk(LONG_SECONDS), member, told);
    }

    private AuthorizedAs fresh(AuthorizationProfile profile, TokenDesk desk, String member, List<JWK> told) {
        var client = "dps-tck-" + UUID.randomUUID();
        var set = Json.text(SigningKeys.publicSet(told));
        return new AuthorizedAs(
                profile,
                client,
                "not-a-real-secret-" + UUID.randomUUID(),
                desk,
                serve(desk),
                told,
                member,
                serve(any -> Served.json(200, set)));
    }

    private Endpoint serve(Function<Arrival, Served> answer) {
        var endpoint = shared.standIn().serve(context.journal(), answer);
        opened.add(endpoint);
        return endpoint;
    }

    /**
     * The control plane of the run is registered with credentials of a profile, its keys told by the first member that
     * may tell them; cases in a row that ask for the same share the registration.
     *
     * @throws Unjudgeable if the system refuses that
     */
    public AuthorizedAs standing(AuthorizationProfile profile, List<JWK> told) {
        var cases = context.spec().definition().type();
        var terms = Terms.of(cases, profile, told);
        var known = standing.like(terms);
        if (known.isPresent()) {
            known.get().exchanges().forEach(context.journal()::add);
            apply(known.get().credentials());
            registrations.keep();
            return known.get().credentials();
        }
        standing.end();
        var credentials =
                fresh(profile, profile.keys().isEmpty() ? null : profile.keys().get(0), told);
        isRegistered(credentials);
        var begun = new Standing(terms, credentials, opened, () -> whatIsKnown(credentials));
        begun.holds(context.journal());
        standing.begin(begun);
        opened.clear();
        registrations.keep();
        return credentials;
    }

    /** Registers the control plane of the run with credentials, in the place of what it had registered. */
    public RegistrationReception registers(AuthorizedAs credentials) {
        return registers(credentials, credentials.entry());
    }

    /** Registers the control plane of the run with credentials that are told otherwise than in their plain form. */
    public RegistrationReception registers(AuthorizedAs credentials, Map<String, Object> entry) {
        registrations.requireTwin();
        // Both are found out once a run, and not while requests need a token.
        shared.doubtOfStatus();
        var reception = registrations.renewsOwn(message(registrations.own(), entry));
        if (reception.succeeded()) {
            standing.isReplaced();
            apply(credentials);
        }
        return reception;
    }

    private void apply(AuthorizedAs credentials) {
        flows.bear(() -> bearing(credentials));
        registrations.own().mayBear(() -> whatIsKnown(credentials));
        authorized |= needsToken(credentials);
    }

    private Map<String, String> whatIsKnown(AuthorizedAs credentials) {
        return new TokenTerms(
                                shared.system().authorization(),
                                registrations.own().id())
                        .areKnown(credentials)
                ? bearing(credentials)
                : Map.of();
    }

    /**
     * The control plane of the run is registered with credentials.
     *
     * @throws Unjudgeable if the system refuses that
     */
    public void isRegistered(AuthorizedAs credentials) {
        registers(credentials).orInconclusive("AUTHORIZATION-ACCEPTED." + credentials.profile());
    }

    /** The message that registers a control plane with an authorization object. */
    public Map<String, Object> message(ControlPlane plane, Map<String, Object> entry) {
        var message = new LinkedHashMap<>(plane.message());
        var list = shared.registration().orElseThrow().authorization() == Form.LIST;
        message.put(RegistrationForm.MEMBER, list ? List.of(entry) : entry);
        return message;
    }

    /** A control plane that the system does not know yet. */
    public ControlPlane spare() {
        return registrations.spare();
    }

    /** Whether requests have to bear a token that can be judged. */
    private boolean needsToken(AuthorizedAs credentials) {
        return credentials.profile().judgesTokens()
                && shared.system().authorization().uses(credentials.profile(), AuthorizationUse.REQUESTS);
    }

    private Map<String, String> bearing(AuthorizedAs credentials) {
        return needsToken(credentials)
                ? bearer(token(credentials, credentials.keys().get(0)).signed())
                : Map.of();
    }

    /** The header that carries a token. */
    public static Map<String, String> bearer(String token) {
        return Map.of(HEADER, BEARER + token);
    }

    /**
     * A good token of the control plane, with an id of its own.
     *
     * @throws Unjudgeable if the system's description does not say what the token has to hold
     */
    public ControlPlaneToken token(AuthorizedAs credentials, JWK key) {
        return new TokenTerms(
                        shared.system().authorization(), registrations.own().id())
                .token(credentials, key);
    }

    /** What a new flow is answered whose creating request bears some headers. */
    public Reception creates(Map<String, String> headers) {
        var kind = kind();
        var flow = flows.fresh(kind);
        flow.bears(() -> headers);
        return flow.receives(shared.edition().creating(kind));
    }

    /**
     * A new flow is made with a good token, where one is needed; only then does a refusal of another one count.
     *
     * @throws Unjudgeable if it is refused
     */
    public void requireTwin(AuthorizedAs credentials) {
        var stands = standing.of(credentials);
        if (!needsToken(credentials) || stands.filter(it -> it.has(Shown.TWIN)).isPresent()) {
            return;
        }
        var twin = creates(bearer(token(credentials, credentials.keys().get(0)).signed()));
        if (!twin.succeeded()) {
            throw Unjudgeable.inconclusive("its positive twin failed: a request with a good token gave "
                    + Replies.observed(twin.reply())
                    + ", so that a refusal proves nothing; see the case TOKEN-ACCEPTED."
                    + credentials.profile() + "." + credentials.toldIn().orElse("nowhere"));
        }
        stands.ifPresent(it -> it.shows(Shown.TWIN, context.journal()));
    }

    /**
     * A token signed by a key that is not registered is refused; only then does it say anything which key is taken.
     *
     * @throws Unjudgeable if it is let in
     */
    public void requireVerified(AuthorizedAs credentials) {
        var stands = standing.of(credentials);
        if (stands.filter(it -> it.has(Shown.VERIFIES)).isPresent()) {
            return;
        }
        var unknown = token(credentials, credentials.keys().get(0))
                .signedBy(keys.stranger(), credentials.keys().get(0).getKeyID());
        if (creates(bearer(unknown.signed())).succeeded()) {
            throw Unjudgeable.inconclusive(
                    "a prerequisite failed: a token signed by a key that is not registered is let"
                            + " in, so nothing shows which key is taken; see the case TOKEN-REFUSED."
                            + credentials.profile()
                            + ".stranger-key");
        }
        stands.ifPresent(it -> it.shows(Shown.VERIFIES, context.journal()));
    }

    /** A kind of flow that the system declares. */
    private FlowKind kind() {
        return shared.edition().kinds().stream()
                .filter(kind -> Twins.declared(kind, shared.system()))
                .findFirst()
                .orElseThrow(() -> Unjudgeable.untested("the system declares no side and direction"));
    }

    /** Closes the endpoints. No other case can be judged if the system keeps what led to them. */
    void release() {
        if (authorized && !registrations.isRestored()) {
            StandingAuthorization.closeGate(shared, "the case " + context.spec().id());
        }
        opened.forEach(shared.standIn()::release);
    }
}
