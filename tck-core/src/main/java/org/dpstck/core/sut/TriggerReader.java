package org.dpstck.core.sut;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads triggers; what is wrong with one is noted as a problem of the member that it is about. */
final class TriggerReader {

    private static final List<String> FORMS = List.of("http", "command", "message", "manual");
    private static final String FORM_FIX = "write one of `http:`, `command:`, `message:` and `manual:` below it";

    /** What {@code java.net.http} does not let a caller set. */
    private static final Set<String> FORBIDDEN_HEADERS =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final Problems problems;

    TriggerReader(Problems problems) {
        this.problems = problems;
    }

    /** The trigger of a value; empty when something is wrong with it. */
    Optional<Trigger> read(TriggerPoint point, Node given) {
        var key = "triggers." + point.id();
        var before = problems.count();
        var trigger = Inline.expand(key, given, problems)
                .flatMap(node -> fields(key, node, FORM_FIX))
                .flatMap(fields -> form(key, point, fields));
        return problems.count() == before ? trigger : Optional.empty();
    }

    private Optional<Trigger> form(String key, TriggerPoint point, Node.Fields fields) {
        refuseUnknown(key, fields, FORMS);
        var forms = fields.members().keySet().stream().filter(FORMS::contains).toList();
        if (forms.size() != 1) {
            var what = forms.isEmpty() ? "has no form" : "has several forms: " + String.join(", ", forms);
            problems.add(key, fields.origin(), what, FORM_FIX);
            return Optional.empty();
        }
        var form = forms.get(0);
        var node = fields.members().get(form);
        var path = key + "." + form;
        refuseUnknownPlaceholders(path, node);
        return switch (form) {
            case "http" -> fields(path, node, "write `url:` below it").flatMap(http -> http(path, http));
            case "command" -> command(path, node);
            case "message" -> message(path, point, node);
            default -> line(path, node, "write what a person is to do").map(ManualTrigger::new);
        };
    }

    private Optional<Trigger> http(String path, Node.Fields fields) {
        refuseUnknown(path, fields, List.of("method", "url", "headers", "body", "transferId"));
        var url = Optional.ofNullable(fields.members().get("url"));
        if (url.isEmpty()) {
            problems.add(path + ".url", fields.origin(), "missing", "write `url: http://…`");
        }
        var checked = url.flatMap(node -> url(path + ".url", node));
        var method = Optional.ofNullable(fields.members().get("method"))
                .flatMap(node -> method(path + ".method", node))
                .orElse("POST");
        var headers = Optional.ofNullable(fields.members().get("headers"))
                .map(node -> headers(path + ".headers", node))
                .orElse(Map.of());
        var body = Optional.ofNullable(fields.members().get("body"))
                .map(Node::plain)
                .orElse(null);
        var transferId = Optional.ofNullable(fields.members().get("transferId"))
                .flatMap(node -> pointer(path + ".transferId", node))
                .orElse(null);
        return checked.map(text -> new HttpTrigger(method, text, headers, body, transferId));
    }

    private Optional<String> pointer(String path, Node node) {
        var fix = "write a JSON pointer, like /@id";
        return line(path, node, fix).filter(text -> {
            if (!text.startsWith("/")) {
                problems.add(path, node.origin(), "'" + Texts.shown(text) + "' is no JSON pointer", fix);
                return false;
            }
            return true;
        });
    }

    private Optional<String> url(String path, Node node) {
        var fix = "write for example http://localhost:8080/admin/{dataFlowId}/complete";
        return line(path, node, fix).filter(text -> {
            try {
                Urls.absolute(Templates.fillUrl(text, samples(text)));
                return true;
            } catch (IllegalArgumentException wrong) {
                problems.add(path, node.origin(), "'" + Texts.shown(text) + "' " + wrong.getMessage(), fix);
                return false;
            }
        });
    }

    /** Values under which a URL template must be a URL. */
    private static Map<String, String> samples(String template) {
        var samples = new HashMap<String, String>();
        for (var name : Templates.namesIn(template)) {
            samples.put(
                    name,
                    List.of("url", "callbackAddress", "counterPartyAddress").contains(name)
                            ? "http://sample"
                            : "sample");
        }
        return samples;
    }

