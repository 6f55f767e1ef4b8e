package org.dpstck.core.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.edition.RawEdition.RawRequirement;

/**
 * The file of the response channel: what is the same in every edition that offers one.
 *
 * @param dataPlane the register of those that bind a data plane
 * @param controlPlane the register of those that bind a control plane
 */
record RawResponseChannel(
        String id,
        String document,
        String vocabulary,
        String prefix,
        Map<String, String> properties,
        @com.fasterxml.jackson.annotation.JsonProperty("data-plane") List<RawRequirement> dataPlane,
        @com.fasterxml.jackson.annotation.JsonProperty("control-plane") List<RawRequirement> controlPlane) {

    private static final String FILE = Editions.ROOT + "features/response-channel.yaml";

    /** What an edition says of it: the form of its transfer types. */
    record Offer(String transferType) {}

    static RawResponseChannel read(Editions editions) {
        return editions.read(FILE, RawResponseChannel.class);
    }

    ResponseChannel offered(Offer offer) {
        var channel = new ResponseChannel(offer.transferType(), vocabulary, prefix, properties);
        if (!channel.isWhole()) {
            throw new EditionException(
                    "a response channel needs a transferType with {type} and {response}, and names for "
                            + String.join(", ", ResponseChannel.ALL));
        }
        return channel;
    }

    /** A register with the requirements of a party behind its own; what it says itself stays. */
    static Map<String, Requirement> joined(Map<String, Requirement> register, List<RawRequirement> own, String party) {
        var joined = new LinkedHashMap<>(register);
        own.forEach(raw -> joined.putIfAbsent(raw.id(), raw.bindingOn(party)));
        return joined;
    }
}
