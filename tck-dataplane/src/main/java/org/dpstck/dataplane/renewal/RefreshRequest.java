package org.dpstck.dataplane.renewal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Outgoing;

/**
 * A refresh request that the suite sends.
 *
 * @param method POST in its correct form
 * @param url of the refresh endpoint
 * @param parameters of the grant
 * @param inQuery whether the parameters travel in the query, as the example of the profile has them, and not in the body
 * @param proof the JWT of the client; null for none
 */
public record RefreshRequest(String method, String url, Map<String, String> parameters, boolean inQuery, String proof) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The correct form. */
    static RefreshRequest correct(String url, String refreshToken, String proof) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", "refresh_token");
        parameters.put("refresh_token", refreshToken);
        return new RefreshRequest("POST", url, parameters, false, proof);
    }

    RefreshRequest by(String otherMethod) {
        return new RefreshRequest(otherMethod, url, parameters, inQuery, proof);
    }

    RefreshRequest withParameter(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new RefreshRequest(method, url, changed, inQuery, proof);
    }

    /** The same with another JWT, or with none. */
    public RefreshRequest withProof(String other) {
        return new RefreshRequest(method, url, parameters, inQuery, other);
    }

    RefreshRequest inQuery(boolean query) {
        return new RefreshRequest(method, url, parameters, query, proof);
    }

    Outgoing outgoing() {
        var encoded = parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        // A GET has no body to speak of.
        var query = inQuery || "GET".equals(method);
        var target = query ? url + (url.contains("?") ? "&" : "?") + encoded : url;
        var plain = new Outgoing(method, target, "GET".equals(method) ? null : FORM, query ? null : encoded);
        return proof == null ? plain : plain.with(Map.of("Authorization", "Bearer " + proof));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
