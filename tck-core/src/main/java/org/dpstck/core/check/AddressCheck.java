package org.dpstck.core.check;

import java.util.List;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Place;
import tools.jackson.databind.JsonNode;

/** Checks a data address of the system: there, absent, and in the form of the Dataspace Protocol (§Data Address). */
public final class AddressCheck {

    private static final String ADDRESS = "dataAddress";
    private static final String FORM = "DATA-ADDRESS-DSP";
    private static final String ELSEWHERE = "DATA-ADDRESS-ELSEWHERE";
    private static final List<String> FLAT = List.of("authType", "authorization");
    private static final int WITHOUT_TYPE = 45;
    private static final int WITHHELD = 134;

    private final MessageSchemas schemas;
    private final Judge judge;

    /** A check that reports to a judge. */
    public AddressCheck(MessageSchemas schemas, Judge judge) {
        this.schemas = schemas;
        this.judge = judge;
    }

    /** Whether a message carries an address; null and an empty object count as none. */
    public static boolean carries(JsonNode message) {
        var address = message.get(ADDRESS);
        return address != null && !address.isNull() && !(address.isObject() && address.isEmpty());
    }

    /** The message has to carry one. */
    public void isGranted(JsonNode message, String requirement, String where, Exchange exchange) {
        if (!carries(message)) {
            judge.violated(
                    requirement,
                    "a dataAddress in " + where,
                    "no dataAddress in " + Bodies.shown(message.toString()),
                    exchange,
                    message.has(ADDRESS) ? Places.member(ADDRESS, "counts as absent") : Places.missing(ADDRESS));
        }
    }

    /** An address that is there has to have the form of the Dataspace Protocol. */
    public void hasForm(JsonNode message, Exchange exchange) {
        if (!carries(message)) {
            return;
        }
        var address = message.get(ADDRESS);
        schemas.validate("DataAddress", address)
                .forEach(problem -> judge.violated(
                        FORM,
                        "a DataAddress in the serialization of the Dataspace Protocol: endpointType, endpoint,"
                                + " endpointProperties as a list of name and value",
                        problem + " in dataAddress " + Bodies.shown(address.toString()) + " of "
                                + Replies.place(exchange),
                        exchange,
                        List.of(Places.of(problem).below(ADDRESS))));
        isNotFlat(address, exchange);
        if (address.isObject() && !judge.violated() && address.get("@type") == null) {
            judge.warned(
                    FORM,
                    WITHOUT_TYPE,
                    "\"@type\": \"DataAddress\"",
                    "a dataAddress without @type: " + Bodies.shown(address.toString()),
                    exchange,
                    Places.member(ADDRESS, "no @type"));
        }
    }

    /** Credentials as direct members are the form of the document's own examples, which is not the Dataspace Protocol's. */
    private void isNotFlat(JsonNode address, Exchange exchange) {
        for (var member : FLAT) {
            if (address.has(member)) {
                judge.violated(
                        FORM,
                        member + " as an entry of endpointProperties, with name and value",
                        member + " as a direct member of dataAddress " + Bodies.shown(address.toString()) + " of "
                                + Replies.place(exchange),
                        exchange,
                        List.of(new Place("/" + ADDRESS + "/" + member, "a direct member")));
            }
        }
    }

    /** The message has no reason to carry one. */
    public void isWithheld(JsonNode message, String where, Exchange exchange) {
        if (carries(message)) {
            judge.warned(
                    ELSEWHERE,
                    WITHHELD,
                    "no dataAddress in " + where,
                    "dataAddress " + Bodies.shown(message.get(ADDRESS).toString()),
                    exchange,
                    Places.member(ADDRESS, "not due here"));
        }
    }
}
