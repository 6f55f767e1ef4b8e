package org.dpstck.dataplane.flow;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.Replies;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Judge;
import tools.jackson.databind.JsonNode;

/**
 * Follows the Location of a 202 to the status of a flow (§Prepare, §Start; position 7).
 *
 * <p>"Relative URL" has several readings in the documents; one that resolves is enough.
 */
public final class Locations {

    private final URI base;
    private final Judge judge;
    private final boolean named;

    /**
     * Locations below a base URL.
     *
     * @param named whether a status says of which flow it is
     */
    public Locations(URI base, Judge judge, boolean named) {
        this.base = base;
        this.judge = judge;
        this.named = named;
    }

    /** The answer has a Location, and it leads to the status of this flow. */
    public void leadsToStatus(DataFlow flow, Reception reception, String requirement) {
        var location = reception.reply().header("Location");
        if (location.isEmpty() || location.get().isBlank()) {
            judge.violated(
                    requirement,
                    "a Location header with HTTP " + reception.reply().status() + " in "
                            + Replies.place(reception.exchange()),
                    "no Location header",
                    reception.exchange());
            return;
        }
        var candidates =
                candidates(location.get(), reception.exchange().request().url());
        if (candidates.isEmpty()) {
            judge.violated(
                    requirement, "a Location that is a URL", "Location: " + location.get(), reception.exchange());
            return;
        }
        follow(flow, reception, requirement, location.get(), candidates);
    }

    private void follow(
            DataFlow flow, Reception reception, String requirement, String location, Set<String> candidates) {
        var own = reception.body().flatMap(body -> Bodies.string(body, "dataFlowId"));
        var status = own.isPresent() ? flow.url(flow.statusOperation()) : "";
        Reply last = null;
        String foreign = null;
        for (var url : candidates) {
            last = flow.get(url, "follow Location");
            if (url.equals(status) && Replies.succeeded(last)) {
                return; // What the status says is the business of other cases.
            }
            var found = Replies.succeeded(last)
                    ? Bodies.object(last.text()).filter(body -> body.has("state"))
                    : Optional.<JsonNode>empty();
            var id = found.flatMap(body -> Bodies.string(body, "dataFlowId"));
            if (id.isPresent() ? own.isEmpty() || id.equals(own) : found.isPresent() && !named) {
                return;
            }
            foreign = id.isPresent() ? "it leads to the status of another flow: " + id.get() : foreign;
        }
        judge.violated(
                requirement,
                "a Location that leads to the status of the flow"
                        + own.map(id -> " " + id).orElse(""),
                "Location: " + location + "; "
                        + (foreign != null
                                ? foreign
                                : "GET " + last.exchange().request().url() + " gave " + Replies.observed(last)),
                reception.exchange());
    }

    /** The readings: as it stands, from the root, below the base URL, and from the request (RFC 9110, 10.2.2). */
    private Set<String> candidates(String location, String request) {
        var candidates = new LinkedHashSet<String>();
        try {
            var uri = URI.create(location.strip());
            if (uri.isAbsolute()) {
                if ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())) {
                    candidates.add(uri.toString());
                }
                return candidates;
            }
            var directory = URI.create(base + "/");
            candidates.add(directory.resolve(uri).toString());
            candidates.add(
                    directory.resolve(location.strip().replaceFirst("^/+", "")).toString());
            candidates.add(URI.create(request).resolve(uri).toString());
        } catch (IllegalArgumentException e) {
            return candidates;
        }
        return candidates;
    }
}
