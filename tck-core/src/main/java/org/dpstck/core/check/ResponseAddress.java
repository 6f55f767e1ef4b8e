package org.dpstck.core.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.core.edition.ResponseChannel;
import tools.jackson.databind.JsonNode;

/**
 * What a data address says of a response channel, under whichever of its names (position 115).
 *
 * @param address that may hold a channel
 * @param channel the names by which it does
 */
public record ResponseAddress(GrantedAddress address, ResponseChannel channel) {

    private static final String PROPERTIES = "endpointProperties";
    private static final Set<String> FORWARD = Set.of("endpoint", "endpointType", "authorization", "authType");

    /** Whether it says anything of a channel, be it right or wrong. */
    public boolean isThere() {
        return !owned().isEmpty() || nest().isPresent();
    }

    /** The value of a property of the channel, whatever its type. */
    public Optional<JsonNode> value(String property) {
        var owned = owned();
        return channel.names(property).stream()
                .filter(owned::containsKey)
                .map(owned::get)
                .findFirst();
    }

    /** The value of a property of the channel that is a string, not empty. */
    public Optional<String> text(String property) {
        return value(property)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isEmpty());
    }

    /** The member that holds the channel as an object of its own, which is not flattened. */
    public Optional<String> nest() {
        return channel.nests().stream()
                .filter(name -> address.node().path(name).isObject()
                        || address.value(name).filter(JsonNode::isObject).isPresent())
                .findFirst();
    }

    /** The properties of the channel whose values are no strings. */
    public List<String> mistyped() {
        return owned().entrySet().stream()
                .filter(entry -> !entry.getValue().isString())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of endpoint properties of a forward channel, by plain names or by IRIs. */
    public List<String> forward() {
        return others().stream()
                .filter(name -> FORWARD.contains(name.substring(name.lastIndexOf('/') + 1)))
                .toList();
    }

    /** The names of endpoint properties that are none of the channel's. */
    public List<String> others() {
        var others = new ArrayList<String>();
        for (var property : address.node().path(PROPERTIES)) {
            var name = property.path("name").asString("");
            if (!channel.owns(name)) {
                others.add(name);
            }
        }
        return others;
    }

    /** The address on one line, cut. */
    public String shown() {
        return address.shown();
    }

    /** Everything that belongs to the channel, by its name. */
    private Map<String, JsonNode> owned() {
        var owned = new LinkedHashMap<String, JsonNode>();
        for (var property : address.node().path(PROPERTIES)) {
            var name = property.path("name").asString("");
            if (channel.owns(name)) {
                owned.putIfAbsent(name, property.path("value"));
            }
        }
        address.node().properties().forEach(member -> {
            if (channel.owns(member.getKey())) {
                owned.putIfAbsent(member.getKey(), member.getValue());
            }
        });
        return owned;
    }
}
