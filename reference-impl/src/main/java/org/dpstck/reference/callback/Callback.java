package org.dpstck.reference.callback;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dpstck.reference.flow.DataFlow;

/**
 * One message to the control plane before it is sent (section "Control Plane Endpoint").
 *
 * @param flow the flow it is about
 * @param method in upper case, POST unless something is wrong
 * @param operation prepared, started, completed or errored
 * @param base the callback address, with or without a slash at its end
 * @param transferId the id in the path, not yet encoded
 * @param mediaType of the body; not sent when there is none
 * @param body JSON text, or an empty string for no body
 * @param delay how long to keep it back
 */
public record Callback(
        DataFlow flow,
        String method,
        String operation,
        String base,
        String transferId,
        String mediaType,
        String body,
        Duration delay) {

    /** Where it goes: base and path joined by exactly one slash. */
    public URI target() {
        String trimmed = base.replaceFirst("/+$", "");
        return URI.create(trimmed + "/transfers/" + encode(transferId) + "/dataflow/" + operation);
    }

    private static String encode(String segment) {
        // The encoder is made for forms, where a space is a plus; in a path it is not.
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean is(String wanted) {
        return operation.equals(wanted);
    }

    public Callback withMethod(String other) {
        return new Callback(flow, other, operation, base, transferId, mediaType, body, delay);
    }

    public Callback withOperation(String other) {
        return new Callback(flow, method, other, base, transferId, mediaType, body, delay);
    }

    public Callback withBase(String other) {
        return new Callback(flow, method, operation, other, transferId, mediaType, body, delay);
    }

    public Callback withTransferId(String other) {
        return new Callback(flow, method, operation, base, other, mediaType, body, delay);
    }

    public Callback withMediaType(String other) {
        return new Callback(flow, method, operation, base, transferId, other, body, delay);
    }

    public Callback withBody(String other) {
        return new Callback(flow, method, operation, base, transferId, mediaType, other, delay);
    }

    public Callback withDelay(Duration other) {
        return new Callback(flow, method, operation, base, transferId, mediaType, body, other);
    }
}
