package org.dpstck.reference.controlplane.send;

import java.util.Optional;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message was answered with.
 *
 * @param status the HTTP status code
 * @param body the text of the body, possibly empty
 */
public record Reply(int status, String body) {

    private static final int SHOWN = 200;

    /** Whether the message was taken. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as a JSON object, if it is one. */
    public Optional<ObjectNode> object() {
        return Json.tryObject(body);
    }

    /** The reply in words, shortened. */
    public String words() {
        String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
        return "HTTP " + status + (shown.isEmpty() ? "" : " " + shown);
    }
}
