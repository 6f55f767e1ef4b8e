package org.dpstck.controlplane.cases;

import java.util.List;
import java.util.Map;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Places;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Place;

/** Compares data addresses that the system passes on. */
final class Addresses {

    private Addresses() {}

    /** The data address of a message. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Map<String, Object> message) {
        return (Map<String, Object>) message.get("dataAddress");
    }

    /** A body carries an address unchanged. */
    static void same(Map<String, Object> address, String body, String requirement, Judge judge, Exchange exchange) {
        var carried = Bodies.object(body).map(it -> it.get("dataAddress")).filter(it -> it.isObject());
        if (carried.isEmpty()) {
            judge.violated(
                    requirement,
                    "the dataAddress " + Bodies.shown(Json.text(address)),
                    "no dataAddress in " + Bodies.shown(body),
                    exchange,
                    Places.missing("dataAddress"));
            return;
        }
        for (var member : new String[] {"endpointType", "endpoint"}) {
            var wanted = String.valueOf(address.get(member));
            if (address.containsKey(member)
                    && !wanted.equals(carried.get().path(member).asString(""))) {
                judge.violated(
                        requirement,
                        member + " \"" + wanted + "\" in the dataAddress",
                        "dataAddress " + Bodies.shown(carried.get().toString()),
                        exchange,
                        List.of(new Place("/dataAddress/" + member, "not " + wanted)));
            }
        }
    }
}
