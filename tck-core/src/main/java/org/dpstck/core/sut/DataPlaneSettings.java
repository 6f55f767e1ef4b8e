package org.dpstck.core.sut;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of how a control plane chooses data planes, and of what it keeps as a consumer.
 *
 * @param source type of the source of the dataset, as data planes declare it
 * @param interval the longest time between two heart-beats; null when nobody tells
 * @param settle how long a process may still be in the making when its state is told; null for not at all
 * @param reference where the endpoint data references of its consumers can be read
 */
public record DataPlaneSettings(String source, Duration interval, Duration settle, Reference reference) {

    /** What holds when nothing is told. */
    public static DataPlaneSettings none() {
        return new DataPlaneSettings(
                "HttpData", null, null, new Reference(null, Map.of(), "/endpoint", "/authorization"));
    }

    /** The longest time between two heart-beats, if it is told. */
    public Optional<Duration> heartBeat() {
        return Optional.ofNullable(interval);
    }

    /** How long a state that is told may not be final yet, if it is told. */
    public Optional<Duration> settling() {
        return Optional.ofNullable(settle);
    }

    /**
     * Where the endpoint data reference of a transfer can be read.
     *
     * @param url with placeholders; null when it cannot be read
     * @param headers sent with every request; may hold secrets
     * @param endpoint JSON pointer to the endpoint in the answer
     * @param authorization JSON pointer to the token in the answer
     */
    public record Reference(String url, Map<String, String> headers, String endpoint, String authorization) {

        /** Copies the headers. */
        public Reference {
            headers = Trees.copyOfTexts(headers);
        }

        /** Where it is for a transfer, if anywhere. */
        public Optional<String> at(String transferId, String processId) {
            return Optional.ofNullable(url)
                    .map(template ->
                            Templates.fillUrl(template, Map.of("transferId", transferId, "processId", processId)));
        }

        /** The text or number that a pointer names in an answer. */
        public Optional<String> read(String body, String pointer) {
            return Json.at(body, pointer);
        }
    }

    /** A URL with placeholders of a transfer. */
    static String place(String text) {
        try {
            Urls.absolute(Templates.fillUrl(text, Map.of("transferId", "1", "processId", "1")));
        } catch (TriggerFailedException unknownName) {
            throw new IllegalArgumentException(
                    "has a placeholder other than {transferId} and {processId}", unknownName);
        }
        return text;
    }

    /** A JSON pointer. */
    static String pointer(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("is no JSON pointer");
        }
        return text;
    }
}
