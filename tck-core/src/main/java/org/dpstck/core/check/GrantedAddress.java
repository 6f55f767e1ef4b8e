package org.dpstck.core.check;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dpstck.core.exchange.Exchange;
import tools.jackson.databind.JsonNode;

/**
 * A data address that the system granted.
 *
 * @param node the address
 * @param exchange that brought it
 */
public record GrantedAddress(JsonNode node, Exchange exchange) {

    /** A member that is a string, not empty. */
    public Optional<String> member(String name) {
        return Bodies.string(node, name);
    }

    /** The value of an endpoint property, whatever its type. */
    public Optional<JsonNode> value(String property) {
        return StreamSupport.stream(node.path("endpointProperties").spliterator(), false)
                .filter(each -> property.equals(each.path("name").asString("")))
                .map(each -> each.path("value"))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .findFirst();
    }

    /** The value of an endpoint property that is a string, not empty. */
    public Optional<String> property(String name) {
        return value(name).filter(JsonNode::isString).map(JsonNode::asString).filter(text -> !text.isEmpty());
    }

    /** The address on one line, cut. */
    public String shown() {
        return "dataAddress " + Bodies.shown(node.toString());
    }
}
