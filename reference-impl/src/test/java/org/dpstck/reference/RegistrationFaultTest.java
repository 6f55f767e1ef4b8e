package org.dpstck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Every defect of registration shows, in each edition that it names, in a session that a correct plane answers alike. */
class RegistrationFaultTest extends EditionTest {

    private static final List<String> IDS = List.of("cp", "cp with blanks:1");

    private final CallbackInbox other = opened(new CallbackInbox());

    static Stream<Arguments> faults() {
        return Faults.about("registration").stream()
                .flatMap(fault -> fault.editions().stream().map(edition -> Arguments.of(edition, fault.id())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shows(String edition, String fault) {
        ReferenceOptions options = ReferenceOptions.defaults().withEdition(edition);
        List<String> correct = session(edition, plane(options));
        assertThat(session(edition, plane(options.withFaults(fault)))).isNotEqualTo(correct);
    }

    private List<String> session(String edition, TestClient client) {
        List<String> lines = new ArrayList<>();
        boolean draft = drafts().toList().contains(edition);
        String collection = draft ? "/controlplanes/registration" : "/controlplanes";
        String create = draft ? "POST" : "PUT";
        for (String id : IDS) {
            String one =
                    "/controlplanes/" + id.replace(" ", "%20").replace(":", "%3A") + (draft ? "/registration" : "");
            lines.add(send(client, "DELETE", one, null));
            lines.add(send(client, draft ? "PUT" : "POST", draft ? one : collection, Json.write(message(id, inbox))));
            for (String body : bodies(id, draft)) {
                lines.add(send(client, create, collection, body));
                lines.add(send(client, "PUT", draft ? one : collection, body));
            }
            lines.add(send(client, create, collection, Json.write(message(id, inbox))));
            lines.add(called(edition, client));
            lines.add(send(client, "PUT", draft ? one : collection, Json.write(message(id, other))));
            lines.add(called(edition, client) + called(edition, client));
            lines.add(send(client, create, collection, Json.write(message("second", inbox))));
            lines.add(send(client, "DELETE", one, null) + called(edition, client));
            lines.add(send(client, "DELETE", one, null));
            lines.add(send(client, "POST", one, "{}"));
            lines.add(send(client, "PATCH", collection, "{}"));
            String second = "/controlplanes/second" + (draft ? "/registration" : "");
            lines.add(send(client, "DELETE", second, null) + called(edition, client));
            lines.add(send(client, create, collection, Json.write(message(id, other))) + called(edition, client));
            lines.add(send(client, "DELETE", one, null));
        }
        return lines;
    }

    private List<String> bodies(String id, boolean draft) {
        ObjectNode good = message(id, inbox);
        List<String> bodies = new ArrayList<>(List.of("{\"controlplaneId\":\"" + id + "\",", "<message/>"));
        for (String name : List.of("controlplaneId", "endpoint")) {
            bodies.add(Json.write(good.deepCopy().without(name)));
            bodies.add(Json.write(good.deepCopy().put(name, 5)));
        }
        for (String name : List.of("name", "labels", "x-dps-tck", "dataplaneId")) {
            bodies.add(Json.write(good.deepCopy().put(name, "more")));
        }
        ObjectNode list = good.deepCopy();
        list.putArray("authorization").addObject().put("type", "x");
        ObjectNode object = good.deepCopy();
        object.putObject("authorization").put("type", "x");
        ObjectNode untyped = good.deepCopy();
        (draft ? untyped.putArray("authorization").addObject() : untyped.putObject("authorization")).put("key", "x");
        Stream.of(list, object, untyped, good).map(Json::write).forEach(bodies::add);
        return bodies;
    }

    private static ObjectNode message(String id, CallbackInbox at) {
        return Json.object().put("controlplaneId", id).put("endpoint", at.address());
    }

    /** Where a new flow, whose messages name no address, calls back. */
    private String called(String edition, TestClient client) {
        Message message = pull(edition).without("callbackAddress");
        Reply opened = client.start(message);
        if (opened.status() == 200) {
            client.admin(message.processId(), "complete");
        }
        String line = " called " + (inbox.poll(60) != null) + " " + (other.poll(20) != null);
        return opened.status() == 200 ? line : " not opened";
    }

    private static String send(TestClient client, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        String type = body != null && body.startsWith("<") ? "application/xml" : "application/json";
        Reply reply = TestClient.send(body == null ? request : request.header("Content-Type", type));
        return method + " " + path + " " + body + " -> " + reply.status() + " " + reply.text();
    }
}
