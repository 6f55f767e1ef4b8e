package org.dpstck.dataplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireFailure;
import org.dpstck.dataplane.check.Bodies;
import org.dpstck.dataplane.check.Replies;

/**
 * Asks once, before any case, whether there is a data plane to judge.
 *
 * <p>Stops only when no creating operation of any declared kind gets anywhere: one that works is enough to go on, and then
 * the others are the business of the cases.
 */
final class Preflight {

    private static final String UNKNOWN_FLOW = "tck-no-such-flow";

    private final Shared shared;
    private final FlowFactory factory;

    Preflight(Shared shared, FlowFactory factory) {
        this.shared = shared;
        this.factory = factory;
    }

    /** Why no case makes sense, and what to do about it. */
    Optional<String> obstacle() {
        var replies = new ArrayList<Reply>();
        for (var kind : FlowKind.all()) {
            if (Twins.declared(kind, shared.system())) {
                var reply = factory.fresh(kind).send(shared.edition().creating(kind), "preflight");
                if (reply.failure() != null && (reply.failure().unreachable() || isTimeOut(reply) && isDumb())) {
                    return Optional.of(silence(reply));
                }
                replies.add(reply);
            }
        }
        if (replies.isEmpty()) {
            return Optional.of(
                    "the system declares no side (consumer, provider) or no direction (push, pull), so no flow"
                            + " can be made; set capabilities");
        }
        return common(replies);
    }

    private Optional<String> common(List<Reply> replies) {
        if (all(replies, reply -> !reply.answered())) {
            return Optional.of(silence(replies.get(0)));
        }
        if (all(replies, reply -> reply.status() >= 300 && reply.status() < 400)) {
            return Optional.of(asked() + " is redirected to "
                    + replies.get(0).header("Location").orElse("nowhere") + "; give the final base URL with --url");
        }
        if (all(replies, reply -> reply.status() == 401 || reply.status() == 403 || reply.status() == 407)) {
            return Optional.of(asked() + " is answered " + codes(replies)
                    + "; give the credentials that the system expects, for example --header 'Authorization: Bearer …'");
        }
        if (all(replies, reply -> reply.status() == 404 || reply.status() == 405 || reply.status() == 410)) {
            return Optional.of(asked() + " is answered " + codes(replies)
                    + ": no data plane speaks this protocol there; check the host, the port and the path of --url");
        }
        if (all(replies, Preflight::isHtml)) {
            return Optional.of(asked() + " is answered with HTML (" + codes(replies)
                    + "): that is a web page, no signaling endpoint; check the port and the path of --url");
        }
        if (all(replies, Replies::refused)) {
            return Optional.of(asked() + " in correct form is refused: " + Replies.observed(replies.get(0))
                    + "; check transferTypes, ids and message.metadata in the system's description");
        }
        return Optional.empty();
    }

    private String silence(Reply reply) {
        var url = shared.system().url();
        var text = reply.failure().text();
        return switch (reply.failure().kind()) {
            case UNREACHABLE ->
                "cannot reach " + url + ": " + text + "; start the system, or correct the host and port of --url";
            case TLS ->
                "cannot speak TLS with " + url + ": " + text
                        + "; if the port is a plain one, write http:// in --url, otherwise check its certificate";
            case TIME_OUT ->
                url + " takes connections but does not answer: " + text + plainPort()
                        + "; look at its log, or allow more with timeouts.request";
            case DROPPED, GARBAGE ->
                url + " gives no HTTP answer: " + text + "; if the port speaks TLS, write https:// in --url";
            case TOO_LARGE -> url + " floods the suite: " + text + "; check the path of --url";
        };
    }

    /** A plain server waits for the rest of what it takes for a request. */
    private String plainPort() {
        return "https".equalsIgnoreCase(shared.system().url().getScheme())
                ? "; if the port is a plain one, write http:// in --url"
                : "";
    }

    private String asked() {
        var operations = shared.edition().creating().stream()
                .filter(operation -> FlowKind.all().stream()
                        .anyMatch(kind ->
                                operation.sides().contains(kind.side()) && Twins.declared(kind, shared.system())))
                .map(operation -> operation.line())
                .collect(Collectors.joining(" and "));
        return operations + " at " + shared.system().url();
    }

    private static String codes(List<Reply> replies) {
        return replies.stream()
                .map(reply -> "HTTP " + reply.status())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** Whether even the simplest question finds no answer in time. */
    private boolean isDumb() {
        var flow = factory.fresh(FlowKind.all().get(0));
        flow.isCalled(UNKNOWN_FLOW);
        return !flow.send(flow.statusOperation(), "preflight").answered();
    }

    private static boolean isTimeOut(Reply reply) {
        return reply.failure().kind() == WireFailure.Kind.TIME_OUT;
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
}
