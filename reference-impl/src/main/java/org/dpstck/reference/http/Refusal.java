package org.dpstck.reference.http;

/**
 * Thrown when a request cannot be honoured; becomes a 4xx answer.
 *
 * <p>The specification says "HTTP 4xx Client Error" and names no code; the codes are those of the HTTP standard.
 */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String property;

    /** Refuses for {@code kind}; {@code detail} is shown to the client. */
    public Refusal(Kind kind, String detail) {
        this(kind, "", detail);
    }

    /** Refuses because of one property of the message. */
    public Refusal(Kind kind, String property, String detail) {
        // No stack trace: a refusal is an answer, and a client that errs often must not cost much.
        super(detail, null, false, false);
        this.kind = kind;
        this.property = property;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the property at fault, or an empty string. */
    public String property() {
        return property;
    }

    /** What is wrong with a request, with the status that says so. */
    public enum Kind {
        MALFORMED_JSON(400, "Malformed JSON"),
        EMPTY_BODY(400, "Empty body"),
        NOT_AN_OBJECT(400, "Not a JSON object"),
        MISSING_PROPERTY(400, "Missing property"),
        BLANK_PROPERTY(400, "Blank property"),
        MISTYPED_PROPERTY(400, "Mistyped property"),
        INVALID_PROPERTY(400, "Invalid property"),
        UNSERVED_TRANSFER(400, "Kind of transfer not served"),
        NOBODY_AVAILABLE(400, "No data plane for this kind of transfer is available"),
        TRANSFER_FORM(400, "Kind of transfer not understood"),
        MISTYPED_OPTIONAL(400, "Mistyped optional property"),
        DATA_ADDRESS_FORBIDDEN(400, "Data address not allowed"),
        DATA_ADDRESS_MISSING(400, "Data address missing"),
        MEDIA_TYPE(415, "Unsupported media type"),
        TOO_LARGE(413, "Body too large"),
        UNKNOWN_PATH(404, "Unknown path"),
        UNKNOWN_FLOW(404, "Unknown data flow"),
        UNKNOWN_CONTROL_PLANE(404, "Unknown control plane"),
        UNKNOWN_TRANSFER(404, "Unknown transfer process"),
        UNKNOWN_DATA_PLANE(404, "Unknown data plane"),
        METHOD(405, "Method not allowed"),
        DUPLICATE(409, "Data flow already exists"),
        WRONG_SIDE(409, "Not for this side of the transfer"),
        RANGE(416, "Range not satisfiable"),
        WRONG_STATE(409, "Not allowed in this state"),
        NO_TOKEN(401, "Token missing or wrong"),
        NOT_OPEN(403, "Data flow is not open");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }
    }
}
