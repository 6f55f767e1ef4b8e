package org.dpstck.core.edition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The response channel that an edition offers beside the forward channel of a transfer, as data.
 *
 * @param transferType how a transfer type tells the response type: {@code {type}} and {@code {response}} filled in
 * @param vocabulary IRI before the names of its properties
 * @param prefix what may stand for the vocabulary
 * @param properties the names in a data address, behind the vocabulary, by what they say: {@code endpoint} and so on
 */
public record ResponseChannel(String transferType, String vocabulary, String prefix, Map<String, String> properties) {

    /** The URL to which responses go. */
    public static final String ENDPOINT = "endpoint";
    /** The kind of that endpoint. */
    public static final String ENDPOINT_TYPE = "endpointType";
    /** The token that opens it. */
    public static final String AUTHORIZATION = "authorization";
    /** The kind of the token. */
    public static final String AUTH_TYPE = "authType";

    /** What every response channel has to have a name for. */
    static final List<String> ALL = List.of(ENDPOINT, ENDPOINT_TYPE, AUTHORIZATION, AUTH_TYPE);

    private static final String TYPE = "{type}";
    private static final String RESPONSE = "{response}";

    /** Copies the names. */
    public ResponseChannel {
        properties = Map.copyOf(properties);
    }

    /** Whether the pattern of transfer types has a place for both parts. */
    boolean isWhole() {
        return transferType != null
                && transferType.contains(TYPE)
                && transferType.contains(RESPONSE)
                && properties.keySet().containsAll(ALL);
    }

    /** A transfer type with a response type behind it. */
    public String type(String forward, String response) {
        return transferType.replace(TYPE, forward).replace(RESPONSE, response);
    }

    /** Every way to write the name of a property, the compact one first. */
    public List<String> names(String property) {
        var name = properties.get(property);
        return List.of(name, vocabulary + name, prefix + name);
    }

    /** The name of a property in full. */
    public String iri(String property) {
        return vocabulary + properties.get(property);
    }

    /** Whether a name in a data address is one of a response channel's, be it defined or not. */
    public boolean owns(String name) {
        return Stream.of("", vocabulary, prefix).anyMatch(start -> name.startsWith(start + family()));
    }

    /** The member that would hold the properties if they were not flattened. */
    public List<String> nests() {
        var nest = family().substring(0, family().length() - 1);
        return List.of(nest, vocabulary + nest, prefix + nest);
    }

    /** What all names begin with, the slash included. */
    private String family() {
        var name = properties.get(ENDPOINT);
        return name.substring(0, name.indexOf('/') + 1);
    }
}
