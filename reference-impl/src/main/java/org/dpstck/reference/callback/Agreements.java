package org.dpstck.reference.callback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.wire.Outbound;
import tools.jackson.databind.node.ObjectNode;

/** Asks the control plane for the agreement behind a flow (section "Agreement retrieval"). */
public final class Agreements {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Outbound outbound;
    private final Hooks hooks;

    /** Asks through {@code outbound}. */
    public Agreements(Outbound outbound, Hooks hooks) {
        this.outbound = outbound;
        this.hooks = hooks;
    }

    /**
     * Asks for the agreement of a flow.
     *
     * @return the agreement
     * @throws IOException if there is no control plane, or it has no agreement that can be read
     * @throws InterruptedException if the data plane is being closed
     */
    public ObjectNode of(DataFlow flow) throws IOException, InterruptedException {
        URI base = flow.controlPlane().orElseThrow(() -> new IOException("no control plane is known for the flow"));
        HttpResponse<String> answer = outbound.client().send(request(flow, base), BodyHandlers.ofString());
        return Json.tryObject(answer.body())
                .filter(body -> answer.statusCode() == 200 && isAgreement(body))
                .orElseThrow(() -> new IOException("no agreement came, but HTTP " + answer.statusCode()));
    }

    private HttpRequest request(DataFlow flow, URI base) {
        String id = hooks.keeps(Rule.AGREEMENT_TRANSFER)
                ? flow.request().processId()
                : "flow-" + flow.request().processId();
        String path =
                "/transfers/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        URI target = URI.create(base.toString().replaceFirst("/+$", "")
                + path
                + (hooks.keeps(Rule.AGREEMENT_PATH) ? "/agreement" : "/contract/agreement"));
        HttpRequest.Builder builder = outbound.request(target).timeout(LIMIT);
        if (!hooks.keeps(Rule.AGREEMENT_NO_MESSAGE)) {
            return builder.header("Content-Type", "application/json")
                    .method("GET", BodyPublishers.ofString("{\"agreement\": true}"))
                    .build();
        }
        return hooks.keeps(Rule.AGREEMENT_GET)
                ? builder.GET().build()
                : builder.POST(BodyPublishers.noBody()).build();
    }

    private boolean isAgreement(ObjectNode body) {
        boolean complete = List.of("@id", "@type", "target", "assigner", "assignee").stream()
                .allMatch(name -> body.path(name).isString());
        return complete && hooks.keeps(Rule.AGREEMENT_READABLE);
    }
}
