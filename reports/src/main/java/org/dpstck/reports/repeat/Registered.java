package org.dpstck.reports.repeat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Exchange.Direction;
import org.dpstck.core.verdict.CaseResult;
import org.dpstck.core.verdict.RunRecord;
import org.dpstck.reports.base.Json;

/** The registration of the suite with the system, which a run makes once and every script makes for itself. */
final class Registered {

    /** Where the suite is the data plane of a run; a case may play others elsewhere. */
    private static final String DATA_PLANE = "/served/dataplane";

    private static final String CAPABILITY = "registration";

    private final RunRecord run;
    private final Edition edition;
    private final CaseResult result;
    private final boolean listens;

    /**
     * A registration for a case.
     *
     * @param edition that says how; null if this kit does not have it
     * @param listens whether the system has to reach the script
     */
    Registered(RunRecord run, Edition edition, CaseResult result, boolean listens) {
        this.run = run;
        this.edition = edition;
        this.result = result;
        this.listens = listens;
    }

    /** The lines that make it, or say who has to, before the system can find the listener. */
    List<String> lines() {
        if (edition == null) {
            return List.of();
        }
        if (run.role().equals("control-plane")) {
            return listens ? dataPlane() : List.of();
        }
        return edition.registered().isPresent() && (listens && edition.callsBackWhereRegistered() || isMentioned())
                ? controlPlane()
                : List.of();
    }

    /** Whether the case does something to the registration that a run makes. */
    private boolean isMentioned() {
        return result.exchanges().stream()
                .anyMatch(it -> it.request().url().contains("/" + id() + "/")
                        || it.request().url().endsWith("/" + id())
                        || it.request().body() != null && it.request().body().contains("\"" + id() + "\""));
    }

    private String id() {
        return run.configuration().getOrDefault("ids.participant", "dps-tck-participant") + "-control-plane";
    }

    private List<String> dataPlane() {
        var registration = edition.transfers().registration();
        var message = edition.transfers().messages().get(registration.message());
        var source = String.valueOf(run.configuration().getOrDefault("transferTypes.source", ""));
        var values = Map.of(
                "{dataPlane}", "dps-tck-data-plane", "{endpoint}", "${CALLBACK_URL}" + DATA_PLANE, "{source}", source);
        return make(
                "data plane",
                DATA_PLANE,
                registration.create().method(),
                registration.create().path(),
                body(message.sends(), values, types()));
    }

    private List<String> controlPlane() {
        var registration = edition.registered().orElseThrow();
        var own = run.configuration().get("paths.register");
        var values = Map.of("{controlPlane}", id(), "{callbackAddress}", "${CALLBACK_URL}/callbacks");
        var path = own instanceof String text && !text.isEmpty()
                ? text
                : registration.create().path();
        return make(
                "control plane",
                "/callbacks",
                registration.create().method(),
                path,
                body(edition.message(registration.message()).sends(), values, List.of()));
    }

    private List<String> make(String what, String place, String method, String path, String body) {
        if (!(run.configuration().get("capabilities") instanceof List<?> can) || !can.contains(CAPABILITY)) {
            return List.of("say \"The system has to know $CALLBACK_URL" + place + " as its " + what
                    + ": set that first, and LISTEN to keep the address.\"");
        }
        return List.of(
                "step "
                        + Shell.quoted(
                                "Registration of the " + what + " that this script plays: " + method + " " + path),
                "send " + method + " \"$BASE_URL\"" + Shell.quoted(path) + " -H 'Content-Type: application/json' "
                        + "--data-raw " + body,
                "fits '2??' '' '' || say '  that may be, where it is registered already'");
    }

    /** A message as one word of the shell. */
    private static String body(Map<String, Object> sends, Map<String, String> values, List<String> types) {
        var plain = new LinkedHashMap<String, Object>();
        sends.forEach((member, template) -> plain.put(member, isOfTypes(template, types) ? types : template));
        var text = Json.RECORDS.writeValueAsString(plain);
        for (var value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return Shell.quoted(text).replace("${CALLBACK_URL}", "'\"$CALLBACK_URL\"'");
    }

    /** Of the lists of a data plane, the one of transfer types begins with that of a push; a control plane has no other. */
    private static boolean isOfTypes(Object template, List<String> types) {
        return template instanceof List<?> list && (types.isEmpty() || list.contains("{push}"));
    }

    /** Those of the description, and those that the system asked the data plane of the run for. */
    private List<String> types() {
        var own = edition.defaults();
        // What no description names is the edition's own, where it has any; one type more does no harm.
        var described = Stream.of(
                        run.configuration().get("transferTypes.push"),
                        run.configuration().get("transferTypes.pull"),
                        own.push(),
                        own.pull())
                .filter(Objects::nonNull)
                .map(String::valueOf);
        var served = result.exchanges().stream()
                .filter(it -> it.direction() == Direction.FROM_SYSTEM
                        && it.request().url().contains(DATA_PLANE + "/"))
                .flatMap(it -> Leaves.of(it.request().body()).stream())
                .filter(it -> it.pointer().equals("/transferType") && !it.text().isEmpty())
                .map(Leaves.Leaf::text);
        return Stream.concat(described, served).distinct().toList();
    }
}
