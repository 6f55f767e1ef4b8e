package org.dpstck.reference;

import java.util.UUID;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds prepare and start messages. */
record Message(ObjectNode node) {

    static Message of(String transferType, CallbackInbox inbox) {
        return new Message(Json.object()
                .put("messageId", UUID.randomUUID().toString())
                .put("participantId", "participant-a")
                .put("counterPartyId", "participant-b")
                .put("dataspaceContext", "test-context")
                .put("processId", "process-" + UUID.randomUUID())
                .put("agreementId", "agreement-1")
                .put("datasetId", "finite")
                .put("callbackAddress", inbox.address())
                .put("transferType", transferType));
    }

    static Message push(CallbackInbox inbox) {
        return of("Http-PUSH", inbox);
    }

    static Message pull(CallbackInbox inbox) {
        return of("Http-PULL", inbox);
    }

    Message with(String name, JsonNode value) {
        ObjectNode copy = node.deepCopy();
        copy.set(name, value);
        return new Message(copy);
    }

    Message with(String name, String value) {
        return with(name, Json.object().put(name, value).get(name));
    }

    Message without(String name) {
        ObjectNode copy = node.deepCopy();
        copy.remove(name);
        return new Message(copy);
    }

    Message answering(String pace) {
        ObjectNode metadata = Json.object();
        metadata.putObject("reference").put("answer", pace);
        return with("metadata", metadata);
    }

    Message wishing(String wish) {
        ObjectNode metadata = Json.object();
        metadata.putObject("reference").put(wish, true);
        return with("metadata", metadata);
    }

    Message to(String endpoint, String token) {
        return with("dataAddress", address(endpoint, token));
    }

    Message to(String endpoint, String token, String endpointType) {
        return with("dataAddress", address(endpoint, token).put("endpointType", endpointType));
    }

    static ObjectNode address(String endpoint, String token) {
        ObjectNode address = Json.object()
                .put("@type", "DataAddress")
                .put("endpointType", "https://w3id.org/idsa/v4.1/HTTP")
                .put("endpoint", endpoint);
        address.putArray("endpointProperties")
                .addObject()
                .put("@type", "EndpointProperty")
                .put("name", "authorization")
                .put("value", token);
        return address;
    }

    static String started(JsonNode address) {
        ObjectNode message = Json.object();
        message.set("dataAddress", address);
        return Json.write(message);
    }

    String processId() {
        return node.get("processId").asString();
    }

    String json() {
        return Json.write(node);
    }
}
