package org.dpstck.reference.controlplane.variant;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.StringReader;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.MessageKind;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.message.JsonLdMessages;
import tools.jackson.databind.node.ObjectNode;

/** Legal ways of a control plane that speaks the EDC's own interface: other forms of the same messages, other choices. */
final class SourcedVariants {

    private static final String TYPE = "transferType";

    /** Destination, direction and response type (bidirectional transfers, section "On the Control Plane"). */
    private static final Pattern PARTS = Pattern.compile("(.+)-([^-/]+)(?:/(.+))?");

    private SourcedVariants() {}

    static void addTo(Map<String, Supplier<List<ControlHook>>> table) {
        signals(table, "CONTROL-LD-EXPANDED", SourcedVariants::expanded);
        signals(table, "CONTROL-LD-OTHER-PREFIX", SourcedVariants::otherPrefix);
        signals(table, "CONTROL-LD-STRAY-MEMBER", text -> stray(otherPrefix(text)));
        objects(table, "CONTROL-LD-FLOW-TYPE", SourcedVariants::flowType);
        objects(table, "CONTROL-LD-BARE", SourcedVariants::bare);
        objects(table, "CONTROL-LD-ONE-PROPERTY", SourcedVariants::oneProperty);
        objects(table, "CONTROL-LD-CONTEXT-BY-URL", SourcedVariants::contextByUrl);
        table.put(
                "CONTROL-URL-IS-A-BASE",
                () -> List.of(new ControlHook() {
                    @Override
                    public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
                        return Optional.of(now.movedTo(URI.create(now.endpoint() + "/v1/dataflows")));
                    }
                }));
        table.put(
                "CONTROL-ADDRESS-IN-PROPERTIES",
                () -> List.of(new ControlHook() {
                    @Override
                    public List<Outgoing> sending(Outgoing message) {
                        return List.of(
                                message.kind() == MessageKind.TRANSFER_START
                                        ? message.withObject(SourcedVariants::inProperties)
                                        : message);
                    }
                }));
        table.put("CONTROL-CHECKS-FIRST", () -> List.of(otherwise(ControlRule.SELECTS_UNCHECKED)));
        table.put("CONTROL-REMOVES-LATER", () -> List.of(otherwise(ControlRule.REMOVES_AT_ONCE)));
        table.put(
                "CONTROL-SELECTS-THE-FIRST",
                () -> List.of(new ControlHook() {
                    @Override
                    public List<DataPlane> selected(
                            String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
                        return fitting.stream()
                                .sorted(Comparator.comparing(DataPlane::id))
                                .toList();
                    }
                }));
    }

    private static ControlHook otherwise(ControlRule choice) {
        return new ControlHook() {
            @Override
            public boolean keeps(ControlRule rule) {
                return rule != choice;
            }
        };
    }

    private static void objects(
            Map<String, Supplier<List<ControlHook>>> table, String id, UnaryOperator<ObjectNode> change) {
        signals(
                table,
                id,
                text -> Json.tryObject(text).map(change).map(Json::write).orElse(text));
    }

    private static void signals(
            Map<String, Supplier<List<ControlHook>>> table, String id, UnaryOperator<String> change) {
        table.put(
                id,
                () -> List.of(new ControlHook() {
                    @Override
                    public List<Outgoing> sending(Outgoing message) {
                        return List.of(
                                message.kind().isForDataPlane()
                                        ? message.withBody(message.mediaType(), change.apply(message.body()))
                                        : message);
                    }
                }));
    }

    private static String expanded(String text) {
        try {
            return JsonLd.expand(JsonDocument.of(new StringReader(text))).get().toString();
        } catch (JsonLdError broken) {
            throw new IllegalStateException("a message of this plane is no JSON-LD", broken);
        }
    }

    private static String otherPrefix(String text) {
        ObjectNode context = Json.object();
        context.putObject("@context").put("a", JsonLdMessages.EDC).put("b", JsonLdMessages.DSPACE);
        try {
            return JsonLd.compact(
                            JsonDocument.of(new StringReader(text)),
                            JsonDocument.of(new StringReader(Json.write(context))))
                    .get()
                    .toString();
        } catch (JsonLdError broken) {
            throw new IllegalStateException("a message of this plane is no JSON-LD", broken);
        }
    }

    /** With a member that its context does not explain, and that therefore means nothing. */
    private static String stray(String text) {
        return Json.tryObject(text)
                .map(message -> message.put("traceId", "a number of this plane's own"))
                .map(Json::write)
                .orElse(text);
    }

    /** The type as the releases of the EDC name it, in its parts. */
    private static ObjectNode flowType(ObjectNode message) {
        Matcher parts = PARTS.matcher(message.path(TYPE).stringValue(""));
        if (parts.matches()) {
            message.remove(TYPE);
            message.put("flowType", parts.group(2));
            message.put("transferTypeDestination", parts.group(1));
            if (parts.group(3) != null) {
                message.put("responseChannel", parts.group(3));
            }
        }
        return message;
    }

    /** The context by the URL where it can be read. */
    private static ObjectNode contextByUrl(ObjectNode message) {
        message.putArray("@context").add("https://contexts.example/edc/signaling.jsonld");
        return message;
    }

    /** The address as properties alone, by their IRIs, under a type of this plane's own. */
    private static ObjectNode inProperties(ObjectNode message) {
        if (message.path("dataAddress") instanceof ObjectNode address) {
            address.withArray("endpointProperties").forEach(each -> ((ObjectNode) each)
                    .put("name", iri(each.path("name").stringValue(""))));
            address.withArray("endpointProperties")
                    .addObject()
                    .put("@type", "EndpointProperty")
                    .put("name", JsonLdMessages.EDC + "endpoint")
                    .put("value", address.path("endpoint").stringValue(""));
            address.remove("endpoint");
            address.put("endpointType", "HttpData");
        }
        return message;
    }

    private static String iri(String name) {
        return name.contains(":") ? name : JsonLdMessages.EDC + name;
    }

    /** Without what no sentence asks for. */
    private static ObjectNode bare(ObjectNode message) {
        List.of("@id", "callbackAddress", "properties", "reason").forEach(message::remove);
        return message;
    }

    /** The source in the form of the Dataspace Protocol, with its one property as an object. */
    private static ObjectNode oneProperty(ObjectNode message) {
        if (message.path("sourceDataAddress") instanceof ObjectNode source) {
            ObjectNode address = Json.object()
                    .put("@type", "dspace:DataAddress")
                    .put("dspace:endpointType", source.path("type").stringValue(""));
            address.putObject("dspace:endpointProperties")
                    .put("@type", "dspace:EndpointProperty")
                    .put("dspace:name", JsonLdMessages.EDC + "baseUrl")
                    .put("dspace:value", source.path("baseUrl").stringValue(""));
            message.set("sourceDataAddress", address);
        }
        return message;
    }
}
