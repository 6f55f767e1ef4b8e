package org.dpstck.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.WireLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The hand from outside: administers the planes, and tries a token that it has come by. */
final class Operator implements AutoCloseable {

    static final String ID = "operator";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpWire wire = HttpWire.toNamedEndpoints(
            WireLimits.of(Duration.ofSeconds(2), Duration.ofSeconds(5)), new Redactor(List.of()), new ExchangeIds());

    /** Sends a message, or a request without one. */
    Reply send(String method, String url, Map<String, ?> message) {
        var body = message.isEmpty() ? null : JSON.writeValueAsString(message);
        return sent(new Outgoing(method, url, body == null ? null : "application/json", body));
    }

    /** Knocks at a data end point with a token. */
    Reply knock(String method, String url, String token) {
        var body = "POST".equals(method) ? "x" : null;
        var request = new Outgoing(method, url, body == null ? null : "application/octet-stream", body);
        return sent(request.with(Map.of("Authorization", "Bearer " + token, "User-Agent", ID)));
    }

    private Reply sent(Outgoing request) {
        var named = request.headers().isEmpty() ? request.with(Map.of("User-Agent", ID)) : request;
        return wire.send(new Journal(), ID, named);
    }

    /** What a plane says of something; a missing node if it says nothing. */
    JsonNode view(String url) {
        return read(send("GET", url, Map.of()).text()).orElseGet(MissingNode::getInstance);
    }

    static Optional<JsonNode> read(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(JSON.readTree(text));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
