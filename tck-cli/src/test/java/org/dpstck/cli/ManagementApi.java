package org.dpstck.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.dpstck.cli.StubPlane.Asked;
import org.dpstck.cli.StubPlane.Reply;
import org.dpstck.reference.ReferenceControlPlane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A management API of another make in front of the reference control plane: its own paths, names and answers. */
final class ManagementApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/management/v3/transferprocesses";
    private static final List<String> ACTIONS = List.of("suspend", "resume", "terminate");

    private final ReferenceControlPlane plane;
    private final HttpClient client = HttpClient.newHttpClient();

    private ManagementApi(ReferenceControlPlane plane) {
        this.plane = plane;
    }

    static StubPlane inFrontOf(ReferenceControlPlane plane) {
        return StubPlane.answering(new ManagementApi(plane)::answer);
    }

    private Reply answer(Asked asked) {
        if (asked.is("POST " + BASE)) {
            return order(JSON.readTree(asked.body()));
        }
        var rest = asked.path().startsWith(BASE + "/")
                ? asked.path().substring(BASE.length() + 1).split("/")
                : new String[0];
        if (!asked.method().equals("POST") || rest.length != 2 || !ACTIONS.contains(rest[1])) {
            return Reply.json(404, "[{\"type\": \"ObjectNotFound\"}]");
        }
        var taken = send("/transfers/" + rest[0] + "/" + rest[1], Map.of());
        return taken.status() == 202 ? new Reply(204, Map.of(), "") : Reply.json(taken.status(), "[]");
    }

    private Reply order(JsonNode wanted) {
        var taken = send(
                "/transfers",
                Map.of(
                        "counterPartyAddress",
                                wanted.path("counterPartyAddress").asString(),
                        "agreementId", wanted.path("contractId").asString(),
                        "datasetId", wanted.path("assetId").asString(),
                        "format", wanted.path("transferType").asString()));
        if (taken.status() != 201) {
            return Reply.json(400, "[{\"type\": \"InvalidRequest\"}]");
        }
        return Reply.json(
                200,
                JSON.writeValueAsString(Map.of(
                        "@type",
                        "IdResponse",
                        "@id",
                        JSON.readTree(taken.body()).path("id").asString())));
    }

    private Reply send(String path, Map<String, ?> body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(plane.adminUrl() + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            return Reply.json(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return Reply.json(503, "[]");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.json(503, "[]");
        }
    }
}
