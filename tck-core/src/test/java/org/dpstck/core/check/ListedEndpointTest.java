package org.dpstck.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.Reply;
import org.junit.jupiter.api.Test;

class ListedEndpointTest {

    private final JsonLdReplies replies = new JsonLdReplies(new Editions().load("edc-1"));

    /** What Eclipse EDC answers to the start of a pull. */
    @Test
    void whatIsListedAmongThePropertiesIsAMemberToo() {
        var address = address(
                """
                {"@type": "DataFlowResponseMessage", "dataAddress": {"@type": "dspace:DataAddress",
                 "dspace:endpointType": "https://w3id.org/idsa/v4.1/HTTP", "dspace:endpointProperties": [
                 {"@type": "dspace:EndpointProperty", "dspace:name": "https://w3id.org/edc/v0.0.1/ns/endpoint",
                  "dspace:value": "http://plane.example/public"},
                 {"@type": "dspace:EndpointProperty", "dspace:name": "https://w3id.org/edc/v0.0.1/ns/authorization",
                  "dspace:value": "a.b.c"}]},
                 "@context": {"@vocab": "https://w3id.org/edc/v0.0.1/ns/", "dspace": "https://w3id.org/dspace/v0.8/"}}""");
        assertThat(address.member("endpoint")).contains("http://plane.example/public");
        assertThat(address.member("endpointType")).contains("https://w3id.org/idsa/v4.1/HTTP");
        assertThat(address.property("authorization")).contains("a.b.c");
    }

    @Test
    void aMemberIsNotReplacedByAProperty() {
        var address = address(
                """
                {"@type": "DataFlowResponseMessage", "dataAddress": {"endpoint": "http://member.example",
                 "endpointProperties": [{"name": "endpoint", "value": "http://property.example"}]},
                 "@context": {"@vocab": "https://w3id.org/edc/v0.0.1/ns/"}}""");
        assertThat(address.member("endpoint")).contains("http://member.example");
    }

    private GrantedAddress address(String answer) {
        var reply = replies.plain(new Reply(null, 200, List.of(), answer.getBytes(StandardCharsets.UTF_8), null));
        return new GrantedAddress(Bodies.object(reply.text()).orElseThrow().get("dataAddress"), reply.exchange());
    }
}
