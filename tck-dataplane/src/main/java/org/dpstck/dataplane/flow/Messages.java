package org.dpstck.dataplane.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;

/** Writes messages in their plain form: every required member, and what the system's description adds. */
final class Messages {

    private static final String HTTP_ENDPOINT = "https://w3id.org/idsa/v4.1/HTTP";

    /** What stands for the address of callbacks in the plain form of a message. */
    static final String CALLBACK_ADDRESS = "{callbackAddress}";

    private final Shared shared;

    Messages(Shared shared) {
        this.shared = shared;
    }

    /** The plain message of an operation for a flow; empty for an operation with an empty body. */
    Map<String, Object> plain(Operation operation, DataFlow flow, FlowKind kind) {
        var plain = new LinkedHashMap<String, Object>();
        if (operation.message() == null) {
            return plain;
        }
        var message = shared.edition().message(operation.message());
        var values = values(flow, kind);
        message.sends().forEach((member, template) -> {
            if (flow.tellsAddress() || !CALLBACK_ADDRESS.equals(template)) {
                plain.put(member, template instanceof String text ? fill(text, values) : template);
            }
        });
        if (operation.creates()) {
            addExtras(plain);
        }
        if (message.carriesDataAddress().contains(kind.id())) {
            plain.put("dataAddress", dataAddress(flow, kind));
        }
        return plain;
    }

    /** The address that the system is to push to or to pull from. */
    Map<String, Object> dataAddress(DataFlow flow, FlowKind kind) {
        var configured = shared.system().dataAddress();
        if (!configured.isEmpty()) {
            return configured;
        }
        var endpoint = kind.direction() == Direction.PUSH
                ? shared.standIn().sink(flow.inbox())
                : shared.standIn().source(flow.inbox());
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "DataAddress");
        address.put("endpointType", HTTP_ENDPOINT);
        address.put("endpoint", endpoint);
        address.put(
                "endpointProperties",
                List.of(
                        property(
                                "authorization",
                                "not-a-real-token-" + flow.inbox().key()),
                        property("authType", "bearer")));
        return address;
    }

    private void addExtras(Map<String, Object> plain) {
        var extras = shared.system().message();
        plain.putAll(extras.properties());
        if (!extras.metadata().isEmpty()) {
            plain.put("metadata", extras.metadata());
        }
        if (!extras.labels().isEmpty()) {
            plain.put("labels", extras.labels());
        }
    }

    private Map<String, String> values(DataFlow flow, FlowKind kind) {
        var ids = shared.system().ids();
        var own = shared.edition().defaults();
        var types = shared.system().transferTypes().over(own.push(), own.pull());
        var values = new HashMap<String, String>();
        values.put("messageId", UUID.randomUUID().toString());
        values.put("participant", ids.participant());
        values.put("counterParty", ids.counterParty());
        values.put("dataspaceContext", ids.dataspaceContext());
        values.put("agreement", ids.agreement());
        values.put("dataset", ids.dataset());
        values.put("processId", flow.processId());
        values.put("callbackAddress", flow.callbackAddress());
        values.put("transferType", kind.direction() == Direction.PUSH ? types.push() : types.pull());
        values.put("reason", "conformance test");
        return values;
    }

    static String fill(String template, Map<String, String> values) {
        var filled = template;
        for (var entry : values.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    /** An id as a segment of a path. */
    static String encoded(String segment) {
        // The encoder is made for forms, where a space is a plus; in a path it is not.
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> property(String name, String value) {
        var property = new LinkedHashMap<String, Object>();
        property.put("@type", "EndpointProperty");
        property.put("name", name);
        property.put("value", value);
        return property;
    }
}
