package org.dpstck.reference.controlplane.hook;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message before it is sent; a value, so that a hook can put others in its place.
 *
 * @param kind what it is
 * @param transfer the process that it is about
 * @param method the HTTP method
 * @param target where it goes
 * @param mediaType of the body
 * @param body the text that is sent; empty for none
 */
public record Outgoing(MessageKind kind, Transfer transfer, String method, URI target, String mediaType, String body) {

    /** A POST of this message, or of nothing. */
    public static Outgoing post(MessageKind kind, Transfer transfer, URI target, Optional<ObjectNode> message) {
        return new Outgoing(
                kind,
                transfer,
                "POST",
                target,
                "application/json",
                message.map(Json::write).orElse(""));
    }

    public Outgoing withMethod(String other) {
        return new Outgoing(kind, transfer, other, target, mediaType, body);
    }

    public Outgoing withTarget(URI other) {
        return new Outgoing(kind, transfer, method, other, mediaType, body);
    }

    public Outgoing withBody(String otherType, String text) {
        return new Outgoing(kind, transfer, method, target, otherType, text);
    }

    /** The same message with its JSON object changed; one that has none is left alone. */
    public Outgoing withObject(UnaryOperator<ObjectNode> change) {
        return Json.tryObject(body)
                .map(node -> withBody(mediaType, Json.write(change.apply(node))))
                .orElse(this);
    }
}
