package org.dpstck.core.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.Reply;

/**
 * Says in one line why there is no system to talk to, and what to do about it.
 *
 * @param url base URL of the system's endpoints
 * @param option that sets it, like {@code --url}
 * @param party who was to be there, like {@code data plane}
 */
public record Obstacles(URI url, String option, String party) {

    /** The obstacles on the way to a data plane. */
    public static Obstacles ofDataPlane(URI url) {
        return new Obstacles(url, "--url", "data plane");
    }

    /** The obstacles on the way to the Dataspace Protocol endpoints of a control plane. */
    public static Obstacles ofControlPlane(URI url) {
        return new Obstacles(url, "--dsp-url", "control plane");
    }

    /**
     * What all answers to creating messages have in common that keeps anybody from talking to the system; empty if at least
     * one got somewhere, or was refused for a reason of the protocol.
     *
     * @param asked what was sent, like {@code POST /dataflows/prepare}
     * @param replies at least one
     */
    public Optional<String> common(String asked, List<Reply> replies) {
        if (all(replies, reply -> !reply.answered())) {
            return Optional.of(silence(replies.get(0)));
        }
        var what = asked + " at " + url;
        if (all(replies, reply -> reply.status() >= 300 && reply.status() < 400)) {
            return Optional.of(what + " is redirected to "
                    + replies.get(0).header("Location").orElse("nowhere") + "; give the final base URL with " + option);
        }
        if (all(replies, Obstacles::locked)) {
            return Optional.of(what + " is answered " + codes(replies)
                    + "; give the credentials that the system expects, for example "
                    + option.replace("url", "header") + " 'Authorization: Bearer …'");
        }
        if (all(replies, Obstacles::missing)) {
            return Optional.of(what + " is answered " + codes(replies)
                    + ": no " + party + " speaks this protocol there; check the host, the port and the path of "
                    + option);
        }
        if (all(replies, Obstacles::isHtml)) {
            return Optional.of(what + " is answered with HTML (" + codes(replies)
                    + "): that is a web page, no endpoint of a " + party
                    + "; check the port and the path of " + option);
        }
        return Optional.empty();
    }

    /** Whether an answer asks for credentials. */
    public static boolean locked(Reply reply) {
        return reply.status() == 401 || reply.status() == 403 || reply.status() == 407;
    }

    /** Whether an answer says that there is nothing at a path, or nothing that takes the method. */
    public static boolean missing(Reply reply) {
        return reply.status() == 404 || reply.status() == 405 || reply.status() == 410 || reply.status() == 501;
    }

    /** Why a request found no answer, and what to do about it. */
    public String silence(Reply reply) {
        var text = reply.failure().text();
        return switch (reply.failure().kind()) {
            case UNREACHABLE ->
                "cannot reach " + url + ": " + text + "; start the system, or correct the host and port of " + option;
            case TLS ->
                "cannot speak TLS with " + url + ": " + text
                        + "; if the port is a plain one, write http:// in " + option
                        + ", otherwise check its certificate";
            case TIME_OUT ->
                url + " takes connections but does not answer: " + text + plainPort()
                        + "; look at its log, or allow more with timeouts.request";
            case DROPPED, GARBAGE ->
                url + " gives no HTTP answer: " + text + "; if the port speaks TLS, write https:// in " + option;
            case TOO_LARGE -> url + " floods the suite: " + text + "; check the path of " + option;
        };
    }

    /** A plain server waits for the rest of what it takes for a request. */
    private String plainPort() {
        return "https".equalsIgnoreCase(url.getScheme())
                ? "; if the port is a plain one, write http:// in " + option
                : "";
    }

    private static String codes(List<Reply> replies) {
        return replies.stream()
                .map(reply -> "HTTP " + reply.status())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static boolean isHtml(Reply reply) {
        return reply.answered()
                && Bodies.object(reply.text()).isEmpty()
                && (reply.header("Content-Type").orElse("").contains("html")
                        || reply.text().stripLeading().startsWith("<"));
    }

    private static boolean all(List<Reply> replies, Predicate<Reply> test) {
        return replies.stream().allMatch(test);
    }

    /** Whether every answer refuses. */
    public static boolean refused(List<Reply> replies) {
        return all(replies, Replies::refused);
    }
}
