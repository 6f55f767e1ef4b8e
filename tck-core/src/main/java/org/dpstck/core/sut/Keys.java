package org.dpstck.core.sut;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every key of a description, in the order of the documentation; the command line and the documentation follow it. */
final class Keys {

    /** What every environment variable that is a key begins with. */
    static final String ENVIRONMENT_PREFIX = "DPS_TCK_";

    static final Key NAME = text("system.name", "system under test", "What reports call the system.", "--name");
    static final Key VERSION = text("system.version", "", "The system's version, for reports.");
    static final Key ROLE =
            text("role", "data-plane", "Which half of the protocol it plays: data-plane or control-plane.");
    static final Key EDITION = text("edition", "2026-02", "The edition of the protocol that it claims to speak.");
    static final Key URL = new Key(
            "url",
            "--url",
            List.of(),
            "DPS_TCK_URL",
            Key.Type.URL,
            "",
            true,
            "Base URL of the system's Data Plane Signaling endpoints.");
    static final Key HEADERS = key(
            "headers",
            Key.Type.MAP,
            "",
            "Headers sent with every request; as an option 'Name: value', which may be repeated.",
            "--header");

    static final Key DSP_URL = key(
            "dsp.url",
            Key.Type.URL,
            "",
            "Base URL of the Dataspace Protocol endpoints of a control plane, which needs one.");
    static final Key DSP_HEADERS =
            key("dsp.headers", Key.Type.MAP, "", "Headers sent with every request to dsp.url.", "--dsp-header");
    static final Key DSP_FORM =
            text("dsp.form", "", "The form of the transfer process that it speaks: 2025-1, the default, or dsp-tp.");
    static final Key AGREEMENTS = key(
            "agreements",
            Key.Type.MAP,
            "",
            "Another agreement and dataset for some cases of a control plane, by a pattern of their ids.");

    static final Key CONNECT = duration("connect", Timeouts.defaults().connect(), "How long a connection may take.");
    static final Key REQUEST =
            duration("request", Timeouts.defaults().request(), "How long an answer may take, to its last byte.");
    static final Key CALLBACK = duration(
            "callback", Timeouts.defaults().callback(), "How long an expected callback or state may take to come.");
    static final Key QUIET =
            duration("quiet", Timeouts.defaults().quiet(), "How long nothing may come where nothing is allowed.");
    static final Key RUN = duration("run", Timeouts.defaults().run(), "How long the whole run may take.");

    static final Key PUSH = text(
            "transferTypes.push",
            TransferTypes.defaults().push(),
            "The transfer type by which a provider sends.",
            "--push-type");
    static final Key PULL = text(
            "transferTypes.pull",
            TransferTypes.defaults().pull(),
            "The transfer type by which a consumer fetches.",
            "--pull-type");

    static final Key RESPONSE_TYPE = text(
            "transferTypes.response",
            ResponseSettings.defaults().type(),
            "The response type of transfers with a response channel.",
            "--response-type");

    static final Key PARTICIPANT =
            text("ids.participant", Ids.defaults().participant(), "participantId of the messages.");
    static final Key COUNTER_PARTY =
            text("ids.counterParty", Ids.defaults().counterParty(), "counterPartyId of the messages.");
    static final Key DATASPACE_CONTEXT =
            text("ids.dataspaceContext", Ids.defaults().dataspaceContext(), "dataspaceContext of the messages.");
    static final Key AGREEMENT = text("ids.agreement", Ids.defaults().agreement(), "agreementId of the messages.");
    static final Key DATASET = text("ids.dataset", Ids.defaults().dataset(), "datasetId of the messages.");

    static final Key PROPERTIES =
            key("message.properties", Key.Type.MAP, "", "Properties merged into every prepare and start message.");
    static final Key METADATA =
            key("message.metadata", Key.Type.MAP, "", "The metadata of every prepare and start message.");
    static final Key LABELS =
            key("message.labels", Key.Type.LIST, "", "The labels of every prepare and start message.");

    static final Key CAPABILITIES = key(
            "capabilities",
            Key.Type.LIST,
            Capability.defaults().stream().map(Capability::id).collect(Collectors.joining(",")),
            "What the system can do: " + String.join(", ", Capability.ids()) + ".");

    static final Key REGISTER = text(
            "paths.register", "", "Where control planes register, relative to url; the edition's path when absent.");
    static final Key REGISTRATION = text(
            "paths.registration",
            "",
            "Where one registration is updated and deleted, with {controlplaneId}; the edition's path when absent.");

    static final Key BIND = text(
            "callback.bind",
            "127.0.0.1:0",
            "Address and port on which the suite listens for callbacks; port 0 is any free one.");
    static final Key ADVERTISE = key(
            "callback.advertise",
            Key.Type.URL,
            "",
            "Base URL by which the system reaches the suite, when it differs from callback.bind; may hold {port}.");

    static final Key DATA_ADDRESS = key(
            "dataAddress", Key.Type.MAP, "", "The data address that the system is given; the suite's own when absent.");
    static final Key HTTPS = text(
            "https",
            HttpsRule.WARN.id(),
            "What a base URL without TLS means: " + String.join(", ", HttpsRule.ids()) + ".");

    static final Key RESPONSE_MEDIA_TYPE = text(
            "responseChannel.contentType",
            ResponseSettings.defaults().contentType(),
            "The media type of the responses that the suite sends.");
    static final Key RESPONSE_BODY = text(
            "responseChannel.body",
            ResponseSettings.defaults().body(),
            "A response that the system takes; {marker} stands for what it is known by.");
    static final Key RESPONSES_RECEIVED = text(
            "responseChannel.received",
            "",
            "URL at which the responses that came for a flow can be read; may hold {dataFlowId} and {processId}.");

