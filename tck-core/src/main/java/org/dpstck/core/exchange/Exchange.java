package org.dpstck.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request with its answer, in either direction, as recorded: secrets are already replaced.
 *
 * @param id unique within the run, like {@code x17}
 * @param direction who asked whom
 * @param purpose why it was sent, in a few words: {@code set-up}, {@code stimulus}, {@code read back}, {@code callback}
 * @param at when the request left (or arrived), UTC
 * @param millis from the first byte of the request to the last of the answer, milliseconds
 * @param request what was asked
 * @param answer what was answered; null when no answer came
 * @param error why no complete answer came, in one line; null when one did
 * @param together names what the suite sent at the same time as this, unique within the case; null if it went alone
 */
public record Exchange(
        String id,
        Direction direction,
        String purpose,
        Instant at,
        long millis,
        Request request,
        Answer answer,
        String error,
        String together) {

    /** An exchange that went alone. */
    public Exchange(
            String id,
            Direction direction,
            String purpose,
            Instant at,
            long millis,
            Request request,
            Answer answer,
            String error) {
        this(id, direction, purpose, at, millis, request, answer, error, null);
    }

    /** Whether the suite sent both at the same time, whichever of them was served first. */
    public boolean isTogetherWith(Exchange other) {
        return together != null && together.equals(other.together);
    }

    /** Who asked whom. */
    public enum Direction {
        /** The suite asked the system under test. */
        TO_SYSTEM,
        /** The system under test called the suite's stand-in. */
        FROM_SYSTEM
    }

    /**
     * The request line, headers and body.
     *
     * @param method in upper case
     * @param url absolute
     * @param headers in the order they were sent
     * @param body as text, cut to the recording limit; null when there was none
     */
    public record Request(String method, String url, List<Header> headers, String body) {}

    /**
     * The status line, headers and body of an answer.
     *
     * @param status the three-digit code
     * @param headers in the order they came
     * @param body as text, cut to the recording limit; empty when there was none
     * @param bodyBytes how many bytes of body were read, before the cut
     */
    public record Answer(int status, List<Header> headers, String body, long bodyBytes) {

        /** The first value of a header, whatever the case of its name. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /** One line for lists and logs: method, URL, status. */
    public String summary() {
        var outcome = answer == null ? "no answer (" + error + ")" : String.valueOf(answer.status());
        return request.method() + " " + request.url() + " → " + outcome;
    }
}
