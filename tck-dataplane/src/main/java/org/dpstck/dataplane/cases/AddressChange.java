package org.dpstck.dataplane.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dpstck.core.plan.Worded;

/** A legal form of a data address of the HTTP profile, and the clause that allows it. */
enum AddressChange implements Worded {
    /** A bearer token. */
    BEARER("with a bearer token", "HTTP-BEARER", address -> withProperties(address, token(), bearer())),
    /** Nothing besides the endpoint. */
    NO_TOKEN("without a token", "HTTP-AUTH-TYPE-PRESENT", address -> {
        var changed = new LinkedHashMap<>(address);
        changed.remove("endpointProperties");
        return changed;
    }),
    /** A property that no profile defines. */
    UNKNOWN_PROPERTY(
            "with a property that no profile defines",
            "HTTP-UNKNOWN-PROPERTIES",
            address -> withProperties(address, token(), bearer(), property("tck:unknown", "whatever"))),
    /** What renews the token. */
    RENEWAL(
            "with the properties of the token renewal profile",
            "HTTP-RENEWAL",
            address -> withProperties(
                    address,
                    token(),
                    bearer(),
                    property("refreshToken", "not-a-real-refresh-token"),
                    property("expiresIn", "3600"),
                    property("refreshEndpoint", address.get("endpoint") + "/token")));

    private final String text;
    private final String requirement;
    private final UnaryOperator<Map<String, Object>> change;

    AddressChange(String text, String requirement, UnaryOperator<Map<String, Object>> change) {
        this.text = text;
        this.requirement = requirement;
        this.change = change;
    }

    /** For people, behind "a data address". */
    @Override
    public String text() {
        return text;
    }

    /** The clause that allows it. */
    String requirement() {
        return requirement;
    }

    /** An address in this form. */
    Map<String, Object> in(Map<String, Object> address) {
        return change.apply(address);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> token() {
        return property("authorization", "not-a-real-token");
    }

    private static Map<String, Object> bearer() {
        return property("authType", "bearer");
    }

    private static Map<String, Object> withProperties(Map<String, Object> address, Map<?, ?>... properties) {
        var changed = new LinkedHashMap<>(address);
        changed.put("endpointProperties", new ArrayList<>(List.of(properties)));
        return changed;
    }

    private static Map<String, Object> property(String name, String value) {
        return Map.of("@type", "EndpointProperty", "name", name, "value", value);
    }
}
