package org.dpstck.dataplane.renewal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.standin.Endpoint;
import org.dpstck.core.standin.Served;
import org.dpstck.dataplane.flow.FarEnds;

/** A provider that the suite plays: data behind a token that has expired, and an endpoint that renews it. */
public final class TokenProvider {

    private static final String BEARER = "Bearer ";
    private static final String DATA = "/data";
    private static final String REFRESH = "/token";

    private final FarEnds ends;
    private final ProviderScript script;
    private final Identity identity = Identity.withoutNetwork();
    private final Endpoint endpoint;
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger renewals = new AtomicInteger();

    /** Serves by a script until the case is over. */
    public TokenProvider(FarEnds ends, ProviderScript script) {
        this.ends = ends;
        this.script = script;
        this.endpoint = ends.serve(this::answer);
    }

    /** The DID by which messages name it. */
    public String did() {
        return identity.did();
    }

    /** The access token at the beginning, and after a number of renewals. */
    public String access(int renewal) {
        return "tck-access-" + renewal + "-" + key;
    }

    /** The refresh token at the beginning, and after a number of renewals. */
    public String refresh(int renewal) {
        return "tck-refresh-" + renewal + "-" + key;
    }

    /** A data address that leads here, with an access token whose time is over. */
    public Map<String, Object> address(String endpointType) {
        var properties = new ArrayList<Map<String, Object>>(List.of(
                property("authorization", access(0)),
                property("authType", "bearer"),
                property("refreshToken", refresh(0)),
                property("expiresIn", "0")));
        if (script.ownRefreshEndpoint()) {
            properties.add(property(
                    "refreshEndpoint", (script.plainRefresh() ? endpoint.url() : endpoint.secureUrl()) + REFRESH));
        }
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "DataAddress");
        address.put("endpointType", endpointType);
        address.put("endpoint", endpoint.secureUrl() + DATA);
        address.put("endpointProperties", properties);
        return address;
    }

    /** The refresh requests, at most a number of them, now or before the deadline. */
    public List<Arrival> refreshes(int number) {
        return endpoint.await(TokenProvider::isRefresh, number, ends.patience());
    }

    /** A refresh request that came in the clear, within the window in which none may come. */
    public Optional<Arrival> plainRefresh() {
        return endpoint.await(
                arrival ->
                        isRefresh(arrival) && arrival.exchange().request().url().startsWith("http:"),
                ends.quiet());
    }

    /** A request for the data that presents a token that a renewal gave, now or before the deadline. */
    public Optional<Arrival> fetchWith(String token) {
        return endpoint.await(arrival -> isFetch(arrival) && token.equals(bearer(arrival)), ends.patience());
    }

    /** The requests for the data so far. */
    public List<Arrival> fetches() {
        return endpoint.arrivals().stream().filter(TokenProvider::isFetch).toList();
    }

    /** Whether anything came here; asked once a run, and so with more patience than a callback is worth. */
    boolean anything() {
        return endpoint.await(arrival -> true, ends.patience().multipliedBy(2)).isPresent();
    }

    /** Where the consumer is to come to. */
    public String place() {
        return endpoint.secureUrl();
    }

    /** Whether a request is for data. */
    private static boolean isFetch(Arrival arrival) {
        return "GET".equals(arrival.method()) && path(arrival).endsWith(DATA);
    }

    /** Whether a request is to renew: nothing else is POSTed here. */
    static boolean isRefresh(Arrival arrival) {
        return !isFetch(arrival);
    }

    private static String path(Arrival arrival) {
        return arrival.path().split("\\?", 2)[0];
    }

    /** The bearer token of a request; empty if it has none. */
    static String bearer(Arrival arrival) {
        var header = arrival.header("Authorization").orElse("");
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    private Served answer(Arrival arrival) {
        if (isFetch(arrival)) {
            return access(script.renewals()).equals(bearer(arrival))
                    ? new Served(200, "application/octet-stream", "dps-tck")
                    : Served.json(401, "{\"error\": \"invalid_token\"}");
        }
        var renewal = renewals.incrementAndGet();
        // The last one lasts; those before have expired when they come.
        return Served.json(
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d, \"refresh_token\": \"%s\"}"
                        .formatted(access(renewal), renewal >= script.renewals() ? 300 : 0, refresh(renewal)));
    }

    private static Map<String, Object> property(String name, String value) {
        return Map.of("@type", "EndpointProperty", "name", name, "value", value);
    }
}
