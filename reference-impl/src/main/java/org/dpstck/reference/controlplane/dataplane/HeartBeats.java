package org.dpstck.reference.controlplane.dataplane;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.wire.Outbound;

/** Asks every registered data plane, time after time, whether it is there (section "Data plane selection"). */
public final class HeartBeats {

    private static final String CHECK = "/v1/dataflows/check";
    /** A machine may be busy for a while; whoever is slow is there. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DataPlanes dataPlanes;
    private final Outbound outbound;
    private final ControlHooks hooks;
    private final Duration interval;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** Asks once in every {@code interval}. */
    public HeartBeats(DataPlanes dataPlanes, Outbound outbound, ControlHooks hooks, Duration interval) {
        this.dataPlanes = dataPlanes;
        this.outbound = outbound;
        this.hooks = hooks;
        this.interval = interval;
    }

    /** Begins, and goes on until {@code outbound} is closed. */
    public void begin() {
        outbound.after(interval).thenRun(this::beat);
    }

    private void beat() {
        List<DataPlane> here = dataPlanes.swept();
        if (hooks.keeps(ControlRule.BEATS)) {
            here.stream().filter(hooks::checks).forEach(this::check);
        }
        begin();
    }

    /** One at a time, so that no answer overtakes another. */
    private void check(DataPlane dataPlane) {
        if (!asked.add(dataPlane.id())) {
            return;
        }
        String base = dataPlane.endpoint().toString().replaceFirst("/+$", "");
        String path = hooks.keeps(ControlRule.BEATS_AT_CHECK) ? CHECK : "/health";
        HttpRequest request =
                outbound.request(URI.create(base + path)).timeout(LIMIT).GET().build();
        outbound.client()
                .sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() / 100 == 2
                        || answer.statusCode() / 100 == 4 && !hooks.keeps(ControlRule.HEEDS_REFUSED_HEART_BEATS))
                .exceptionally(unreachable -> false)
                .thenAccept(answers -> heard(dataPlane, answers));
    }

    private void heard(DataPlane dataPlane, boolean answers) {
        if (!answers || hooks.keeps(ControlRule.COMES_BACK)) {
            // What a wrong path answers says nothing.
            dataPlanes.isAvailable(dataPlane.id(), answers || !hooks.keeps(ControlRule.BEATS_AT_CHECK));
        }
        asked.remove(dataPlane.id());
    }
}
