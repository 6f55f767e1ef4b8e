package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.controlplane.flow.Transfers;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Places;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Place;
import tools.jackson.databind.JsonNode;

/** Compares data addresses that the system passes on. */
final class Addresses {

    private Addresses() {}

    /** A member of an address, or the property of that name where there is no such member. */
    static String value(JsonNode address, String name) {
        var own = member(address, name);
        if (own.isPresent()) {
            return text(own.get());
        }
        for (var property : each(member(address, "endpointProperties").orElse(null))) {
            if (isCalled(text(member(property, "name").orElse(null)), name)) {
                return text(member(property, "value").orElse(null));
            }
        }
        return "";
    }

    /** The data address in a message, by its plain name, with a prefix, or by its IRI; null if there is none. */
    static JsonNode in(JsonNode message) {
        return member(message, "dataAddress")
                .map(Addresses::single)
                .filter(JsonNode::isObject)
                .orElse(null);
    }

    private static Optional<JsonNode> member(JsonNode node, String name) {
        return node.has(name)
                ? Optional.of(node.get(name))
                : node.properties().stream()
                        .filter(each -> isCalled(each.getKey(), name))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static boolean isCalled(String called, String name) {
        return called.equals(name) || called.endsWith("/" + name) || called.endsWith(":" + name);
    }

    private static String text(JsonNode node) {
        var one = node == null ? null : single(node);
        if (one == null) {
            return "";
        }
        return one.isObject() ? text(one.get(one.has("@value") ? "@value" : "@id")) : one.asString("");
    }

    /** In JSON-LD a list of one is that one. */
    private static JsonNode single(JsonNode node) {
        return node.isArray() && node.size() == 1 ? node.get(0) : node;
    }

    private static List<JsonNode> each(JsonNode node) {
        if (node == null || !node.isArray()) {
            return node == null ? List.of() : List.of(node);
        }
        return node.valueStream()
                .flatMap(item -> each(item.has("@list") ? item.get("@list") : item).stream())
                .toList();
    }

    /** The data address of a message. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Map<String, Object> message) {
        return (Map<String, Object>) message.get("dataAddress");
    }

    static JsonNode tree(Map<String, Object> address) {
        return Bodies.object(Json.text(address)).orElseThrow();
    }

    /**
     * A message to the consumer carries the address that the data plane has handed out.
     *
     * <p>Where addresses change their form on the way, it is endpoint and token alone (position 211).
     */
    static void relayed(Map<String, Object> address, Arrival arrival, String requirement, Transfers transfers) {
        if (transfers.edition().jsonLd().isEmpty()) {
            same(address, arrival.body(), requirement, transfers.judge(), arrival.exchange());
            return;
        }
        var carried = Bodies.object(arrival.body()).map(Addresses::in);
        var place = arrival.exchange().purpose();
        if (carried.isEmpty()) {
            transfers.violated(
                    requirement,
                    "the dataAddress that the data plane has handed out in the " + place,
                    "no dataAddress in " + Bodies.shown(arrival.body()),
                    arrival.exchange());
            return;
        }
        Map.of("endpoint", "endpoint", "token", "authorization").forEach((word, name) -> {
            var value = value(carried.get(), name);
            if (!value.equals(value(tree(address), name))) {
                transfers.violated(
                        requirement,
                        "the " + word + " of the data plane's address in the " + place,
                        (value.isEmpty() ? "no " : "another ") + word + " in its dataAddress "
                                + Bodies.shown(carried.get().toString()),
                        arrival.exchange());
            }
        });
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
            // A property that was told by its IRI as well is one property.
            var name = plain(String.valueOf(property.get("name")), address, all);
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

    private static String plain(String name, Map<String, Object> address, List<?> properties) {
        var plain = name.substring(name.lastIndexOf('/') + 1);
        var twice = address.containsKey(plain)
                || properties.stream().anyMatch(each -> plain.equals(((Map<?, ?>) each).get("name")));
        return twice ? plain : name;
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
