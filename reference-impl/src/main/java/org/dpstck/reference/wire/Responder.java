package org.dpstck.reference.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.ResponseAddress;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer's end of response channels: it tells how much has arrived.
 *
 * <p>Data may come before the start message that has the address of the channel; the response is then stored until it is
 * there (section "Technical Considerations").
 */
public final class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Outbound outbound;
    private final Hooks hooks;

    /** Sends by the client of {@code outbound}. */
    public Responder(Outbound outbound, Hooks hooks) {
        this.outbound = outbound;
        this.hooks = hooks;
    }

    /** Responds to what a flow has got so far, now or as soon as there is an address. */
    public void answer(DataFlow flow) {
        boolean possible = flow.responses().address().isPresent();
        if (!flow.responds() || !possible && !hooks.keeps(Rule.RESPONSE_STORED)) {
            return;
        }
        flow.responses().owe(report(flow));
        flush(flow);
    }

    /**
     * Responds to what a flow has got so far because somebody asks for it, be it nothing.
     *
     * @return whether there is a channel to do so
     */
    public boolean respond(DataFlow flow) {
        Optional<ResponseAddress> address = flow.responses().address();
        if (flow.state() != FlowState.STARTED || flow.side() != Side.CONSUMER || address.isEmpty()) {
            return false;
        }
        if (hooks.keeps(Rule.RESPONDS)) {
            outbound.workers().execute(() -> send(address.get(), report(flow)));
        }
        return true;
    }

    private static String report(DataFlow flow) {
        return Json.write(
                Json.object().put("processId", flow.request().processId()).put("received", flow.bytes()));
    }

    /** Sends what is stored, if the flow is started and its address is known. */
    public void flush(DataFlow flow) {
        if (flow.state() != FlowState.STARTED || !flow.responds()) {
            return;
        }
        flow.responses().address().ifPresent(address -> flow.responses().due().forEach(due -> send(address, due)));
    }

    private void send(ResponseAddress address, String response) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.endpoint()))
                    .timeout(ANSWER_LIMIT)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(response));
            if (address.token() != null && hooks.keeps(Rule.RESPONDS_WITH_TOKEN)) {
                request.header("Authorization", "Bearer " + address.token());
            }
            outbound.client().send(request.build(), BodyHandlers.discarding());
        } catch (IOException | IllegalArgumentException lost) {
            // A response is about the data, which has arrived; nothing hangs on it.
            LOG.debug("a response that could not be sent", lost);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
