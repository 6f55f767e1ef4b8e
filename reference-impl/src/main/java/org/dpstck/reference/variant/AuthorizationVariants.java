package org.dpstck.reference.variant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dpstck.reference.authorization.GrantRequest;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.AuthorizationHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.http.Refusal;

/** Other ways to prove who one is, and to keep others out. */
final class AuthorizationVariants {

    private static final String BASIC = "Basic ";
    private static final int[] CODES = {403, 404};

    private AuthorizationVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        table.put("CLIENT-SECRET-IN-BODY", new AuthorizationHook() {
            @Override
            public GrantRequest granting(GrantRequest request) {
                return secretInBody(request);
            }
        });
        table.put("TOKEN-FOR-EACH-CALLBACK", new AuthorizationHook() {
            @Override
            public boolean isFresh(boolean fresh) {
                return false;
            }
        });
        for (int code : CODES) {
            AnswerHook hook =
                    (exchange, answer) -> exchange.refusedFor(Refusal.Kind.NO_TOKEN) ? answer.withStatus(code) : answer;
            table.put("BAD-TOKEN-" + code, hook);
        }
        return table;
    }

    private static GrantRequest secretInBody(GrantRequest request) {
        String pair = request.headers().getOrDefault("Authorization", BASIC).substring(BASIC.length());
        String[] client = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8).split(":", 2);
        return request.withoutHeaders()
                .withParameter("client_id", client[0])
                .withParameter("client_secret", client[client.length - 1]);
    }
}
