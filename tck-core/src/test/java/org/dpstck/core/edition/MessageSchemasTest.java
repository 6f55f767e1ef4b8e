package org.dpstck.core.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.dpstck.core.edition.MessageSchemas.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MessageSchemasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CREATION =
            """
            {"messageId": "b1d5f9e2-3c4b-4f7a-9c3e-2f1e5d6c7b8a", "participantId": "provider-participant-id",
             "counterPartyId": "consumer-participant-id", "dataspaceContext": "test-dataspace-context",
             "processId": "test-transfer-process-id", "agreementId": "test-agreement-id", "datasetId": "asset-id",
             "callbackAddress": "https://example.com/provider/callback", "transferType": "com.test.http-PULL",
             "labels": ["gold", "blue"], "metadata": {"bucketName": "bucket", "...": "..."}}""";
    private static final String ADDRESS =
            """
            {"@type": "DataAddress", "endpointType": "https://w3id.org/idsa/v4.1/HTTP", "endpoint": "https://example.com",
             "endpointProperties": [{"@type": "EndpointProperty", "name": "authType", "value": "bearer"}]}""";
    private static final String PLAIN_ADDRESS =
            """
            {"type": "https://w3id.org/idsa/v4.1/HTTP", "endpoint": "http://dataplane.provider.com/api/public",
             "authType": "bearer", "endpointType": "https://w3id.org/idsa/v4.1/HTTP", "authorization": "<AUTH_TOKEN>"}""";

    private final Edition edition = new Editions().load("2026-02");
    private final MessageSchemas schemas = new MessageSchemas(edition);

    @Test
    void theExamplesOfTheDocumentAreValid() {
        assertThat(problems("DataAddress", ADDRESS)).isEmpty();
        assertThat(problems("DataFlowPrepareMessage", CREATION)).isEmpty();
        assertThat(problems("DataFlowStartMessage", with(CREATION, "dataAddress", PLAIN_ADDRESS)))
                .isEmpty();
        assertThat(problems("DataFlowStartedNotificationMessage", "{\"dataAddress\": " + PLAIN_ADDRESS + "}"))
                .isEmpty();
        assertThat(problems("DataFlowSuspendMessage", "{\"reason\": \"scheduled maintenance\"}"))
                .isEmpty();
        assertThat(problems("DataFlowTerminateMessage", "{\"reason\": \"an unrecoverable error\"}"))
                .isEmpty();
        assertThat(problems("DataFlowStatusResponseMessage", "{\"dataFlowId\": \"f\", \"state\": \"STARTED\"}"))
                .isEmpty();
        assertThat(problems("DataFlowResponseMessage", response("\"PREPARED\"")))
                .isEmpty();
    }

    @Test
    void theEmptyAddressOfOneExampleIsNone() {
        assertThat(problems("DataFlowResponseMessage", with(response("\"PREPARED\""), "dataAddress", "{}")))
                .extracting(SchemaProblem::pointer, SchemaProblem::keyword)
                .containsExactly(Tuple.tuple("/dataAddress", "required"));
    }

    @Test
    void eachRequiredMemberIsMissed() {
        for (var name : List.of("DataFlowPrepareMessage", "DataFlowStartMessage")) {
            assertThat(edition.message(name).required()).hasSize(9);
            for (var member : edition.message(name).required()) {
                var message = (ObjectNode) JSON.readTree(CREATION);
                message.remove(member);
                assertThat(schemas.validate(name, message)).singleElement().satisfies(problem -> assertThat(
                                problem.toString())
                        .startsWith("the message: ")
                        .contains(member));
            }
        }
        assertThat(edition.message("DataFlowResponseMessage").required())
                .containsExactly("dataplaneId", "dataFlowId", "state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DataFlowResponseMessage | [] | type | ''",
                "DataFlowResponseMessage | \"x\" | type | ''",
                "DataFlowResponseMessage | {'dataplaneId':'d','dataFlowId':1,'state':'STARTED'} | type | /dataFlowId",
                "DataFlowResponseMessage | {'dataplaneId':'d','dataFlowId':'f','state':'started'} | enum | /state",
                "DataFlowStatusResponseMessage | {'dataFlowId':'f','state':'RUNNING'} | enum | /state",
                "DataFlowSuspendMessage | {'reason':null} | type | /reason",
                "DataAddress | {'endpointType':'t','endpointProperties':[]} | minItems | /endpointProperties",
                "DataAddress | {'endpointType':'t','endpointProperties':[{'name':'n'}]} | required | /endpointProperties/0",
                "DataAddress | {'endpointType':'t','@type':'Address'} | const | /@type"
            })
    void brokenMessagesAreObjectedToWhereTheyBreak(String name, String message, String keyword, String pointer) {
        assertThat(problems(name, message.replace('\'', '"'))).singleElement().satisfies(problem -> {
            assertThat(problem.keyword()).isEqualTo(keyword);
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.text()).isNotBlank();
        });
    }

    @Test
    void unknownMembersAreNoProblem() {
        assertThat(problems("DataFlowPrepareMessage", with(CREATION, "more", "{\"x\":[null]}")))
                .isEmpty();
    }

    @Test
    void anUnknownMessageIsADefectOfTheKit() {
        assertThatThrownBy(() -> problems("NoMessage", "{}"))
                .isInstanceOf(EditionException.class)
                .hasMessage("no schema for NoMessage");
    }

    @Test
    void everySchemaIsValidItself() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (var id : new Editions().ids()) {
            new Editions().load(id).schemas().forEach((file, schema) -> {
                assertThat(schema.get("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
                assertThat(schema.get("$id")).isEqualTo("https://dpstck.org/editions/" + id + "/messages/" + file);
                assertThat(meta.validate(JSON.valueToTree(schema))).as(file).isEmpty();
            });
        }
    }

    @Test
    void nothingIsFetched() throws Exception {
        var fetched = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            var elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.json";
            var all = new LinkedHashMap<>(edition.schemas());
            all.put("Far.schema.json", Map.of("$id", "https://dpstck.org/far.json", "$ref", elsewhere));
            var far = new MessageSchemas(new Edition(
                    edition.id(),
                    edition.title(),
                    edition.document(),
                    edition.defaults(),
                    edition.conventions(),
                    edition.registration(),
                    edition.authorization(),
                    edition.operations(),
                    edition.callbacks(),
                    edition.retrievals(),
                    edition.profiles(),
                    edition.messages(),
                    edition.machine(),
                    edition.requirements(),
                    edition.positions(),
                    all));

            assertThatThrownBy(() -> far.validate("Far", JSON.readTree("{}"))).hasMessageContaining("x.json");
            assertThat(fetched).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private List<SchemaProblem> problems(String name, String json) {
        return schemas.validate(name, JSON.readTree(json));
    }

    private static String response(String state) {
        return "{\"dataplaneId\": \"ha-dataplane-123\", \"dataFlowId\": \"dataFlow-123\", \"state\": " + state
                + ", \"error\": \"\"}";
    }

    private static String with(String object, String member, String value) {
        return ((ObjectNode) JSON.readTree(object))
                .set(member, JSON.readTree(value))
                .toString();
    }
}
