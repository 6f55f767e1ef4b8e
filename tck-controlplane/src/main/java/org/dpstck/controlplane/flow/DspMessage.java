package org.dpstck.controlplane.flow;

import java.util.Optional;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferProtocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the system to another control plane, read without the prefixes that JSON-LD allows.
 *
 * @param body with plain names of members, and plain names of types
 * @param protocol the form that it is in
 */
public record DspMessage(JsonNode body, TransferProtocol protocol) {

    /** A message as it came, its names without the prefixes of its form. */
    public static DspMessage of(JsonNode raw, TransferProtocol protocol) {
        return new DspMessage(plain(raw), protocol);
    }

    /** The id of the process on a side, if the message tells it. */
    public Optional<String> pid(Side side) {
        var own = Bodies.string(body, protocol.ids().get(side));
        return own.isPresent() || side == Side.PROVIDER ? own : Bodies.string(body, "@id");
    }

    /** A member that is a string, not empty. */
    public Optional<String> text(String member) {
        return Bodies.string(body, member);
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> copy.set(name(member.getKey()), value(member.getKey(), member.getValue())));
            return copy;
        }
        return node;
    }

    private static JsonNode value(String name, JsonNode value) {
        if (name.equals("@type") && value.isString()) {
            return JsonNodeFactory.instance.stringNode(name(value.asString()));
        }
        if (name(name).equals("state") && value.isString()) {
            return JsonNodeFactory.instance.stringNode(name(value.asString()));
        }
        return plain(value);
    }

    private static String name(String name) {
        return name.startsWith("dspace:") || name.startsWith("dct:") || name.startsWith("https://w3id.org/dspace")
                ? name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1)
                : name;
    }
}
