package org.dpstck.reference;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dpstck.reference.http.Watch;
import org.dpstck.reference.wire.Dataset;
import org.dpstck.reference.wire.Storage;

/**
 * How a reference plane is to be started.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 takes any free port
 * @param basePath the path below which signaling is served; may be empty
 * @param mode whether prepare and start end at once or later
 * @param delay how long an asynchronous prepare or start takes; not negative
 * @param faults ids out of {@link Faults}, applied in this order
 * @param variants ids out of {@link Variants}, applied in this order, before the faults
 * @param edition the edition to speak, one of {@link ReferenceDataPlane#editions()}
 * @param controlPlane the control plane that is registered by configuration, if one is; it gets the callbacks of flows
 *     whose message names no address while no control plane has registered itself
 * @param tokenLifetime how long an access token of the HTTP profile is good before it must be renewed by a
 *     counterparty that is a DID, if it expires
 * @param storage where the data of flows comes from and ends up
 * @param watch whoever looks on at what the plane takes and answers, if anybody does
 */
public record ReferenceOptions(
        String host,
        int port,
        String basePath,
        Mode mode,
        Duration delay,
        Set<String> faults,
        Set<String> variants,
        String edition,
        Optional<URI> controlPlane,
        Optional<Duration> tokenLifetime,
        Storage storage,
        Optional<Watch> watch) {

    /** The edition that is spoken unless another one is asked for. */
    public static final String DEFAULT_EDITION = "2026-02";

    /** How long an access token that can be renewed is good, unless another time is asked for. */
    public static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);

    /** How prepare and start are answered unless a message asks for something else. */
    public enum Mode {
        SYNC,
        ASYNC
    }

    /** Takes copies and writes the base path with a slash before it and none after it. */
    public ReferenceOptions {
        basePath = normalised(basePath);
        faults = Collections.unmodifiableSet(new LinkedHashSet<>(faults));
        variants = Collections.unmodifiableSet(new LinkedHashSet<>(variants));
    }

    /** Options for the default edition. */
    public ReferenceOptions(
            String host,
            int port,
            String basePath,
            Mode mode,
            Duration delay,
            Set<String> faults,
            Set<String> variants) {
        this(
                host,
                port,
                basePath,
                mode,
                delay,
                faults,
                variants,
                DEFAULT_EDITION,
                Optional.empty(),
                Optional.of(TOKEN_LIFETIME),
                Dataset.storage(),
                Optional.empty());
    }

    private static String normalised(String path) {
        String inner = path.replaceAll("^/+|/+$", "");
        return inner.isEmpty() ? "" : "/" + inner;
    }

    /** A correct, synchronous plane on a free port of the loopback interface. */
    public static ReferenceOptions defaults() {
        return new ReferenceOptions(
                "127.0.0.1", 0, "/signaling", Mode.SYNC, Duration.ofMillis(200), Set.of(), Set.of());
    }

    public ReferenceOptions withHost(String other) {
        return with(draft -> draft.host = other);
    }

    public ReferenceOptions withPort(int other) {
        return with(draft -> draft.port = other);
    }

    public ReferenceOptions withBasePath(String other) {
        return with(draft -> draft.basePath = other);
    }

    public ReferenceOptions withMode(Mode other) {
        return with(draft -> draft.mode = other);
    }

    public ReferenceOptions withDelay(Duration other) {
        return with(draft -> draft.delay = other);
    }

    public ReferenceOptions withFaults(String... ids) {
        return withFaults(List.of(ids));
    }

    public ReferenceOptions withFaults(Collection<String> ids) {
        return with(draft -> draft.faults = new LinkedHashSet<>(ids));
    }

    public ReferenceOptions withVariants(String... ids) {
        return withVariants(List.of(ids));
    }

    public ReferenceOptions withVariants(Collection<String> ids) {
        return with(draft -> draft.variants = new LinkedHashSet<>(ids));
    }

    /** Another edition; whether it exists is looked up when the plane is started. */
    public ReferenceOptions withEdition(String other) {
        return with(draft -> draft.edition = other);
    }

    /** A control plane registered by configuration, at the base URL of its signaling. */
    public ReferenceOptions withControlPlane(URI endpoint) {
        return with(draft -> draft.controlPlane = Optional.of(endpoint));
    }

    /** Access tokens of the HTTP profile that expire and can be renewed by a counterparty that is a DID. */
    public ReferenceOptions withTokenLifetime(Duration lifetime) {
        return with(draft -> draft.tokenLifetime = Optional.of(lifetime));
    }

    /** Access tokens that are good as long as their flow. */
    public ReferenceOptions withLastingTokens() {
        return with(draft -> draft.tokenLifetime = Optional.empty());
    }

    /** Other data than the plane's own, and another place for what it takes in. */
    public ReferenceOptions withStorage(Storage other) {
        return with(draft -> draft.storage = other);
    }

    /** Somebody who looks on; the plane then calls itself by the name of the watch. */
    public ReferenceOptions withWatch(Watch other) {
        return with(draft -> draft.watch = Optional.of(other));
    }

    private ReferenceOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** A copy in which one component changes, so that the withers need not repeat all the others. */
    private static final class Draft {
        private String host;
        private int port;
        private String basePath;
        private Mode mode;
        private Duration delay;
        private Set<String> faults;
        private Set<String> variants;
        private String edition;
        private Optional<URI> controlPlane;
        private Optional<Duration> tokenLifetime;
        private Storage storage;
        private Optional<Watch> watch;

        Draft(ReferenceOptions from) {
            host = from.host;
            port = from.port;
            basePath = from.basePath;
            mode = from.mode;
            delay = from.delay;
            faults = from.faults;
            variants = from.variants;
            edition = from.edition;
            controlPlane = from.controlPlane;
            tokenLifetime = from.tokenLifetime;
            storage = from.storage;
            watch = from.watch;
        }

        ReferenceOptions options() {
            return new ReferenceOptions(
                    host,
                    port,
                    basePath,
                    mode,
                    delay,
                    faults,
                    variants,
                    edition,
                    controlPlane,
                    tokenLifetime,
                    storage,
                    watch);
        }
    }
}
