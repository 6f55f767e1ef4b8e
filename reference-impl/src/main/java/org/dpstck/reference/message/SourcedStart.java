package org.dpstck.reference.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.flow.DataSource;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The two addresses of a start message of the EDC's own interface: where the data is, and where a push takes it. */
final class SourcedStart {

    static final String SOURCE = "sourceDataAddress";
    static final String DESTINATION = "destinationDataAddress";

    private static final String HTTP_DATA = "HttpData";

    private SourcedStart() {}

    static DataSource source(ObjectNode message) throws Refusal {
        JsonNode address = message.path(SOURCE);
        return new DataSource(url(SOURCE, address), isTrue(address, "proxyPath"), isTrue(address, "proxyQueryParams"));
    }

    /** Only a push has one; whatever a pull brings is left alone. */
    static Optional<DataAddress> destination(ObjectNode message, Direction direction) throws Refusal {
        if (direction == Direction.PULL) {
            return Optional.empty();
        }
        Bodies.checkObject(message, DESTINATION);
        return Optional.of(
                new DataAddress(url(DESTINATION, message.path(DESTINATION)).toString(), null));
    }

    private static boolean isTrue(JsonNode address, String name) {
        return "true".equals(address.path(name).asString("").toLowerCase(Locale.ROOT));
    }

    private static URI url(String member, JsonNode address) throws Refusal {
        String type = address.path("type").stringValue("");
        if (!HTTP_DATA.equals(type)) {
            throw new Refusal(
                    Kind.UNSERVED_TRANSFER, member, member + " must be of the type HttpData, not '" + type + "'");
        }
        try {
            URI url = new URI(address.path("baseUrl").stringValue(""));
            if (url.getHost() != null
                    && String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).startsWith("http")) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            throw new Refusal(Kind.INVALID_PROPERTY, member, member + ".baseUrl is no URL: " + malformed.getReason());
        }
        throw new Refusal(Kind.INVALID_PROPERTY, member, member + ".baseUrl must be an absolute http or https URL");
    }
}