    static final Key STRICT = key(
            "strict",
            Key.Type.FLAG,
            "false",
            "Whether what a position on an ambiguous clause only warns of fails: true or false.");
    static final Key DIRECTION = key(
            "authorization.direction",
            Key.Type.TEXT,
            "",
            "Which way the credentials of a registration are used: callbacks, requests, both; as the edition reads"
                    + " when absent.");
    static final Key API_KEY_HEADER = text(
            "authorization.apiKeyHeader",
            AuthorizationSettings.defaults().apiKeyHeader(),
            "The header of callbacks that carries the API key of a registration.");
    static final Key AUDIENCE =
            text("authorization.audience", "", "The system's own identifier, which tokens given to it name in aud.");
    static final Key PRINCIPAL =
            text("authorization.principal", "", "A principal that it knows: sub of the tokens of a broker.");
    static final Key PARTICIPANT_CONTEXT =
            text("authorization.participantContext", "", "The participant context of that principal.");
    static final Key SCOPE = text(
            "authorization.scope",
            AuthorizationSettings.defaults().scope(),
            "Scopes that allow every operation, in the tokens of a broker.");
    static final Key KEY_TYPE = text(
            "authorization.keys",
            AuthorizationSettings.defaults().keys().id(),
            "The kind of keys that sign the tokens of requests: rsa (RS256) or ec (ES256).");

    private static final List<Key> ALL = List.of(
            NAME,
            VERSION,
            ROLE,
            EDITION,
            URL,
            HEADERS,
            DSP_URL,
            DSP_HEADERS,
            DSP_FORM,
            AGREEMENTS,
            CONNECT,
            REQUEST,
            CALLBACK,
            QUIET,
            ControlPlaneKeys.HEART_BEAT,
            ControlPlaneKeys.SETTLE,
            RUN,
            PUSH,
            PULL,
            RESPONSE_TYPE,
            ControlPlaneKeys.SOURCE,
            PARTICIPANT,
            COUNTER_PARTY,
            DATASPACE_CONTEXT,
            AGREEMENT,
            DATASET,
            PROPERTIES,
            METADATA,
            LABELS,
            CAPABILITIES,
            REGISTER,
            REGISTRATION,
            PathKeys.START,
            PathKeys.SUSPEND,
            PathKeys.TERMINATE,
            PathKeys.STATUS,
            PathKeys.CHECK,
            BIND,
            ADVERTISE,
            DATA_ADDRESS,
            RESPONSE_MEDIA_TYPE,
            RESPONSE_BODY,
            RESPONSES_RECEIVED,
            AccessKeys.DATASET,
            AccessKeys.STREAM,
            AccessKeys.REQUEST,
            ControlPlaneKeys.EDR_URL,
            ControlPlaneKeys.EDR_HEADERS,
            ControlPlaneKeys.EDR_ENDPOINT,
            ControlPlaneKeys.EDR_AUTHORIZATION,
            HTTPS,
            STRICT,
            DIRECTION,
            API_KEY_HEADER,
            AUDIENCE,
            PRINCIPAL,
            PARTICIPANT_CONTEXT,
            SCOPE,
            KEY_TYPE,
            trigger(TriggerPoint.PREPARE_ASYNCHRONOUSLY, "Makes the next prepare answer asynchronously."),
            trigger(TriggerPoint.START_ASYNCHRONOUSLY, "Makes the next start answer asynchronously."),
            trigger(TriggerPoint.PROCEED, "Lets an asynchronous transition that is held go on."),
            trigger(TriggerPoint.REQUEST_TRANSFER, "Makes a consumer's control plane request a transfer."),
            trigger(TriggerPoint.SUSPEND, "Makes a control plane suspend a transfer."),
            trigger(TriggerPoint.RESUME, "Makes a control plane resume a transfer."),
            trigger(TriggerPoint.TERMINATE, "Makes a control plane terminate a transfer."),
            trigger(TriggerPoint.COMPLETE, "Completes a flow, or a transfer of a control plane."),
            trigger(TriggerPoint.FAIL, "Fails a flow."),
            trigger(TriggerPoint.FETCH, "Makes a consumer fetch the data of a started pull."),
            trigger(TriggerPoint.RESPOND, "Makes a consumer respond by the response channel of a started flow."),
            trigger(TriggerPoint.AGREEMENT, "Makes the system ask for the agreement of a flow."));

    private static final Map<String, Key> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Key::name, Function.identity()));

    private Keys() {}

    static List<Key> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Key::name).toList();
    }

    static Optional<Key> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<Key> findByEnvironment(String variable) {
        return ALL.stream().filter(key -> key.environment().equals(variable)).findFirst();
    }

    static Key of(TriggerPoint point) {
        return BY_NAME.get("triggers." + point.id());
    }

    /** Whether keys are nested below a name. */
    static boolean isSection(String name) {
        return ALL.stream().anyMatch(key -> key.name().startsWith(name + "."));
    }

    private static Key text(String name, String defaultValue, String help, String... aliases) {
        return key(name, Key.Type.TEXT, defaultValue, help, aliases);
    }

    private static Key duration(String phase, Duration defaultValue, String help) {
        return key("timeouts." + phase, Key.Type.DURATION, Durations.format(defaultValue), help);
    }

    private static Key trigger(TriggerPoint point, String help) {
        return key("triggers." + point.id(), Key.Type.TRIGGER, "", help);
    }

    private static Key key(String name, Key.Type type, String defaultValue, String help, String... aliases) {
        return Key.optional(name, type, defaultValue, help, aliases);
    }
}
