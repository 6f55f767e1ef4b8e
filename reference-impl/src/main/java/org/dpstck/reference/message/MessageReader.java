package org.dpstck.reference.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.flow.Wishes;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the messages of the control plane and refuses what breaks their tables.
 *
 * <p>Sections DataFlowPrepareMessage, DataFlowStartMessage, DataFlowStartedNotificationMessage, DataFlowSuspendMessage
 * and DataFlowTerminateMessage. Properties that no table names are ignored.
 */
public final class MessageReader {

    /** The required properties that prepare and start share, in the order of their tables. */
    public static final List<String> REQUIRED = List.of(
            "messageId",
            "participantId",
            "counterPartyId",
            "dataspaceContext",
            "processId",
            "agreementId",
            "datasetId",
            "callbackAddress",
            "transferType");

    private MessageReader() {}

    /**
     * Reads a prepare message.
     *
     * @throws Refusal if it is not one
     */
    public static FlowRequest prepare(Request request) throws Refusal {
        // A data address is no property of prepare: like any unknown one it is ignored.
        return flowRequest(required(request), Optional.empty());
    }

    /**
     * Reads a start message, with the rules on its data address: push needs one, pull must not bring one.
     *
     * @throws Refusal if it is not one
     */
    public static FlowRequest start(Request request) throws Refusal {
        ObjectNode message = required(request);
        FlowRequest read = flowRequest(message, DataAddresses.read(message));
        checkAddress(read.direction() == Direction.PUSH, read.dataAddress(), "start");
        return read;
    }

    /**
     * Reads a started notification; an empty body stands for an empty message.
     *
     * @throws Refusal if it is neither
     */
    public static Optional<DataAddress> started(Request request) throws Refusal {
        return DataAddresses.read(object(request, true));
    }

    /**
     * Checks that a consumer's flow gets a data address if it is to pull, and none if the provider pushes.
     *
     * @throws Refusal if not
     */
    public static void checkStartedAddress(Direction direction, Optional<DataAddress> address) throws Refusal {
        checkAddress(direction == Direction.PULL, address, "started");
    }

    /**
     * Reads a suspend or terminate message, of which only the type of {@code reason} matters.
     *
     * @throws Refusal if it is not one
     */
    public static void reason(Request request) throws Refusal {
        JsonNode reason = object(request, true).path("reason");
        if (!isAbsent(reason) && !reason.isString()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "reason", "reason must be a string");
        }
    }

    /**
     * Reads the request of {@code completed}: nothing, or any JSON object.
     *
     * @throws Refusal if it is neither
     */
    public static void completed(Request request) throws Refusal {
        object(request, true);
    }

    private static void checkAddress(boolean needed, Optional<DataAddress> address, String signal) throws Refusal {
        if (needed && address.isEmpty()) {
            throw new Refusal(Kind.DATA_ADDRESS_MISSING, "dataAddress", signal + " needs a dataAddress here");
        }
        if (!needed && address.isPresent()) {
            throw new Refusal(
                    Kind.DATA_ADDRESS_FORBIDDEN, "dataAddress", signal + " must not carry a dataAddress here");
        }
    }

    private static ObjectNode object(Request request, boolean mayBeEmpty) throws Refusal {
        if (request.oversized()) {
            throw new Refusal(Kind.TOO_LARGE, "the body is longer than " + Request.MAX_BODY + " bytes");
        }
        if (!request.hasBody()) {
            if (mayBeEmpty) {
                return Json.object();
            }
            throw new Refusal(Kind.EMPTY_BODY, "a JSON object is required");
        }
        checkMediaType(request.header("content-type").orElse(""));
        try {
            if (Json.read(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new Refusal(Kind.MALFORMED_JSON, "the body is not JSON: " + malformed.getOriginalMessage());
        }
        throw new Refusal(Kind.NOT_AN_OBJECT, "the body is JSON but not an object");
    }

    private static void checkMediaType(String contentType) throws Refusal {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean json = type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
        if (!json) {
            throw new Refusal(Kind.MEDIA_TYPE, "application/json is required, not '" + contentType + "'");
        }
    }

    private static ObjectNode required(Request request) throws Refusal {
        ObjectNode message = object(request, false);
        for (String name : REQUIRED) {
            JsonNode value = message.path(name);
            if (isAbsent(value)) {
                throw new Refusal(Kind.MISSING_PROPERTY, name, name + " is required");
            }
            if (!value.isString()) {
                throw new Refusal(Kind.MISTYPED_PROPERTY, name, name + " must be a string");
            }
            if (value.stringValue().isBlank()) {
                throw new Refusal(Kind.BLANK_PROPERTY, name, name + " must not be blank");
            }
        }
        return message;
    }

    private static FlowRequest flowRequest(ObjectNode message, Optional<DataAddress> address) throws Refusal {
        checkLabels(message.path("labels"));
        JsonNode metadata = message.path("metadata");
        if (!isAbsent(metadata) && !metadata.isObject()) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "metadata", "metadata must be an object");
        }
        String transferType = message.get("transferType").stringValue();
        Direction direction = Direction.ofTransferType(transferType)
                .orElseThrow(() ->
                        new Refusal(Kind.INVALID_PROPERTY, "transferType", "transferType must end in -PUSH or -PULL"));
        return new FlowRequest(
                message.get("processId").stringValue(),
                message.get("datasetId").stringValue(),
                callbackAddress(message.get("callbackAddress").stringValue()),
                direction,
                address,
                wishes(metadata.path("reference")));
    }

    private static void checkLabels(JsonNode labels) throws Refusal {
        boolean valid = isAbsent(labels) || labels.isArray();
        for (JsonNode label : labels) {
            valid &= label.isString();
        }
        if (!valid) {
            throw new Refusal(Kind.MISTYPED_OPTIONAL, "labels", "labels must be an array of strings");
        }
    }

    private static URI callbackAddress(String text) throws Refusal {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw notAnAddress(malformed.getReason());
        }
        throw notAnAddress("scheme or host is missing");
    }

    private static Refusal notAnAddress(String why) {
        return new Refusal(
                Kind.INVALID_PROPERTY,
                "callbackAddress",
                "callbackAddress must be an absolute http or https URL: " + why);
    }

    private static Wishes wishes(JsonNode reference) {
        return new Wishes(
                Pace.ofWord(reference.path("answer").stringValue("")),
                reference.path("push").booleanValue(false),
                reference.path("fetch").booleanValue(false));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
