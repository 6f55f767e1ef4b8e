package org.dpstck.reference.authorization;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.function.Supplier;
import org.dpstck.reference.edition.AuthorizationForm;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;

/**
 * Lets in the requests of control planes.
 *
 * <p>Nothing says whose a request is before its token does. So everybody is let in until a control plane registers with a
 * profile whose tokens can be judged; from then on a token of such a control plane is needed, until another one that
 * brings no such profile is the last to register.
 */
public final class Gate {

    private static final String BEARER = "Bearer ";

    private final Supplier<List<Registered>> controlPlanes;
    private final TokenRules rules;
    private final Hooks hooks;
    private final boolean judges;

    /**
     * A gate of one data plane.
     *
     * @param controlPlanes the registered ones, the last one last
     * @param self the identifier of this data plane
     */
    public Gate(
            Supplier<List<Registered>> controlPlanes,
            AuthorizationForm form,
            String self,
            Hooks hooks,
            Supplier<HttpClient> client) {
        this.controlPlanes = controlPlanes;
        this.hooks = hooks;
        this.judges = form.hasClaims();
        this.rules = new TokenRules(
                self, new Signatures(new KeySets(client, hooks::skips), hooks::skips, hooks::usable), hooks::skips);
    }

    /**
     * Lets a request about flows in.
     *
     * @throws Refusal if it bears no token that is good
     */
    public void admit(Request request) throws Refusal {
        List<Registered> all = judges ? controlPlanes.get() : List.of();
        if (all.isEmpty() || !isGuarded(all.get(all.size() - 1))) {
            return;
        }
        String header = request.header("authorization").orElse("");
        if (header.isEmpty() && hooks.skips(Check.PRESENCE)) {
            return;
        }
        JWT token = token(header);
        Refusal refusal = new Refusal(Kind.NO_TOKEN, "a token is required");
        for (Registered each : all) {
            for (Scheme scheme : each.schemes()) {
                try {
                    if (!(scheme instanceof Scheme.ApiKey)) {
                        rules.check(token, each, scheme);
                        return;
                    }
                } catch (GeneralSecurityException wrong) {
                    refusal = new Refusal(Kind.NO_TOKEN, wrong.getMessage());
                }
            }
        }
        throw refusal;
    }

    private static boolean isGuarded(Registered controlPlane) {
        return controlPlane.schemes().stream().anyMatch(scheme -> !(scheme instanceof Scheme.ApiKey));
    }

    private static JWT token(String header) throws Refusal {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Refusal(Kind.NO_TOKEN, "a bearer token is required");
        }
        try {
            return JWTParser.parse(header.substring(BEARER.length()).strip());
        } catch (ParseException noToken) {
            throw new Refusal(Kind.NO_TOKEN, "the bearer token is no JWT");
        }
    }
}
