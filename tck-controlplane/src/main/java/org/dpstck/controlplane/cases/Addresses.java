package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.Map;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Places;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Place;
import tools.jackson.databind.JsonNode;

/** Compares data addresses that the system passes on. */
final class Addresses {

    private Addresses() {}

    /** A member of an address, or the property of that name where there is no such member. */
    static String value(JsonNode address, String name) {
        if (address.has(name)) {
            return address.path(name).asString("");
        }
        for (var property : address.path("endpointProperties")) {
            var called = property.path("name").asString("");
            if (called.equals(name) || called.endsWith("/" + name)) {
                return property.path("value").asString("");
            }
        }
        return "";
    }

    /** The data address of a message. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Map<String, Object> message) {
        return (Map<String, Object>) message.get("dataAddress");
    }

    /** A body carries an address unchanged. */
    static void same(Map<String, Object> address, String body, String requirement, Judge judge, Exchange exchange) {
        same(address, "dataAddress", body, requirement, judge, exchange);
    }

    /** Every endpoint property is there, with its value. */
    private static void properties(
            Map<String, Object> address,
            String place,
            JsonNode carried,
            String requirement,
            Judge judge,
            Exchange exchange) {
        if (!(address.get("endpointProperties") instanceof List<?> all)) {
            return;
        }
        for (var each : all) {
            var property = (Map<?, ?>) each;
            var name = String.valueOf(property.get("name"));
            var wanted = String.valueOf(property.get("value"));
            if (!wanted.equals(value(carried, name))) {
                judge.violated(
                        requirement,
                        "endpoint property " + name + " of the " + place + " as it was told",
                        place + " " + Bodies.shown(carried.toString()),
                        exchange,
                        List.of(new Place("/" + place + "/endpointProperties", name + " is not what was told")));
                return;
            }
        }
    }

    /** A member of a body is an address, unchanged. */
    static void same(
            Map<String, Object> address,
            String place,
            String body,
            String requirement,
            Judge judge,
            Exchange exchange) {
        var carried = Bodies.object(body).map(it -> it.get(place)).filter(it -> it.isObject());
        if (carried.isEmpty()) {
            judge.violated(
                    requirement,
                    "the " + place + " " + Bodies.shown(Json.text(address)),
                    "no " + place + " in " + Bodies.shown(body),
                    exchange,
                    Places.missing(place));
            return;
        }
        properties(address, place, carried.get(), requirement, judge, exchange);
        for (var member : new String[] {"endpointType", "endpoint"}) {
            var wanted = String.valueOf(address.get(member));
            if (address.containsKey(member) && !wanted.equals(value(carried.get(), member))) {
                judge.violated(
                        requirement,
                        member + " \"" + wanted + "\" in the " + place,
                        place + " " + Bodies.shown(carried.get().toString()),
                        exchange,
                        List.of(new Place("/" + place + "/" + member, "not " + wanted)));
            }
        }
    }
}
