package org.dpstck.dataplane.cases;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.ResponseAddress;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.ResponseChannel;
import org.dpstck.core.edition.Side;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Needs;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.DataFlows;
import org.dpstck.dataplane.flow.Grants;
import org.dpstck.dataplane.flow.ResponseScene;

/** Bidirectional transfers: the response channel in the data addresses that a data plane writes. */
public final class ResponseAddressCases {

    private static final String OFFERED = "RESPONSE-CHANNEL-OFFERED";
    private static final String BY_TYPE = "RESPONSE-CHANNEL-BY-TYPE";
    private static final String ENDPOINT = "RESPONSE-CHANNEL-ENDPOINT";
    private static final String ENDPOINT_TYPE = "RESPONSE-CHANNEL-ENDPOINT-TYPE";
    private static final String FLATTENED = "RESPONSE-CHANNEL-FLATTENED";
    private static final String PUSH_ONLY = "RESPONSE-CHANNEL-PUSH-ONLY";
    private static final String TOPOLOGY = "RESPONSE-CHANNEL-TOPOLOGY";
    private static final int ONE_NAME = 109;

    @Case(
            value = OFFERED,
            title = "A {0} flow with a response type is offered a response channel",
            stimulus = "The flow is made with a transfer type that has the response type of the description behind it.",
            expected = "The message that reports it STARTED carries a dataAddress with responseChannel/* properties.",
            fix = "Generate the response endpoint with the start, for push and for pull, and put it into dataAddress.")
    @Verifies(OFFERED)
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void channelIsOffered(FlowKind kind, ResponseScene scene, Judge judge) {
        var report = scene.made(scene.fresh(kind));
        var there =
                report.address().map(scene::of).filter(ResponseAddress::isThere).isPresent();
        if (!there) {
            judge.violated(
                    OFFERED,
                    "a dataAddress with a response channel for a " + kind + " flow with a response type",
                    observed(report),
                    report.exchange());
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-PLAIN",
            title = "A {0} flow without a response type is offered no response channel",
            stimulus = "The flow is made with the message in its plain form.",
            expected = "No responseChannel/* properties, be there a dataAddress or not.",
            fix = "Look at the response type of the transfer type before a response endpoint is generated.")
    @Verifies(BY_TYPE)
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void channelIsNotOfferedUnasked(FlowKind kind, DataFlows flows, ResponseScene scene, Judge judge) {
        var report = scene.made(flows.fresh(kind));
        report.address()
                .map(scene::of)
                .filter(ResponseAddress::isThere)
                .ifPresent(address -> judge.violated(
                        BY_TYPE,
                        "no response channel for a " + kind + " flow whose transfer type has no response type",
                        "a response channel in " + address.shown(),
                        report.exchange()));
    }

    @Case(
            value = ENDPOINT,
            title = "The response channel of a {0} flow has a URL",
            stimulus = "The flow is made with a transfer type that has the response type of the description behind it.",
            expected = "responseChannel/endpoint is an absolute URL.",
            fix = "Write the URL of the response endpoint as the consumer can reach it, with scheme and host.")
    @Verifies(ENDPOINT)
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void endpointIsAUrl(FlowKind kind, ResponseScene scene, Judge judge) {
        var address = flat(scene.fresh(kind), scene);
        var endpoint = address.text(ResponseChannel.ENDPOINT);
        if (endpoint.filter(ResponseAddressCases::isUrl).isEmpty()) {
            judge.violated(
                    ENDPOINT,
                    scene.channel().iri(ResponseChannel.ENDPOINT) + " with an absolute URL",
                    endpoint.map(text -> "the endpoint " + Bodies.shown(text)).orElse("no endpoint of responses")
                            + " in " + address.shown(),
                    address.address().exchange());
        }
    }

    @Case(
            value = ENDPOINT_TYPE,
            title = "The response channel of a {0} flow tells the type of its endpoint",
            stimulus = "The flow is made with a transfer type that has the response type of the description behind it.",
            expected = "responseChannel/endpointType is there; an address without it draws a warning.",
            fix = "Write the type of the response endpoint into responseChannel/endpointType.")
    @Verifies(ENDPOINT_TYPE)
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void endpointTypeIsThere(FlowKind kind, ResponseScene scene, Judge judge) {
        var address = flat(scene.fresh(kind), scene);
        if (address.text(ResponseChannel.ENDPOINT_TYPE).isEmpty()) {
            judge.warned(
                    ENDPOINT_TYPE,
                    ONE_NAME,
                    scene.channel().iri(ResponseChannel.ENDPOINT_TYPE) + " with the type of the endpoint",
                    "no type of the response endpoint in " + address.shown(),
                    address.address().exchange());
        }
    }

    @Case(
            value = FLATTENED,
            title = "The response channel of a {0} flow is flattened into the data address",
            stimulus = "The flow is made with a transfer type that has the response type of the description behind it.",
            expected = "Properties with a name and a string each; no object that holds them.",
            fix = "Write each property of the response channel as an endpoint property of its own.")
    @Verifies(FLATTENED)
    @Rows("offering")
    @Needs(Capability.RESPONSE_CHANNEL)
    void propertiesAreFlat(FlowKind kind, ResponseScene scene, Judge judge) {
        var address = scene.granted(scene.fresh(kind));
        address.nest()
                .ifPresent(nest -> judge.violated(
                        FLATTENED,
                        "the properties of the response channel flattened into the dataAddress",
                        "an object " + nest + " in " + address.shown(),
                        address.address().exchange()));
        for (var name : address.mistyped()) {
            judge.violated(
                    FLATTENED,
                    name + " with a string",
                    name + " is no string in " + address.shown(),
                    address.address().exchange());
        }
    }

    @Case(
            value = PUSH_ONLY,
            title = "The address for a {0} flow has the response channel and nothing else",
            stimulus = "The flow is made with a transfer type that has the response type of the description behind it.",
            expected =
                    "No properties of a channel but responseChannel/*, and no endpoint but that of the response channel.",
            fix = "The forward endpoint of a push is the consumer's: leave it out of the answer to the start.")
    @Verifies(PUSH_ONLY)
    @Rows("pushing")
    @Needs(Capability.RESPONSE_CHANNEL)
    void pushHasNoForwardChannel(FlowKind kind, ResponseScene scene, Judge judge) {
        var address = flat(scene.fresh(kind), scene);
        var responses = address.text(ResponseChannel.ENDPOINT);
        var others = address.forward();
        if (!others.isEmpty()) {
            judge.violated(
                    PUSH_ONLY,
                    "none but responseChannel/* among the properties of a channel",
                    "the properties " + String.join(", ", others) + " in " + address.shown(),
                    address.address().exchange());
        }
        address.address()
                .member("endpoint")
                .filter(endpoint -> !responses.filter(endpoint::equals).isPresent())
                .ifPresent(endpoint -> judge.violated(
                        PUSH_ONLY,
                        "no endpoint of a forward channel in the answer to a push",
                        "the endpoint " + Bodies.shown(endpoint) + " in " + address.shown(),
                        address.address().exchange()));
    }

    @Case(
            value = "RESPONSE-CHANNEL-FORWARD",
            title = "The address for a {0} flow has the forward channel beside the response channel",
            stimulus = "The flow is made with a transfer type that has the response type of the description behind it.",
            expected = "Besides responseChannel/* an endpoint or properties of the forward channel.",
            fix = "Add the response channel to the data address of a pull; do not put it in its place.")
    @Verifies(TOPOLOGY)
    @Rows("pulling")
    @Needs(Capability.RESPONSE_CHANNEL)
    void pullHasBothChannels(FlowKind kind, ResponseScene scene, Judge judge) {
        var address = scene.granted(scene.fresh(kind));
        if (address.address().member("endpoint").isEmpty() && address.others().isEmpty()) {
            judge.violated(
                    TOPOLOGY,
                    "a forward channel beside the response channel in the address of a pull",
                    "nothing of a forward channel in " + address.shown(),
                    address.address().exchange());
        }
    }

    @Case(
            value = "RESPONSE-CHANNEL-NOT-THE-CONSUMERS",
            title = "The consumer of a {0} flow offers no response channel",
            stimulus =
                    "The flow is prepared with a transfer type that has the response type of the description behind it.",
            expected = "A dataAddress of the forward channel alone.",
            fix = "Leave the response channel to the provider: its data plane names it when the transfer starts.")
    @Verifies(TOPOLOGY)
    @Rows("receiving")
    @Needs(Capability.RESPONSE_CHANNEL)
    void consumerOffersNone(FlowKind kind, ResponseScene scene, Judge judge) {
        var report = scene.made(scene.fresh(kind));
        report.address()
                .map(scene::of)
                .filter(ResponseAddress::isThere)
                .ifPresent(address -> judge.violated(
                        TOPOLOGY,
                        "the forward channel alone in the address of a push consumer",
                        "a response channel in " + address.shown(),
                        report.exchange()));
    }

    static Stream<Row> offering(Edition edition) {
        return ResponseKinds.offering(edition);
    }

    static Stream<Row> pushing(Edition edition) {
        return ResponseKinds.offering(edition, Direction.PUSH);
    }

    static Stream<Row> pulling(Edition edition) {
        return ResponseKinds.offering(edition, Direction.PULL);
    }

    static Stream<Row> receiving(Edition edition) {
        return ResponseKinds.of(edition, Side.CONSUMER)
                .filter(kind -> kind.direction() == Direction.PUSH)
                .map(Row::of);
    }

    /** The channel of a flow; one that is not flattened is left to the case about that. */
    private static ResponseAddress flat(DataFlow flow, ResponseScene scene) {
        var address = scene.granted(flow);
        if (address.nest().isPresent()) {
            throw Unjudgeable.inconclusive("a prerequisite failed: the properties of the response"
                    + " channel are not flattened; see the case RESPONSE-CHANNEL-FLATTENED." + flow.kind());
        }
        return address;
    }

    private static boolean isUrl(String text) {
        try {
            var url = new URI(text);
            return url.isAbsolute() && (url.isOpaque() || url.getAuthority() != null);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String observed(Grants.Report report) {
        return report.address()
                .map(address -> "no responseChannel/* in " + address.shown())
                .orElse("no dataAddress in " + Bodies.shown(report.message().toString()));
    }
}
