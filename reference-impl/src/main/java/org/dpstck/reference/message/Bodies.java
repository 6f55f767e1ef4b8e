package org.dpstck.reference.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Request bodies and their members, whatever the message. */
public final class Bodies {

    private Bodies() {}

    /**
     * Reads a JSON object.
     *
     * @param mayBeEmpty whether no body stands for an empty object
     * @throws Refusal if the body is no JSON object
     */
    public static ObjectNode object(Request request, boolean mayBeEmpty) throws Refusal {
        if (json(request, mayBeEmpty) instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(Kind.NOT_AN_OBJECT, "the body is JSON but not an object");
    }

    /**
     * Reads any JSON.
     *
     * @param mayBeEmpty whether no body stands for an empty object
     * @throws Refusal if the body is no JSON
     */
    static JsonNode json(Request request, boolean mayBeEmpty) throws Refusal {
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
            return Json.read(request.body());
        } catch (JacksonException malformed) {
            throw new Refusal(Kind.MALFORMED_JSON, "the body is not JSON: " + malformed.getOriginalMessage());
        }
    }

    private static void checkMediaType(String contentType) throws Refusal {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean json = type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
        if (!json) {
            throw new Refusal(Kind.MEDIA_TYPE, "application/json is required, not '" + contentType + "'");
        }
    }

    /**
     * Reads a required string.
     *
     * @throws Refusal if it is missing, no string, or blank
     */
    public static String string(ObjectNode message, String name) throws Refusal {
        JsonNode value = present(message, name);
        if (!value.isString()) {
            throw new Refusal(Kind.MISTYPED_PROPERTY, name, name + " must be a string");
        }
        if (value.stringValue().isBlank()) {
            throw new Refusal(Kind.BLANK_PROPERTY, name, name + " must not be blank");
        }
        return value.stringValue();
    }

    /**
     * Checks a required object.
     *
     * @throws Refusal if it is missing or no object
     */
    public static void checkObject(ObjectNode message, String name) throws Refusal {
        if (!present(message, name).isObject()) {
            throw new Refusal(Kind.MISTYPED_PROPERTY, name, name + " must be an object");
        }
    }

    private static JsonNode present(ObjectNode message, String name) throws Refusal {
        JsonNode value = message.path(name);
        if (isAbsent(value)) {
            throw new Refusal(Kind.MISSING_PROPERTY, name, name + " is required");
        }
        return value;
    }

    /**
     * Reads a required absolute http or https URL.
     *
     * @throws Refusal if it is none
     */
    public static URI url(ObjectNode message, String name) throws Refusal {
        try {
            URI address = new URI(string(message, name));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw noUrl(name, malformed.getReason());
        }
        throw noUrl(name, "scheme or host is missing");
    }

    private static Refusal noUrl(String name, String why) {
        return new Refusal(Kind.INVALID_PROPERTY, name, name + " must be an absolute http or https URL: " + why);
    }

    /** Whether a member is missing or null. */
    public static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
