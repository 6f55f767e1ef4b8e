package org.dpstck.reference.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dpstck.reference.edition.AuthorizationForm;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the authorization of a registration; what this edition or data plane does not know is passed over. */
public final class Schemes {

    private final AuthorizationForm form;
    private final Predicate<Check> skips;

    /** Reads the profiles of an edition; {@code skips} says which checks are left out. */
    public Schemes(AuthorizationForm form, Predicate<Check> skips) {
        this.form = form;
        this.skips = skips;
    }

    /**
     * The schemes in an object or an array of them, in order.
     *
     * @throws Refusal if a profile that is known lacks what it requires
     */
    public List<Scheme> read(JsonNode authorization) throws Refusal {
        List<Scheme> schemes = new ArrayList<>();
        if (authorization instanceof ObjectNode one) {
            scheme(one).ifPresent(schemes::add);
        }
        if (authorization.isArray()) {
            for (JsonNode entry : authorization) {
                if (entry instanceof ObjectNode one) {
                    scheme(one).ifPresent(schemes::add);
                }
            }
        }
        return List.copyOf(schemes);
    }

    private Optional<Scheme> scheme(ObjectNode entry) throws Refusal {
        return switch (entry.path("type").asString("")) {
            case "oauth2_client_credentials" -> clientCredentials(entry);
            case "apikey" ->
                form.hasApiKeys() && has(entry, "key")
                        ? Optional.of(new Scheme.ApiKey(Bodies.string(entry, "key")))
                        : Optional.empty();
            case "oauth2_token_exchange" -> form.hasExchange() ? exchange(entry) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Scheme> clientCredentials(ObjectNode entry) throws Refusal {
        if (!has(entry, "tokenEndpoint") | !has(entry, "clientId") | !has(entry, "clientSecret")) {
            return Optional.empty();
        }
        return Optional.of(new Scheme.ClientCredentials(
                Bodies.url(entry, "tokenEndpoint"),
                Bodies.string(entry, "clientId"),
                Bodies.string(entry, "clientSecret"),
                form.hasKeys() ? keys(entry) : new KeySource.None()));
    }

    private Optional<Scheme> exchange(ObjectNode entry) throws Refusal {
        if (!has(entry, "tokenExchangeEndpoint") | !has(entry, "issuer") | !has(entry, "jwksUri")) {
            return Optional.empty();
        }
        Bodies.url(entry, "tokenExchangeEndpoint");
        boolean inline = !Bodies.isAbsent(entry.path("jwks"));
        if (inline && !skips.test(Check.INLINE_KEYS)) {
            throw new Refusal(Kind.INVALID_PROPERTY, "jwks", "the keys of a broker must be served from jwksUri");
        }
        KeySource keys = inline ? keys(entry) : new KeySource.At(Bodies.url(entry, "jwksUri"));
        return Optional.of(new Scheme.TokenExchange(Bodies.string(entry, "issuer"), keys));
    }

    /** Whether a required member is there; refuses if it is not. */
    private boolean has(ObjectNode entry, String name) throws Refusal {
        boolean there = !Bodies.isAbsent(entry.path(name));
        if (!there && !skips.test(Check.MEMBERS)) {
            throw new Refusal(Kind.MISSING_PROPERTY, name, "this authorization profile requires " + name);
        }
        return there;
    }

    private static KeySource keys(ObjectNode entry) throws Refusal {
        if (!Bodies.isAbsent(entry.path("jwks"))) {
            try {
                return new KeySource.Inline(JWKSet.parse(Json.write(entry.path("jwks"))));
            } catch (ParseException noSet) {
                throw new Refusal(Kind.MISTYPED_OPTIONAL, "jwks", "jwks is no JSON Web Key Set");
            }
        }
        if (Bodies.isAbsent(entry.path("jwksUri"))) {
            return new KeySource.None();
        }
        URI location = Bodies.url(entry, "jwksUri");
        return new KeySource.At(location);
    }
}
