package org.dpstck.reference.controlplane.dataplane;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.message.Bodies;
import org.dpstck.reference.message.JsonLdMessages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a DataPlaneInstance (section "Data plane registration"), which is JSON-LD. */
final class InstanceReader {

    /** What stands behind the base URL in the URL of an instance. */
    private static final String COLLECTION = "/v1/dataflows";

    private InstanceReader() {}

    /** The data plane that a request describes. */
    static DataPlane dataPlane(Request request) throws Refusal {
        ObjectNode message = JsonLdMessages.object(request, false);
        String id = JsonLdMessages.id(request)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refusal(Kind.MISSING_PROPERTY, "@id", "@id is required"));
        URI url = Bodies.url(message, "url");
        if (!url.getPath().endsWith(COLLECTION)) {
            throw new Refusal(Kind.INVALID_PROPERTY, "url", "url must end in " + COLLECTION);
        }
        String text = url.toString();
        return new DataPlane(
                id,
                URI.create(text.substring(0, text.length() - COLLECTION.length())),
                strings(message, "allowedTransferTypes"),
                List.of(),
                strings(message, "allowedSourceTypes"),
                List.of());
    }

    /** In JSON-LD a list of one is the same as that one. */
    private static List<String> strings(ObjectNode message, String name) throws Refusal {
        JsonNode value = message.path(name);
        List<String> values = new ArrayList<>();
        if (value.isString()) {
            values.add(value.stringValue());
        }
        value.forEach(each -> values.add(each.stringValue("")));
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw new Refusal(Kind.MISSING_PROPERTY, name, name + " must be one or more strings");
        }
        return values;
    }
}
