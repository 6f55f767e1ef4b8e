package org.dpstck.dataplane.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Replies;
import org.dpstck.core.check.ResponseAddress;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.ResponseChannel;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Unjudgeable;

/** Transfers with a response channel: their flows, the addresses that are granted for responses, and what is sent there. */
public final class ResponseScene {

    private static final String BEARER = "bearer";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Shared shared;
    private final DataFlows flows;
    private final FarEnds ends;
    private final ResponseChannel channel;

    ResponseScene(Shared shared, DataFlows flows, FarEnds ends) {
        this.shared = shared;
        this.flows = flows;
        this.ends = ends;
        this.channel = shared.edition().responses().orElseThrow();
    }

    /** The response channel as the edition has it. */
    public ResponseChannel channel() {
        return channel;
    }

    /** A flow that the system does not know yet, of a transfer type with the response type of the description. */
    public DataFlow fresh(FlowKind kind) {
        return withType(kind, shared.system().responses().type());
    }

    /** The same, with another response type. */
    public DataFlow withType(FlowKind kind, String responseType) {
        return flows.fresh(kind).with(channel, responseType);
    }

    /**
     * What came of the creation of a flow.
     *
     * @throws Unjudgeable if it was not made
     */
    public Grants.Report made(DataFlow flow) {
        return new Grants(shared.edition(), shared.system()).made(flow);
    }

    /** What an address says of a response channel. */
    public ResponseAddress of(GrantedAddress address) {
        return new ResponseAddress(address, channel);
    }

    /**
     * The response channel that the creation of a flow grants.
     *
     * @throws Unjudgeable if there is none
     */
    public ResponseAddress granted(DataFlow flow) {
        return made(flow)
                .address()
                .map(this::of)
                .filter(ResponseAddress::isThere)
                .orElseThrow(
                        () -> Unjudgeable.inconclusive("a prerequisite failed: no response channel was offered; see"
                                + " the case RESPONSE-CHANNEL-OFFERED." + flow.kind()));
    }

    /**
     * The token of a channel.
     *
     * @throws Unjudgeable if it has none, or one that is no bearer token
     */
    public String token(ResponseAddress address) {
        var kind = address.text(ResponseChannel.AUTH_TYPE).orElse(BEARER);
        if (!BEARER.equals(kind.toLowerCase(Locale.ROOT))) {
            throw Unjudgeable.untested(
                    "the suite presents bearer tokens, and this response channel has the authType " + kind);
        }
        return address.text(ResponseChannel.AUTHORIZATION)
                .orElseThrow(() -> Unjudgeable.untested("the response channel has no token, which is optional"));
    }

    /** Something by which a response is known. */
    public String marker() {
        return "tck-response-" + UUID.randomUUID();
    }

    /** Sends a response as the address says: with its token, if it has one. */
    public Reply respond(ResponseAddress address, String marker) {
        return respond(address, address.value(ResponseChannel.AUTHORIZATION).map(any -> token(address)), marker);
    }

    /**
     * Sends a response.
     *
     * @throws Unjudgeable if the channel is not HTTP
     */
    public Reply respond(ResponseAddress address, Optional<String> token, String marker) {
        var settings = shared.system().responses();
        var headers = new HashMap<String, String>();
        token.ifPresent(text -> headers.put("Authorization", "Bearer " + text));
        return ends.send(
                "a response",
                new Outgoing("POST", endpoint(address), settings.contentType(), settings.response(marker))
                        .with(headers));
    }

    /**
     * The channel takes responses at all: one with its own token was accepted.
     *
     * @throws Unjudgeable if not
     */
    public void requireTwin(ResponseAddress address) {
        var twin = respond(address, marker());
        if (!Replies.succeeded(twin)) {
            throw Unjudgeable.inconclusive("its positive twin failed: a response as the address says gave "
                    + Replies.observed(twin) + "; see the cases RESPONSE-CHANNEL-ACCEPTED.*");
        }
    }

    /** Whether an answer says that this is no response as the system knows them, rather than that none is taken. */
    public static boolean knowsOtherResponses(Reply reply) {
        return Replies.refused(reply)
                && reply.status() != UNAUTHORIZED
                && reply.status() != FORBIDDEN
                && reply.status() != 404
                && reply.status() != 410;
    }

    /** Where the responses of a flow can be read, if the description says it. */
    public Optional<String> received(DataFlow flow) {
        return shared.system().responses().received(flow.dataFlowId().orElse(""), flow.processId());
    }

    /** Reads what came for a flow. */
    public Reply read(String url) {
        return ends.send("what the system has received", new Outgoing("GET", url, null, null, Map.of()));
    }

    /** How long a channel may take to close. */
    public Duration quiet() {
        return ends.quiet();
    }

    /** How long a response may take to arrive. */
    public Duration patience() {
        return ends.patience();
    }

    /** The edition of the run. */
    public Edition edition() {
        return shared.edition();
    }

    private static String endpoint(ResponseAddress address) {
        var endpoint = address.text(ResponseChannel.ENDPOINT).orElse("");
        var lower = endpoint.toLowerCase(Locale.ROOT);
        if (endpoint.isEmpty() || !endpoint.contains(":")) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the response channel has no URL in "
                    + address.shown() + "; see the cases RESPONSE-CHANNEL-ENDPOINT.*");
        }
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            throw Unjudgeable.untested("the carrier of this response channel is not HTTP: " + endpoint);
        }
        return endpoint;
    }
}
