package org.dpstck.reference.controlplane.dsp;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.Bodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the messages of other control planes, in whichever form they come.
 *
 * <p>Prefixes before names are dropped; properties that no table names are ignored.
 */
final class DspReader {

    private static final String ADDRESS = "dataAddress";

    private DspReader() {}

    /** Reads a message of this operation. */
    static ObjectNode message(Request request, DspOperation operation) throws Refusal {
        ObjectNode message = plain(Bodies.object(request, false));
        String type = local(Bodies.string(message, "@type"));
        if (!type.equals(operation.type())) {
            throw new Refusal(Kind.INVALID_PROPERTY, "@type", "@type must be " + operation.type() + ", not " + type);
        }
        return message;
    }

    private static ObjectNode plain(ObjectNode message) {
        ObjectNode plain = Json.object();
        message.properties().forEach(each -> plain.set(local(each.getKey()), each.getValue()));
        return plain;
    }

    /** A name without its prefix: {@code dspace:agreementId} is {@code agreementId}. */
    private static String local(String name) {
        for (String prefix :
                List.of("dspace:", "dct:", "https://w3id.org/dspace/v0.8/", "https://w3id.org/dspace/2025/1/")) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    /** The form of a request. */
    static DspForm form(ObjectNode message) {
        boolean old = message.path("consumerPid").isMissingNode()
                && !message.path("@id").isMissingNode();
        return old ? DspForm.PROCESS_ID : DspForm.TWO_PIDS;
    }

    /** The id by which the consumer knows the process that it requests. */
    static String consumerPid(ObjectNode message) throws Refusal {
        return Bodies.string(message, form(message) == DspForm.PROCESS_ID ? "@id" : "consumerPid");
    }

    /** Where the consumer takes messages; one of another scheme than HTTP is not understood here. */
    static URI callbackAddress(ObjectNode message) throws Refusal {
        return Bodies.url(message, "callbackAddress");
    }

    /** Checks that a message about a process names it, as its form does. */
    static void checkPids(ObjectNode message, Transfer transfer) throws Refusal {
        boolean consumer = transfer.terms().role() == Role.CONSUMER;
        Optional<String> consumerPid = consumer ? Optional.of(transfer.id()) : transfer.peerPid();
        if (!Bodies.isAbsent(message.path("processId"))) {
            check(message, "processId", consumerPid);
            return;
        }
        check(message, "consumerPid", consumerPid);
        check(message, "providerPid", consumer ? transfer.peerPid() : Optional.of(transfer.id()));
    }

    private static void check(ObjectNode message, String name, Optional<String> expected) throws Refusal {
        String value = Bodies.string(message, name);
        if (expected.isPresent() && !expected.get().equals(value)) {
            throw new Refusal(Kind.INVALID_PROPERTY, name, name + " is not the one of this transfer process");
        }
    }

    /** The data address of a message, if it has one; only its form is looked at. */
    static Optional<ObjectNode> address(ObjectNode message) throws Refusal {
        JsonNode address = message.path(ADDRESS);
        if (Bodies.isAbsent(address) || address.isObject() && address.isEmpty()) {
            return Optional.empty();
        }
        if (!(address instanceof ObjectNode object)) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, ADDRESS, "dataAddress must be an object");
        }
        if (plain(object).path("endpointType").stringValue("").isBlank()) {
            throw new Refusal(Kind.INVALID_PROPERTY, ADDRESS, "dataAddress must say its endpointType");
        }
        return Optional.of(object.deepCopy());
    }
}