    private Optional<String> method(String path, Node node) {
        var fix = "write for example POST";
        return line(path, node, fix).map(text -> text.toUpperCase(Locale.ROOT)).filter(text -> {
            if (!text.matches("[A-Z]{1,20}") || text.equals("CONNECT")) {
                problems.add(path, node.origin(), "'" + Texts.shown(text) + "' is no method to use", fix);
                return false;
            }
            return true;
        });
    }

    private Map<String, String> headers(String path, Node node) {
        var headers = new HeaderReader(problems).read(path, node);
        for (var name : headers.keySet()) {
            if (FORBIDDEN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                problems.add(path, node.origin(), "the header " + name + " is set by the connection", "remove it");
            }
        }
        return headers;
    }

    private Optional<Trigger> command(String path, Node node) {
        if (!(node instanceof Node.Fields fields)) {
            return argv(path, node).map(argv -> new CommandTrigger(argv, CommandTrigger.DEFAULT_TIMEOUT));
        }
        refuseUnknown(path, fields, List.of("argv", "timeout"));
        var argv = fields.members().getOrDefault("argv", Node.of(null, fields.origin()));
        var timeout = Optional.ofNullable(fields.members().get("timeout"))
                .flatMap(text -> timeout(path + ".timeout", text))
                .orElse(CommandTrigger.DEFAULT_TIMEOUT);
        return argv(path + ".argv", argv).map(words -> new CommandTrigger(words, timeout));
    }

    private Optional<List<String>> argv(String path, Node node) {
        var fix = "write a list, like [./complete.sh, \"{dataFlowId}\"]; there is no shell to split a text";
        if (!(node instanceof Node.Items items) || items.items().isEmpty()) {
            var what = node instanceof Node.Items || node.isNull() ? "is empty" : "is " + node.kind();
            problems.add(path, node.origin(), what + " where a list of program and arguments is needed", fix);
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        for (var item : items.items()) {
            if (item instanceof Node.Scalar scalar
                    && !item.isNull()
                    && scalar.text().indexOf('\0') < 0) {
                words.add(scalar.text());
            } else {
                problems.add(path, item.origin(), "holds " + item.kind() + " where a text is needed", fix);
            }
        }
        if (!words.isEmpty() && words.get(0).isBlank()) {
            problems.add(path, node.origin(), "names no program", fix);
        }
        return Optional.of(words);
    }

    private Optional<Duration> timeout(String path, Node node) {
        var fix = "write for example 10s";
        return line(path, node, fix).flatMap(text -> {
            try {
                return Optional.of(Durations.parse(text));
            } catch (IllegalArgumentException wrong) {
                problems.add(path, node.origin(), "'" + Texts.shown(text) + "' " + wrong.getMessage(), fix);
                return Optional.empty();
            }
        });
    }

    private Optional<Trigger> message(String path, TriggerPoint point, Node node) {
        if (point == TriggerPoint.PROCEED) {
            problems.add(path, node.origin(), "the message is already sent when this is fired", "use another form");
        }
        return fields(path, node, "write the properties below it").flatMap(fields -> {
            if (fields.members().isEmpty()) {
                problems.add(path, node.origin(), "is empty", "write the properties below it");
            }
            return Optional.of(new MessageTrigger(Trees.mapOf(fields.plain())));
        });
    }

    private Optional<Node.Fields> fields(String path, Node node, String fix) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(fields);
        }
        problems.add(path, node.origin(), "is " + node.kind() + " where a map is needed", fix);
        return Optional.empty();
    }

    private Optional<String> line(String path, Node node, String fix) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        var what = node instanceof Node.Scalar ? "is empty" : "is " + node.kind() + " where a text is needed";
        problems.add(path, node.origin(), what, fix);
        return Optional.empty();
    }

    private void refuseUnknown(String path, Node.Fields fields, Collection<String> known) {
        fields.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                var what = "unknown key" + Texts.didYouMean(name, known);
                problems.add(path + "." + name, value.origin(), what, "use " + String.join(", ", known));
            }
        });
    }

    private void refuseUnknownPlaceholders(String path, Node node) {
        Templates.unknownIn(node.plain(), Templates.PLACEHOLDERS)
                .forEach((what, fix) -> problems.add(path, node.origin(), what, fix));
    }
}
