package org.dpstck.reference.fault;

import static org.dpstck.reference.fault.When.refusedFor;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dpstck.reference.authorization.Check;
import org.dpstck.reference.authorization.GrantRequest;
import org.dpstck.reference.authorization.KeySource;
import org.dpstck.reference.authorization.Scheme;
import org.dpstck.reference.authorization.Scheme.ApiKey;
import org.dpstck.reference.authorization.Scheme.ClientCredentials;
import org.dpstck.reference.authorization.Scheme.TokenExchange;
import org.dpstck.reference.hook.AuthorizationHook;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.json.Json;

/** Callbacks with the wrong credentials or none, and tokens of control planes that are believed without reason. */
final class AuthorizationFaults {

    /** What is checked of tokens and registrations, by the fault that leaves it out. */
    private static final Map<String, Check> UNCHECKED = Map.ofEntries(
            Map.entry("TOKEN-NOT-REQUIRED", Check.PRESENCE),
            Map.entry("TOKEN-EXPIRED-ACCEPTED", Check.EXPIRY),
            Map.entry("TOKEN-SUB-UNCHECKED", Check.SUBJECT),
            Map.entry("TOKEN-AUD-UNCHECKED", Check.AUDIENCE),
            Map.entry("TOKEN-CLAIMS-UNCHECKED", Check.CLAIMS),
            Map.entry("TOKEN-SIGNATURE-UNCHECKED", Check.SIGNATURE),
            Map.entry("TOKEN-KID-IGNORED", Check.KID),
            Map.entry("TOKEN-ALG-NONE-ACCEPTED", Check.ALGORITHM),
            Map.entry("TOKEN-HMAC-WITH-PUBLIC-KEY-ACCEPTED", Check.KEY_TYPE),
            Map.entry("TOKEN-WITHOUT-KEYS-REFUSED", Check.NO_KEYS_NEEDED),
            Map.entry("JWKS-URI-NOT-FETCHED", Check.KEYS_FETCHED),
            Map.entry("EXCHANGED-ISS-UNCHECKED", Check.ISSUER),
            Map.entry("EXCHANGED-SCOPE-UNCHECKED", Check.SCOPE),
            Map.entry("EXCHANGED-SUB-IN-ANY-CASE", Check.VERBATIM),
            Map.entry("EXCHANGED-PARTICIPANT-CONTEXT-UNCHECKED", Check.PARTICIPANT_CONTEXT),
            Map.entry("EXCHANGED-ACT-DECIDES", Check.ACTOR_IGNORED),
            Map.entry("EXCHANGE-INLINE-JWKS-USED", Check.INLINE_KEYS),
            Map.entry("AUTHORIZATION-INCOMPLETE-ACCEPTED", Check.MEMBERS));

    private AuthorizationFaults() {}

    static void addTo(FaultTable table) {
        UNCHECKED.forEach((id, check) -> table.authorization(id, new AuthorizationHook() {
            @Override
            public boolean skips(Check each) {
                return each == check;
            }
        }));
        refuses(table, "CLIENT-CREDENTIALS-REFUSED", "oauth2_client_credentials");
        refuses(table, "API-KEY-REFUSED", "apikey");
        refuses(table, "TOKEN-EXCHANGE-REFUSED", "oauth2_token_exchange");
        table.answer("BAD-TOKEN-500", refusedFor(Refusal.Kind.NO_TOKEN), answer -> answer.withStatus(500));
        carried(table, "CALLBACK-WITHOUT-TOKEN", ClientCredentials.class, scheme -> Map.of());
        carried(
                table,
                "CALLBACK-TOKEN-INVENTED",
                ClientCredentials.class,
                scheme -> bearer("token-" + UUID.randomUUID()));
        carried(table, "CALLBACK-SECRET-AS-BASIC", ClientCredentials.class, AuthorizationFaults::basic);
        carried(table, "CALLBACK-WITHOUT-API-KEY", ApiKey.class, scheme -> Map.of());
        carried(table, "CALLBACK-API-KEY-INVENTED", ApiKey.class, scheme -> Map.of("x-api-key", "another-key"));
        granting(table, "GRANT-SECRET-IN-QUERY", AuthorizationFaults::secretInQuery);
        granting(table, "GRANT-TYPE-PASSWORD", request -> request.withParameter("grant_type", "password"));
        granting(table, "GRANT-WITHOUT-CLIENT", GrantRequest::withoutHeaders);
        updated(table, "CALLBACK-CREDENTIALS-NOT-ROTATED", AuthorizationFaults::oldSecret);
        updated(table, "TOKEN-OLD-KEY-ACCEPTED", AuthorizationFaults::oldKeys);
        table.authorization("JWKS-NOT-READ", new AuthorizationHook() {
            @Override
            public JWKSet usable(JWKSet set) {
                return new JWKSet();
            }
        });
        table.authorization("TOKEN-FIRST-KEY-ONLY", new AuthorizationHook() {
            @Override
            public JWKSet usable(JWKSet set) {
                return new JWKSet(set.getKeys().stream().limit(1).toList());
            }
        });
        table.authorization("CALLBACK-TOKEN-USED-PAST-ITS-END", new AuthorizationHook() {
            @Override
            public boolean isFresh(boolean fresh) {
                return true;
            }
        });
    }

