package org.dpstck.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a JSON-LD answer is the same message; nothing is fetched. */
class JsonLdRepliesTest {

    private static final String EDC = "https://w3id.org/edc/v0.0.1/ns/";
    private static final String DSPACE = "https://w3id.org/dspace/v0.8/";
    private static final String PLAIN =
            "{\"@type\":\"DataFlowResponseMessage\",\"dataAddress\":{\"endpoint\":\"http://e\","
                    + "\"endpointProperties\":[{\"name\":\"authorization\",\"value\":\"t\"}],\"endpointType\":\"T\"}}";

    private final JsonLdReplies replies = new JsonLdReplies(new Editions().load("edc-1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The form of the document's example, whose prefix nothing explains.
                "{'@type':'DataFlowResponseMessage','dspace:dataAddress':{'dspace:endpoint':'http://e','dspace:endpointType':'T',"
                        + "'dspace:endpointProperties':[{'dspace:name':'" + EDC
                        + "authorization','dspace:value':'t'}]}}",
                "{'@context':{'x':'" + EDC + "','y':'" + DSPACE
                        + "'},'@type':'x:DataFlowResponseMessage','x:dataAddress':{'y:endpoint':'http://e',"
                        + "'y:endpointType':'T','y:endpointProperties':{'y:name':'authorization','y:value':'t'}}}",
                "[{'@type':['" + EDC + "DataFlowResponseMessage'],'" + EDC + "dataAddress':[{'" + DSPACE
                        + "endpoint':[{'@value':'http://e'}],'" + DSPACE + "endpointType':[{'@value':'T'}],'" + EDC
                        + "authorization':[{'@value':'t'}]}]}]",
                "{'@context':'https://nobody.invalid/context.jsonld','@type':'DataFlowResponseMessage',"
                        + "'dataAddress':{'endpoint':'http://e','endpointType':'T','authorization':'t'}}"
            })
    void anyFormIsTheSameMessage(String text) {
        var plain = Bodies.object(replies.plain(reply(200, text)).text()).orElseThrow();

        assertThat(plain).isEqualTo(Bodies.object(PLAIN).orElseThrow());
    }

    @Test
    void whatIsNoMessageStaysAsItIs() {
        for (var text : List.of("", "no JSON", "[]", "[{'@id':'a','@type':'b'},{'@id':'c','@type':'d'}]", "3")) {
            assertThat(replies.plain(reply(200, text)).text()).isEqualTo(quoted(text));
        }
        assertThat(replies.plain(reply(404, "{'state':'x'}")).text()).isEqualTo(quoted("{'state':'x'}"));
    }

    @Test
    void editionsOfPlainJsonAreLeftAlone() {
        var reply = reply(200, "{'@context':{'a':'http://a/'},'a:b':1}");

        assertThat(new JsonLdReplies(new Editions().load("2026-02")).plain(reply))
                .isSameAs(reply);
    }

    private static Reply reply(int status, String text) {
        return new Reply(null, status, List.of(), quoted(text).getBytes(StandardCharsets.UTF_8), null);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
