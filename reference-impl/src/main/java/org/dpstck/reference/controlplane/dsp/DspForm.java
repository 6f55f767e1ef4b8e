package org.dpstck.reference.controlplane.dsp;

import java.util.UUID;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The two forms in which messages between control planes name the process that they are about. */
public enum DspForm {

    /** {@code processId}, which is the {@code @id} of the request; every message has an {@code @id} of its own. */
    PROCESS_ID("dct:format") {
        @Override
        ObjectNode about(String type, String consumerPid, String providerPid) {
            return Json.object()
                    .put("@context", "https://w3id.org/dspace/v0.8/context.json")
                    .put("@type", type)
                    .put("@id", "urn:uuid:" + UUID.randomUUID())
                    .put("processId", consumerPid);
        }

        @Override
        ObjectNode process(Transfer transfer) {
            return super.process(transfer).put("@id", transfer.id());
        }

        @Override
        ObjectNode request(String consumerPid) {
            ObjectNode message =
                    about("TransferRequestMessage", consumerPid, "").put("@id", consumerPid);
            message.remove("processId");
            return message;
        }

        @Override
        public String peerPid(Transfer transfer, ObjectNode process) {
            return process.path("@id").stringValue(transfer.id());
        }
    },

    /** {@code consumerPid} and {@code providerPid}, as in the Dataspace Protocol 2025-1. */
    TWO_PIDS("format") {
        @Override
        ObjectNode about(String type, String consumerPid, String providerPid) {
            ObjectNode message = request(type, consumerPid);
            return message.put("providerPid", providerPid);
        }

        @Override
        ObjectNode request(String consumerPid) {
            return request("TransferRequestMessage", consumerPid);
        }

        private ObjectNode request(String type, String consumerPid) {
            ObjectNode message = Json.object();
            message.putArray("@context").add("https://w3id.org/dspace/2025/1/context.jsonld");
            return message.put("@type", type).put("consumerPid", consumerPid);
        }

        @Override
        public String peerPid(Transfer transfer, ObjectNode process) {
            return process.path("providerPid").stringValue("");
        }
    };

    private final String format;

    DspForm(String format) {
        this.format = format;
    }

    /** The property of the request that names the kind of transfer. */
    String format() {
        return format;
    }

    /** Begins a message about a process. */
    abstract ObjectNode about(String type, String consumerPid, String providerPid);

    /** Begins the message that requests one. */
    abstract ObjectNode request(String consumerPid);

    /** The id by which the provider knows the process that its answer describes; empty if it does not say. */
    public abstract String peerPid(Transfer transfer, ObjectNode process);

    /** Begins a message about a process that has begun. */
    final ObjectNode about(String type, Transfer transfer) {
        String peer = transfer.peerPid().orElse("");
        boolean consumer = transfer.terms().role() == Role.CONSUMER;
        return about(type, consumer ? transfer.id() : peer, consumer ? peer : transfer.id());
    }

    /** Begins the description of a process; its id is this party's. */
    ObjectNode process(Transfer transfer) {
        return about("TransferProcess", transfer);
    }
}
