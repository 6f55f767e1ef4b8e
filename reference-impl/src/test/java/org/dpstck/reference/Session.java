package org.dpstck.reference;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dpstck.reference.CallbackInbox.Arrival;
import org.dpstck.reference.TestClient.Reply;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.MessageReader;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** A long scripted session with one plane, written down so that two sessions can be compared line by line. */
final class Session {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final long PATIENCE = 250;
    private static final String ADDRESS = Message.started(Message.address("http://127.0.0.1:9/data", "fake"));

    private final TestClient client;
    private final CallbackInbox inbox;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private Session(TestClient client, CallbackInbox inbox) {
        this.client = client;
        this.inbox = inbox;
    }

    static List<String> with(TestClient client, CallbackInbox inbox) {
        Session session = new Session(client, inbox);
        session.states();
        session.pending();
        session.theWire();
        session.duplicates();
        session.input("prepare", Message.push(inbox));
        session.input("start", session.pushStart());
        session.optionals();
        session.signals();
        return session.lines;
    }

    private Message pushStart() {
        return Message.push(inbox).to("http://127.0.0.1:9/sink", "fake");
    }

    private Reply note(String what, Reply reply) {
        String headers = reply.header("Content-Type") + "|" + reply.header("Allow") + "|" + reply.header("Location");
        lines.add(normal(what + " -> " + reply.status() + " " + headers + " " + reply.text()));
        return reply;
    }

    /** Gives ids the names id0, id1 and so on, in the order in which they appear. */
    private String normal(String text) {
        String plain = text.replaceAll(":\\d{4,5}/", ":port/")
                .replaceAll("(\"value\":|\"authorization\":)\"[\\w-]{32}\"", "$1\"token\"");
        Matcher ids = UUIDS.matcher(plain);
        return ids.replaceAll(id -> names.computeIfAbsent(id.group(), any -> "id" + names.size()));
    }

    private String open(String operation, Message message) {
        Reply reply = note(operation, client.post("/dataflows/" + operation, message.json()));
        status(known(message, reply));
        return known(message, reply);
    }

    /** The plane's own idea of the id, for a plane that answers nonsense. */
    private String known(Message message, Reply reply) {
        String id = client.inspect(message.processId()).path("dataFlowId").asString("");
        return id.isEmpty() ? "none" : id;
    }

    private void status(String flow) {
        note("status", client.status(flow));
    }

    private void signal(String flow, String signal, String body) {
        note(signal, client.signal(flow, signal, body));
        status(flow);
    }

    private void callback() {
        Arrival arrival = inbox.poll(PATIENCE);
        lines.add(normal("callback " + arrival));
    }

    private void tour(String flow) {
        for (String signal : List.of("suspend", "started", "completed")) {
            signal(flow, signal, "{}");
        }
        signal(flow, "terminate", "{}");
        signal(flow, "terminate", "{}");
    }

    private void states() {
        tour(open("prepare", Message.push(inbox).answering("hold")));
        tour(open("start", Message.pull(inbox).answering("hold")));
        tour(open("prepare", Message.pull(inbox)));
        tour(open("start", pushStart()));
        tour(open("start", Message.pull(inbox)));
        String suspended = open("start", Message.pull(inbox));
        signal(suspended, "suspend", "{\"reason\":\"test\"}");
        signal(suspended, "completed", "");
        String completed = open("prepare", Message.push(inbox));
        signal(completed, "started", "{}");
        for (String signal : List.of("completed", "suspend", "started", "terminate")) {
            signal(completed, signal, "");
        }
        String terminated = open("prepare", Message.push(inbox));
        signal(terminated, "suspend", "{}");
        signal(open("prepare", Message.push(inbox)), "completed", "");
        String live = open("prepare", Message.push(inbox));
        signal(live, "started", "{\"x-extra\":1}");
        signal(live, "terminate", "{}");
        signal(open("prepare", Message.push(inbox)), "terminate", "{}");
        for (String signal : List.of("suspend", "completed", "started")) {
            String dead = open("prepare", Message.push(inbox));
            signal(dead, "terminate", "{\"reason\":\"test\",\"x-extra\":1}");
            signal(dead, signal, "");
        }
        signal(open("start", Message.pull(inbox).answering("hold")), "completed", "");
        signal(open("prepare", Message.push(inbox).answering("hold")), "completed", "");
        signal(open("prepare", Message.push(inbox).answering("hold")), "started", "");
        signal(open("start", Message.pull(inbox).answering("hold")), "terminate", "{}");
        signal(open("prepare", Message.push(inbox).answering("hold")), "terminate", "{}");
    }

