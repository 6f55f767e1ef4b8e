package org.dpstck.core.sut;

import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of the response channels that a system offers.
 *
 * @param type the response type, as transfer types name it
 * @param contentType the media type of a response
 * @param body a response that the system takes, with {@code {marker}} for what it is known by
 * @param received where the responses of a flow can be read, with placeholders; null when they cannot be
 */
public record ResponseSettings(String type, String contentType, String body, String received) {

    /** What stands for the text by which a response is known. */
    static final String MARKER = "marker";

    private static final String PLACE = "{" + MARKER + "}";

    /** What holds when nothing is told. */
    public static ResponseSettings defaults() {
        return new ResponseSettings("com.test.http", "application/json", "{\"response\": \"" + PLACE + "\"}", null);
    }

    /** A response that can be told from every other one. */
    public String response(String marker) {
        return body.replace(PLACE, marker);
    }

    /** Where the responses of a flow can be read, if anywhere. */
    public Optional<String> received(String dataFlowId, String processId) {
        return Optional.ofNullable(received)
                .map(url -> Templates.fillUrl(url, Map.of("dataFlowId", dataFlowId, "processId", processId)));
    }

    /** A body that can be told from others. */
    static String body(String text) {
        if (!text.contains(PLACE)) {
            throw new IllegalArgumentException("has no " + PLACE + ", so that no response could be told from another");
        }
        return text;
    }

    /** A URL with placeholders of a flow. */
    static String place(String text) {
        try {
            Urls.absolute(Templates.fillUrl(text, Map.of("dataFlowId", "1", "processId", "1")));
        } catch (TriggerFailedException unknownName) {
            throw new IllegalArgumentException(
                    "has a placeholder other than {dataFlowId} and {processId}", unknownName);
        }
        return text;
    }
}