    /** A profile that is right in every member is refused, before anything of it is stored. */
    private static void refuses(FaultTable table, String id, String type) {
        table.request(
                id,
                request -> ControlPlanePath.isMessage(request)
                        ? Requests.spoiled(
                                request,
                                message -> message.path("authorization").isContainer()
                                        && Json.write(message.path("authorization"))
                                                .contains('"' + type + '"'))
                        : request);
    }

    private static void carried(
            FaultTable table, String id, Class<? extends Scheme> kind, Function<Scheme, Map<String, String>> defect) {
        table.authorization(id, new AuthorizationHook() {
            @Override
            public Map<String, String> carried(Scheme scheme, Map<String, String> headers) {
                return kind.isInstance(scheme) ? defect.apply(scheme) : headers;
            }
        });
    }

    private static void granting(FaultTable table, String id, UnaryOperator<GrantRequest> defect) {
        table.authorization(id, new AuthorizationHook() {
            @Override
            public GrantRequest granting(GrantRequest request) {
                return defect.apply(request);
            }
        });
    }

    /** Keeps something of each old scheme in the new one of the same kind. */
    private static void updated(FaultTable table, String id, BiFunction<Scheme, Scheme, Scheme> defect) {
        table.authorization(id, new AuthorizationHook() {
            @Override
            public List<Scheme> updated(List<Scheme> before, List<Scheme> now) {
                return now.stream()
                        .map(each -> before.stream()
                                .filter(old -> old.getClass() == each.getClass())
                                .findFirst()
                                .map(old -> defect.apply(old, each))
                                .orElse(each))
                        .toList();
            }
        });
    }

    private static Scheme oldSecret(Scheme old, Scheme now) {
        if (old instanceof ClientCredentials before && now instanceof ClientCredentials after) {
            return new ClientCredentials(
                    before.tokenEndpoint(), before.clientId(), before.clientSecret(), after.keys());
        }
        return old instanceof ApiKey ? old : now;
    }

    private static Scheme oldKeys(Scheme old, Scheme now) {
        if (old instanceof ClientCredentials before && now instanceof ClientCredentials after) {
            return new ClientCredentials(
                    after.tokenEndpoint(), after.clientId(), after.clientSecret(), both(before.keys(), after.keys()));
        }
        return old instanceof TokenExchange before && now instanceof TokenExchange after
                ? new TokenExchange(after.issuer(), new KeySource.Either(before.keys(), after.keys()))
                : now;
    }

    private static KeySource both(KeySource before, KeySource after) {
        if (before instanceof KeySource.Inline one && after instanceof KeySource.Inline other) {
            List<JWK> keys = new ArrayList<>(other.set().getKeys());
            keys.addAll(one.set().getKeys());
            return new KeySource.Inline(new JWKSet(keys));
        }
        return after;
    }

    private static GrantRequest secretInQuery(GrantRequest request) {
        String basic = request.headers().getOrDefault("Authorization", "Basic ").substring("Basic ".length());
        String[] pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2);
        return request.withoutHeaders()
                .withEndpoint(URI.create(
                        request.endpoint() + "?client_id=" + pair[0] + "&client_secret=" + pair[pair.length - 1]));
    }

    private static Map<String, String> basic(Scheme scheme) {
        ClientCredentials credentials = (ClientCredentials) scheme;
        String pair = credentials.clientId() + ":" + credentials.clientSecret();
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