    private void pending() {
        for (String operation : List.of("prepare", "start")) {
            Message message = operation.equals("start") ? Message.pull(inbox) : Message.push(inbox);
            Reply reply = note(
                    operation,
                    client.post(
                            "/dataflows/" + operation, message.answering("hold").json()));
            URI location = client.at("/").resolve(reply.header("Location"));
            note("location", TestClient.send(HttpRequest.newBuilder(location)));
            client.admin(message.processId(), "proceed");
            callback();
            status(known(message, reply));
            String second = open(
                    operation,
                    message.with("processId", UUID.randomUUID().toString()).answering("hold"));
            signal(second, "terminate", "{}");
            client.admin(second, "proceed");
            status(second);
        }
        lines.add(normal("extra " + inbox.poll(40)));
    }

    private void theWire() {
        for (String end : List.of("complete", "fail")) {
            String flow = open("start", Message.pull(inbox));
            client.admin(flow, end);
            callback();
            status(flow);
        }
        lines.add(normal("extra " + inbox.poll(40)));
    }

    private void duplicates() {
        Message pull = Message.pull(inbox);
        String flow = open("start", pull);
        open("start", pull);
        signal(flow, "terminate", "{}");
        open("start", pull);
        Message push = Message.push(inbox);
        String prepared = open("prepare", push);
        open("prepare", push);
        open("start", push.to("http://127.0.0.1:9/sink", "fake"));
        signal(prepared, "terminate", "{}");
        open("prepare", push);
    }

    private void input(String operation, Message good) {
        String path = "/dataflows/" + operation;
        for (String body : List.of("{", "[]", "")) {
            note(operation, client.post(path, body));
        }
        for (String name : MessageReader.REQUIRED) {
            note(operation, client.post(path, good.without(name).json()));
        }
        note(
                operation,
                client.post(path, good.with("messageId", IntNode.valueOf(1)).json()));
        note(operation, client.post(path, good.with("x-extra", "more").json()));
        method(path, "PUT");
    }

    private void method(String path, String method) {
        note(
                method,
                TestClient.send(HttpRequest.newBuilder(client.at(path)).method(method, BodyPublishers.ofString("{}"))));
    }

    private void optionals() {
        for (String operation : List.of("prepare", "start")) {
            ObjectNode node = Message.pull(inbox).node();
            node.putArray("labels").add("gold");
            node.putObject("metadata").put("region", "test");
            note(operation, client.post("/dataflows/" + operation, Json.write(node)));
        }
        note("start", client.start(Message.pull(inbox).to("http://127.0.0.1:9/data", "fake")));
        note("start", client.start(Message.push(inbox)));
        String pull = open("prepare", Message.pull(inbox));
        signal(pull, "started", "{}");
        signal(pull, "started", ADDRESS);
        signal(pull, "completed", "");
        signal(open("prepare", Message.push(inbox)), "started", ADDRESS);
        signal(open("prepare", Message.push(inbox)), "started", "");
    }

    private void signals() {
        for (String signal : List.of("started", "suspend", "terminate", "completed")) {
            note(signal, client.signal("unknown", signal));
            method("/dataflows/unknown/" + signal, "PUT");
            String flow = open("start", Message.pull(inbox));
            for (String body : List.of("{", "[]", "{\"x-extra\":1}")) {
                signal(flow, signal, body);
            }
        }
        status("unknown");
        method("/dataflows/unknown/status", "POST");
    }
}
