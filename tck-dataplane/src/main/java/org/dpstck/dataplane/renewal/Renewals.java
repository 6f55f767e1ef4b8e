package org.dpstck.dataplane.renewal;

import java.util.Map;
import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.FarEnds;
import org.dpstck.dataplane.flow.Grants;

/** A client that has pulled from the provider under test and renews its tokens (token renewal profile). */
public final class Renewals {

    private static final FlowKind KIND = new FlowKind(Side.PROVIDER, Direction.PULL);
    private static final String PROFILE = "http";
    private static final String WAYS = "ways to renew";

    private final DataFlows flows;
    private final FarEnds ends;
    private final Edition edition;
    private final SystemUnderTest system;

    /** The renewals of one case. */
    public Renewals(DataFlows flows, FarEnds ends, Edition edition, SystemUnderTest system) {
        this.flows = flows;
        this.ends = ends;
        this.edition = edition;
        this.system = system;
    }

    /**
     * What came of a refresh request in its correct form.
     *
     * @param lease that was to be renewed
     * @param reply to the last form that was tried
     * @param inQuery whether that form had its parameters in the query (position 98)
     */
    public record Trial(Lease lease, Reply reply, boolean inQuery) {

        /** Whether there are new tokens. */
        public boolean succeeded() {
            return Renewals.issues(reply);
        }
    }

    /** Whether a reply hands out an access token. */
    public static boolean issues(Reply reply) {
        return Replies.succeeded(reply)
                && Bodies.object(reply.text())
                        .flatMap(body -> Bodies.string(body, "access_token"))
                        .isPresent();
    }

    /**
     * A pull whose data address carries a refresh token for a client.
     *
     * @throws Unjudgeable if no flow is made, or its address carries no refresh token
     */
    public Lease lease(Identity.Method method) {
        return lease(Identity.of(method, ends));
    }

    private Lease lease(Identity client) {
        var provider = provider(system);
        var address = new Grants(edition, system).of(bound(provider, client.did()));
        var refresh = address.property("refreshToken")
                .orElseThrow(() -> Unjudgeable.untested("the data address of a pull by " + shown(client.did())
                        + " carries no refreshToken, which is optional: " + address.shown()));
        var access = address.property("authorization")
                .orElseThrow(() -> Unjudgeable.inconclusive("a prerequisite failed: the data address carries a"
                        + " refreshToken and no authorization; see the case RENEWAL-ACCESS-TOKEN"));
        return new Lease(client, provider, address, access, refresh, endpoint(address));
    }

    /** The address of a pull by a client that is a DID, whatever it carries. */
    public GrantedAddress address() {
        return new Grants(edition, system)
                .of(bound(provider(system), Identity.withoutNetwork().did()));
    }

    /** Renews in the correct form; where that is refused, with the parameters in the query. */
    public Trial attempt(Identity.Method method) {
        var lease = lease(method);
        var inBody = send("refresh", lease.request());
        if (issues(inBody)) {
            return new Trial(lease, inBody, false);
        }
        var inQuery = send("refresh with a query", lease.request().inQuery(true));
        return issues(inQuery) ? new Trial(lease, inQuery, true) : new Trial(lease, inBody, false);
    }

    /**
     * A lease that is known to be renewable the way it is renewed; only then does a refusal count.
     *
     * @throws Unjudgeable if nothing renews
     */
    public Lease renewable() {
        return lease(way());
    }

    /** The request that renews a lease, in the form that the provider takes. */
    public RefreshRequest request(Lease lease) {
        return lease.request().inQuery(ways().queries().get(way()));
    }

    /** Whether correct requests of clients with some method of DID were accepted. */
    public boolean works(Identity.Method method) {
        return ways().queries().containsKey(method);
    }

    /** Sends a refresh request. */
    public Reply send(String purpose, RefreshRequest request) {
        return ends.send(purpose, request.outgoing());
    }

    /** A JWT that is correct in itself, of another participant, who was promised nothing. */
    public String strangersProof(Lease lease) {
        var stranger = Identity.of(way(), ends);
        return stranger.sign(lease.claimsOf(stranger).build());
    }

    /** Renews a lease by the form that works, and takes over what came. */
    public Optional<Lease> renewed(Lease lease, Reply reply) {
        return Bodies.object(reply.text())
                .filter(body -> issues(reply))
                .map(body -> lease.renewed(
                        body.get("access_token").asString(),
                        Bodies.string(body, "refresh_token").orElse(lease.refresh())));
    }

    private Identity.Method way() {
        var ways = ways();
        return ways.queries().keySet().stream().findFirst().orElseThrow(ways::doubt);
    }

    /**
     * How refresh requests in their correct form were received.
     *
     * @param queries the methods of DIDs that work, and whether they do with a query
     * @param missing why there was nothing to renew; null if there was
     */
    private record Ways(Map<Identity.Method, Boolean> queries, Unjudgeable missing) {

        Unjudgeable doubt() {
            return missing != null
                    ? missing
                    : Unjudgeable.inconclusive("a prerequisite failed: no refresh request in its correct form was"
                            + " accepted, so that a refusal proves nothing; see the cases RENEWAL-GRANT.*");
        }
    }

    /** Found out once a run; one method that works is enough. */
    private Ways ways() {
        return ends.once(WAYS, () -> {
            Unjudgeable missing = null;
            for (var method : Identity.Method.values()) {
                try {
                    var trial = attempt(method);
                    if (trial.succeeded()) {
                        return new Ways(Map.of(method, trial.inQuery()), null);
                    }
                    missing = null;
                } catch (Unjudgeable e) {
                    missing = e;
                }
            }
            return new Ways(Map.of(), missing);
        });
    }

    private DataFlow bound(String provider, String client) {
        return pull(flows, KIND, edition, system).between(provider, client);
    }

    /** A pull of a kind, under the HTTP profile where the system has it. */
    static DataFlow pull(DataFlows flows, FlowKind kind, Edition edition, SystemUnderTest system) {
        var flow = flows.fresh(kind);
        var profile = edition.profiles().get(PROFILE);
        return profile != null && system.can(Capability.HTTP_PROFILE) ? flow.under(profile) : flow;
    }

    /** The DID of the system's own participant; one that the suite makes up if its description names none. */
    static String provider(SystemUnderTest system) {
        var named = system.ids().participant();
        return named.startsWith("did:") ? named : "did:web:provider.example";
    }

    private static String endpoint(GrantedAddress address) {
        return address.property("refreshEndpoint")
                .or(() -> address.member("endpoint"))
                .orElseThrow(() ->
                        Unjudgeable.inconclusive("a prerequisite failed: the data address names no endpoint at which"
                                + " to renew: " + address.shown() + "; see the case RENEWAL-ENDPOINT"));
    }

    private static String shown(String did) {
        return did.length() <= 40 ? did : did.substring(0, 40) + "…";
    }
}
