package org.dpstck.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Speaks to one data plane as a control plane does. */
final class TestClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Trust.everybody())
            .build();

    private final ReferenceDataPlane plane;

    TestClient(ReferenceDataPlane plane) {
        this.plane = plane;
    }

    /** An answer with what the tests ask of it. */
    record Reply(int status, String text, HttpResponse<String> raw) {

        ObjectNode json() {
            return Json.tryObject(text).orElseThrow(() -> new AssertionError("no JSON object: " + text));
        }

        String string(String name) {
            return json().path(name).asString("");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Reply prepare(Message message) {
        return post("/dataflows/prepare", message.json());
    }

    Reply start(Message message) {
        return post("/dataflows/start", message.json());
    }

    Reply signal(String flowId, String signal) {
        return signal(flowId, signal, "{}");
    }

    Reply signal(String flowId, String signal, String body) {
        return post("/dataflows/" + flowId + "/" + signal, body);
    }

    Reply status(String flowId) {
        return send(
                HttpRequest.newBuilder(at("/dataflows/" + flowId + "/status")).GET());
    }

    String state(String flowId) {
        return status(flowId).string("state");
    }

    Reply admin(String id, String action) {
        return send(HttpRequest.newBuilder(URI.create(plane.adminUrl() + "/dataflows/" + id + "/" + action))
                .POST(BodyPublishers.noBody()));
    }

    ObjectNode inspect(String id) {
        return send(HttpRequest.newBuilder(URI.create(plane.adminUrl() + "/dataflows/" + id))
                        .GET())
                .json();
    }

    Reply post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    URI at(String path) {
        return URI.create(plane.baseUrl() + path);
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body(), answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static HttpClient http() {
        return HTTP;
    }
}
