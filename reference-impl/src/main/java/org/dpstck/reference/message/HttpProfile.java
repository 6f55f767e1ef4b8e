package org.dpstck.reference.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.dpstck.reference.edition.ReferenceEdition;
import org.dpstck.reference.flow.DataAddress;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import tools.jackson.databind.node.ObjectNode;

/** What the HTTP transfer profile demands of the messages of its flows. */
final class HttpProfile {

    private static final String MEMBER = "dataAddress";
    private static final Set<String> AUTHORIZATION = Set.of("authorization", "authType");
    private static final Set<String> RENEWAL = Set.of("refreshToken", "expiresIn", "refreshEndpoint");

    private final ReferenceEdition edition;
    private final Hooks hooks;

    HttpProfile(ReferenceEdition edition, Hooks hooks) {
        this.edition = edition;
        this.hooks = hooks;
    }

    /** Checks the data address of a message about a flow of this profile. */
    void check(String transferName, Optional<DataAddress> address, ObjectNode message) throws Refusal {
        if (address.isEmpty() || !edition.usesHttpProfile(transferName)) {
            return;
        }
        if (hooks.keeps(Rule.ADDRESS_HTTPS)) {
            checkScheme(address.get().endpoint());
        }
        // That an address of the other direction is wrong is said; that it is to be refused is not, and is prudent.
        if (hooks.keeps(Rule.ADDRESS_TYPE) && !transferName.equals(address.get().type())) {
            throw refusal("endpointType must be " + transferName);
        }
        if (!hooks.keeps(Rule.ADDRESS_TOKEN_OPTIONAL) && address.get().token() == null) {
            throw refusal("an authorization is missing");
        }
        checkNames(DataAddresses.names(message));
    }

    /** "A receiving party MUST reject a DataAddress whose endpoint does not use the HTTPS scheme." */
    private static void checkScheme(String endpoint) throws Refusal {
        try {
            URI url = new URI(String.valueOf(endpoint));
            if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return;
            }
        } catch (URISyntaxException malformed) {
            throw refusal("endpoint must be a URL: " + malformed.getReason());
        }
        throw refusal("endpoint must be a URL with the HTTPS scheme");
    }

    /** The correct plane ignores what it does not know. */
    private void checkNames(Set<String> names) throws Refusal {
        for (String name : names) {
            boolean renewal = RENEWAL.contains(name);
            boolean known = renewal || AUTHORIZATION.contains(name);
            if (renewal && !hooks.keeps(Rule.ADDRESS_RENEWAL)
                    || !known && !hooks.keeps(Rule.ADDRESS_UNKNOWN_PROPERTIES)
                    || name.equals("authType") && !hooks.keeps(Rule.ADDRESS_BEARER)) {
                throw refusal("the property " + name + " is not known");
            }
        }
    }

    /** Checks the rest of a message that opens a flow of this profile; the correct plane requires nothing. */
    void checkOpening(String transferName, ObjectNode message) throws Refusal {
        boolean required = !hooks.keeps(Rule.METADATA_OPTIONAL) && edition.usesHttpProfile(transferName);
        if (required && Bodies.isAbsent(message.path("metadata"))) {
            throw new Refusal(Kind.MISSING_PROPERTY, "metadata", "metadata is required");
        }
    }

    private static Refusal refusal(String why) {
        return new Refusal(Kind.INVALID_PROPERTY, MEMBER, "dataAddress of the HTTP profile: " + why);
    }
}
