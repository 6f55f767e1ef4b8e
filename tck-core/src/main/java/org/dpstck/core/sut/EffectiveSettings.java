package org.dpstck.core.sut;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shows a description key by key, as one would write it, without secrets. */
final class EffectiveSettings {

    private final Map<String, Object> settings = new LinkedHashMap<>();

    private EffectiveSettings() {}

    static Map<String, Object> of(SystemUnderTest system) {
        var effective = new EffectiveSettings();
        effective.addSystem(system);
        effective.addTimeouts(system.timeouts());
        effective.addMessages(system);
        effective.addReach(system);
        system.triggers().forEach((point, trigger) -> effective.put(Keys.of(point), shown(trigger)));
        return Trees.copyOf(effective.settings);
    }

    private void addSystem(SystemUnderTest system) {
        put(Keys.NAME, system.name());
        put(Keys.VERSION, system.version());
        put(Keys.ROLE, system.role());
        put(Keys.EDITION, system.edition());
        put(Keys.URL, Secrets.url(system.url().toString()));
        put(Keys.HEADERS, Secrets.headers(system.headers()));
        addControlPlane(system.controlPlane());
    }

    private void addControlPlane(ControlPlaneSettings controlPlane) {
        if (controlPlane.dsp() != null) {
            put(Keys.DSP_URL, Secrets.url(controlPlane.dsp().toString()));
            put(Keys.DSP_HEADERS, Secrets.headers(controlPlane.headers()));
            put(Keys.DSP_FORM, controlPlane.form());
            put(Keys.AGREEMENTS, controlPlane.agreements());
            addDataPlanes(controlPlane.dataPlanes());
        }
    }

    private void addDataPlanes(DataPlaneSettings dataPlanes) {
        dataPlanes.heartBeat().ifPresent(time -> put(ControlPlaneKeys.HEART_BEAT, Durations.format(time)));
        dataPlanes.settling().ifPresent(time -> put(ControlPlaneKeys.SETTLE, Durations.format(time)));
        put(ControlPlaneKeys.SOURCE, dataPlanes.source());
        var reference = dataPlanes.reference();
        if (reference.url() != null) {
            put(ControlPlaneKeys.EDR_URL, Secrets.url(reference.url()));
            put(ControlPlaneKeys.EDR_HEADERS, Secrets.headers(reference.headers()));
            put(ControlPlaneKeys.EDR_ENDPOINT, reference.endpoint());
            put(ControlPlaneKeys.EDR_AUTHORIZATION, reference.authorization());
        }
    }

    private void addTimeouts(Timeouts timeouts) {
        put(Keys.CONNECT, Durations.format(timeouts.connect()));
        put(Keys.REQUEST, Durations.format(timeouts.request()));
        put(Keys.CALLBACK, Durations.format(timeouts.callback()));
        put(Keys.QUIET, Durations.format(timeouts.quiet()));
        put(Keys.RUN, Durations.format(timeouts.run()));
    }

    private void addMessages(SystemUnderTest system) {
        put(Keys.PUSH, system.transferTypes().push());
        put(Keys.PULL, system.transferTypes().pull());
        put(Keys.RESPONSE_TYPE, system.responses().type());
        put(Keys.PARTICIPANT, system.ids().participant());
        put(Keys.COUNTER_PARTY, system.ids().counterParty());
        put(Keys.DATASPACE_CONTEXT, system.ids().dataspaceContext());
        put(Keys.AGREEMENT, system.ids().agreement());
        put(Keys.DATASET, system.ids().dataset());
        put(Keys.PROPERTIES, Secrets.tree(system.message().properties()));
        put(Keys.METADATA, Secrets.tree(system.message().metadata()));
        put(Keys.LABELS, system.message().labels());
    }

    private void addReach(SystemUnderTest system) {
        put(
                Keys.CAPABILITIES,
                system.capabilities().stream().map(Capability::id).toList());
        put(Keys.REGISTER, system.paths().register());
        put(Keys.REGISTRATION, system.paths().registration());
        PathKeys.ALL.forEach(
                (operation, key) -> put(key, system.paths().operations().get(operation)));
        var callback = system.callback();
        var host = callback.host().contains(":") ? "[" + callback.host() + "]" : callback.host();
        put(Keys.BIND, host + ":" + callback.port());
        put(Keys.ADVERTISE, callback.advertise() == null ? null : Secrets.url(callback.advertise()));
        put(Keys.DATA_ADDRESS, Secrets.tree(system.dataAddress()));
        addResponses(system.responses());
        put(AccessKeys.DATASET, system.access().dataset());
        put(AccessKeys.STREAM, system.access().stream());
        put(
                AccessKeys.REQUEST,
                system.access().request() == null
                        ? null
                        : Secrets.text(system.access().request()));
        put(Keys.HTTPS, system.https().id());
        put(Keys.STRICT, String.valueOf(system.strict()));
        addAuthorization(system.authorization());
    }

    private void addResponses(ResponseSettings responses) {
        put(Keys.RESPONSE_MEDIA_TYPE, responses.contentType());
        put(Keys.RESPONSE_BODY, Secrets.text(responses.body()));
        put(Keys.RESPONSES_RECEIVED, responses.received() == null ? null : Secrets.url(responses.received()));
    }

    private void addAuthorization(AuthorizationSettings authorization) {
        var direction = authorization.direction();
        if (!direction.isEmpty()) {
            put(
                    Keys.DIRECTION,
                    direction.size() > 1 ? "both" : direction.iterator().next().id());
        }
        put(Keys.API_KEY_HEADER, authorization.apiKeyHeader());
        put(Keys.AUDIENCE, authorization.audience());
        put(Keys.PRINCIPAL, authorization.principal());
        put(Keys.PARTICIPANT_CONTEXT, authorization.participantContext());
        put(Keys.SCOPE, authorization.scope());
        put(Keys.KEY_TYPE, authorization.keys().id());
    }

    private static Map<String, Object> shown(Trigger trigger) {
        if (trigger instanceof HttpTrigger http) {
            return Map.of("http", shown(http));
        }
        if (trigger instanceof CommandTrigger command) {
            return Map.of(
                    "command",
                    Map.of("argv", Secrets.arguments(command.argv()), "timeout", Durations.format(command.timeout())));
        }
        return trigger instanceof MessageTrigger message
                ? Map.of("message", Secrets.tree(message.properties()))
                : Map.of("manual", Secrets.text(((ManualTrigger) trigger).prompt()));
    }

    private static Map<String, Object> shown(HttpTrigger http) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("method", http.method());
        shown.put("url", Secrets.url(http.url()));
        http.transfer().ifPresent(pointer -> shown.put("transferId", pointer));
        if (!http.headers().isEmpty()) {
            shown.put("headers", Secrets.headers(http.headers()));
        }
        if (http.body() != null) {
            shown.put("body", Secrets.body(http.body()));
        }
        return shown;
    }

    private void put(Key key, Object value) {
        if (value != null) {
            settings.put(key.name(), value);
        }
    }
}
