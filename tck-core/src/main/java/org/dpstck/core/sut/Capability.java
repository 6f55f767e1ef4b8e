package org.dpstck.core.sut;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a system declares to be able to do; a case that needs more does not apply to it. */
public enum Capability {
    /** Serves the consumer's side of a transfer. */
    CONSUMER,
    /** Serves the provider's side of a transfer. */
    PROVIDER,
    /** Serves transfers in which the provider sends. */
    PUSH,
    /** Serves transfers in which the consumer fetches. */
    PULL,
    /** Can answer a prepare message before it has finished preparing. */
    ASYNCHRONOUS_PREPARE("async-prepare"),
    /** Can answer a start message before it has finished starting. */
    ASYNCHRONOUS_START("async-start"),
    /** Can suspend and resume. */
    SUSPEND,
    /** Lets control planes register through an endpoint. */
    REGISTRATION,
    /** Supports registrations that authorize by OAuth 2 client credentials. */
    OAUTH2_CLIENT_CREDENTIALS,
    /** Supports registrations that authorize by an API key. */
    API_KEY,
    /** Supports registrations that authorize by tokens of a token exchange broker. */
    OAUTH2_TOKEN_EXCHANGE,
    /** Serves the HTTP transfer profile. */
    HTTP_PROFILE,
    /** Renews access tokens as the token renewal profile says: a provider on request, a consumer by requesting it. */
    TOKEN_RENEWAL,
    /** Can ask the control plane for the agreement of a transfer. */
    AGREEMENT,
    /** Serves transfers with a response channel beside the forward channel. */
    RESPONSE_CHANNEL,
    /** Gives the data of its pulls for GET at the endpoint of the data address, with the token there. */
    DATA_ACCESS;

    private final List<String> aliases;

    Capability(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /** How a configuration names it, like {@code asynchronous-prepare}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The capability of an id or an alias, whatever its case; empty for an unknown one. */
    public static Optional<Capability> find(String id) {
        var wanted = id.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(capability -> capability.id().equals(wanted) || capability.aliases.contains(wanted))
                .findFirst();
    }

    /**
     * The capability of an id or an alias, whatever its case.
     *
     * @throws ConfigurationException when there is none, with the ids that there are
     */
    public static Capability parse(String id) {
        return find(id).orElseThrow(() ->
                new ConfigurationException("'%s' is not a capability; use %s".formatted(id, String.join(", ", ids()))));
    }

    /** Every id, in the order of declaration. */
    public static List<String> ids() {
        return Stream.of(values()).map(Capability::id).toList();
    }

    /** What a system that declares nothing is held to: what every data plane is for. */
    public static Set<Capability> defaults() {
        return Collections.unmodifiableSet(EnumSet.range(CONSUMER, SUSPEND));
    }
}
