package org.dpstck.dataplane.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dpstck.core.check.Json;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Message;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Retrieval;
import org.dpstck.core.edition.TransferProfile;
import org.dpstck.core.standin.StandIn;

/** Writes messages in their plain form: every required member, and what the system's description adds. */
final class Messages {

    private static final String HTTP_ENDPOINT = "https://w3id.org/idsa/v4.1/HTTP";

    /** What stands for the address of callbacks in the plain form of a message. */
    static final String CALLBACK_ADDRESS = "{callbackAddress}";

    /** Transfer types of a kind and a way, like HttpData-PULL, with or without what comes back. */
    private static final Pattern TYPE_AND_FLOW = Pattern.compile("(?i)(.+?)-(push|pull)([-/].*)?");

    private final Shared shared;

    Messages(Shared shared) {
        this.shared = shared;
    }

    /** The plain message of an operation for a flow; empty for an operation with an empty body. */
    Map<String, Object> plain(Operation operation, DataFlow flow, FlowKind kind) {
        var plain = new LinkedHashMap<String, Object>();
        if (operation.message() == null) {
            return plain;
        }
        var message = shared.edition().message(operation.message());
        var values = values(flow, kind);
        message.sends().forEach((member, template) -> {
            if (message.sends(member, kind) && (flow.tellsAddress() || !CALLBACK_ADDRESS.equals(template))) {
                plain.put(member, filled(template, values));
            }
        });
        if (operation.creates()) {
            var merged = withExtras(plain, message, values);
            plain.clear();
            plain.putAll(merged);
        }
        if (message.carriesDataAddress().contains(kind.id())) {
            plain.put("dataAddress", dataAddress(flow, kind));
        }
        return plain;
    }

    /** The address that the system is to push to or to pull from. */
    Map<String, Object> dataAddress(DataFlow flow, FlowKind kind) {
        var profile = shared.edition().profileOf(transferType(flow, kind));
        var configured = shared.system().dataAddress();
        if (!configured.isEmpty() && (profile.isEmpty() || follows(profile.get(), configured))) {
            var address = new LinkedHashMap<>(configured);
            profile.ifPresent(it -> address.put("endpointType", it.value(kind.direction())));
            return address;
        }
        var endpoint = kind.direction() == Direction.PUSH
                ? shared.standIn().sink(flow.inbox())
                : shared.standIn().source(flow.inbox());
        var secure = profile.filter(it -> "https".equals(it.scheme())).isPresent();
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "DataAddress");
        address.put(
                "endpointType", profile.map(it -> it.value(kind.direction())).orElse(HTTP_ENDPOINT));
        address.put("endpoint", secure ? StandIn.secure(endpoint) : endpoint);
        address.put(
                "endpointProperties",
                List.of(
                        property(
                                "authorization",
                                "not-a-real-token-" + flow.inbox().key()),
                        property("authType", "bearer")));
        return address;
    }

    private static boolean follows(TransferProfile profile, Map<String, Object> address) {
        return String.valueOf(address.get("endpoint")).toLowerCase(Locale.ROOT).startsWith(profile.scheme() + "://");
    }

    /** The transfer type that the messages about a flow name. */
    String transferType(DataFlow flow, FlowKind kind) {
        var own = shared.edition().defaults();
        var types = shared.system().transferTypes().over(own.push(), own.pull());
        return FlowTerms.or(
                flow.terms().transferType(), kind.direction() == Direction.PUSH ? types.push() : types.pull());
    }

    /** Lets the stand-in answer what the system may ask of the control plane. */
    static void answer(Retrieval retrieval, Shared shared) {
        var ids = shared.system().ids();
        var values = Map.of(
                "agreement", ids.agreement(),
                "dataset", ids.dataset(),
                "participant", ids.participant(),
                "counterParty", ids.counterParty());
        var body = new LinkedHashMap<String, Object>();
        shared.edition()
                .message(retrieval.message())
                .sends()
                .forEach((member, template) ->
                        body.put(member, template instanceof String text ? fill(text, values) : template));
        shared.standIn().answer(retrieval.path().replace("{transferId}", "[^/]+"), Json.text(body));
    }

    /** What the system's description adds, except members that the edition has for other flows alone. */
    private Map<String, Object> withExtras(Map<String, Object> plain, Message message, Map<String, String> values) {
        var merged = shared.system().message().over(plain, described(values));
        merged.keySet().removeIf(member -> message.sends().containsKey(member) && !plain.containsKey(member));
        return merged;
    }

    /** The values under the names that a description has for them. */
    private static Map<String, String> described(Map<String, String> values) {
        var described = new HashMap<>(values);
        described.put("participantId", values.get("participant"));
        described.put("counterPartyId", values.get("counterParty"));
        described.put("agreementId", values.get("agreement"));
        described.put("datasetId", values.get("dataset"));
        var parts = TYPE_AND_FLOW.matcher(values.get("transferType"));
        var known = parts.matches();
        described.put("destinationType", known ? parts.group(1) : values.get("transferType"));
        described.put("flowType", known ? parts.group(2).toUpperCase(Locale.ROOT) : "");
        return described;
    }

    private Map<String, String> values(DataFlow flow, FlowKind kind) {
        var ids = shared.system().ids();
        var values = new HashMap<String, String>();
        values.put("messageId", UUID.randomUUID().toString());
        values.put("participant", FlowTerms.or(flow.terms().participant(), ids.participant()));
        values.put("counterParty", FlowTerms.or(flow.terms().counterParty(), ids.counterParty()));
        values.put("dataspaceContext", ids.dataspaceContext());
        values.put("agreement", ids.agreement());
        values.put("dataset", FlowTerms.or(flow.terms().dataset(), ids.dataset()));
        values.put("processId", flow.processId());
        values.put("callbackAddress", flow.callbackAddress());
        values.put("transferType", transferType(flow, kind));
        values.put("sourceUrl", sourceUrl(flow, kind));
        values.put("sinkUrl", FlowTerms.or(flow.terms().sink(), shared.standIn().sink(flow.inbox())));
        values.put("reason", "conformance test");
        return values;
    }

    /** A push moves its data by itself and must not end under a case; what is pulled has an end. */
    private String sourceUrl(DataFlow flow, FlowKind kind) {
        var usual = kind.direction() == Direction.PUSH
                ? shared.standIn().stream(flow.inbox())
                : shared.standIn().asset(flow.inbox());
        return FlowTerms.or(flow.terms().source(), usual);
    }

    private static Object filled(Object template, Map<String, String> values) {
        if (template instanceof Map<?, ?> members) {
            var filled = new LinkedHashMap<String, Object>();
            members.forEach((member, inner) -> filled.put(String.valueOf(member), filled(inner, values)));
            return filled;
        }
        return template instanceof String text ? fill(text, values) : template;
    }

    static String fill(String template, Map<String, String> values) {
        var filled = template;
        for (var entry : values.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    /** An id as a segment of a path. */
    static String encoded(String segment) {
        // The encoder is made for forms, where a space is a plus; in a path it is not.
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> property(String name, String value) {
        var property = new LinkedHashMap<String, Object>();
        property.put("@type", "EndpointProperty");
        property.put("name", name);
        property.put("value", value);
        return property;
    }
}
