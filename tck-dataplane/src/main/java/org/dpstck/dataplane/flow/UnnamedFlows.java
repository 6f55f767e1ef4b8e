package org.dpstck.dataplane.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;

/**
 * Finds an id for a flow whose answer names none, where the edition does not define that member (position 39).
 *
 * <p>The Location tells it, if there is one that leads to a status; else the processId is tried, by which the control plane
 * knows the flow.
 */
final class UnnamedFlows {

    private static final String ID = "{dataFlowId}";

    private final Shared shared;

    UnnamedFlows(Shared shared) {
        this.shared = shared;
    }

    /** An id by which the system knows the flow; empty if the edition demands that the answer names it, or none works. */
    Optional<String> idOf(DataFlow flow, Reply creation) {
        var edition = shared.edition();
        var message = edition.message(edition.creating(flow.kind()).answer().message());
        if (message.required().contains("dataFlowId") || !Replies.succeeded(creation)) {
            return Optional.empty();
        }
        return located(flow, creation).or(() -> Optional.of(flow.processId()).filter(id -> isKnown(flow, id)));
    }

    private Optional<String> located(DataFlow flow, Reply creation) {
        var path = shared.path(flow.statusOperation());
        var status = Pattern.compile(Pattern.quote(path).replace(ID, "\\E([^/?#]+)\\Q") + "$");
        return creation.header("Location").map(String::strip).flatMap(location -> {
            var matcher =
                    status.matcher(location.startsWith("/") || location.contains("://") ? location : "/" + location);
            return matcher.find() ? decoded(matcher.group(1)) : Optional.empty();
        });
    }

    private boolean isKnown(DataFlow flow, String id) {
        return Replies.succeeded(flow.get(flow.urlFor(flow.statusOperation(), id), "look for the flow"));
    }

    private static Optional<String> decoded(String segment) {
        try {
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
