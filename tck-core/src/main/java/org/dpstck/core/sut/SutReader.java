package org.dpstck.core.sut;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dpstck.core.edition.AuthorizationUse;

/** Builds the description from the settings; what is wrong is noted, so a result counts only without problems. */
final class SutReader {

    private static final List<String> ROLES = List.of("data-plane", "control-plane");
    private static final String BOTH = "both";
    private static final String ROLE_FIX = "write data-plane or control-plane";

    private final Settings settings;
    private final Problems problems;

    SutReader(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    SystemUnderTest read() {
        var role = settings.parsed(Keys.ROLE, SutReader::role, ROLE_FIX);
        return new SystemUnderTest(
                settings.text(Keys.NAME),
                settings.text(Keys.VERSION),
                role,
                settings.parsed(Keys.EDITION, SutReader::edition, "write for example 2026-02"),
                url(),
                settings.node(Keys.HEADERS)
                        .map(node -> new HeaderReader(problems).read(Keys.HEADERS.name(), node))
                        .orElse(Map.of()),
                timeouts(),
                new TransferTypes(
                        settings.text(Keys.PUSH),
                        settings.text(Keys.PULL),
                        settings.isGiven(Keys.PUSH),
                        settings.isGiven(Keys.PULL)),
                ids(),
                message(),
                capabilities(),
                paths(),
                new CallbackReader(settings, problems).read(),
                settings.map(Keys.DATA_ADDRESS),
                triggers(),
                settings.parsed(Keys.HTTPS, SutReader::https, "write " + String.join(", ", HttpsRule.ids())),
                settings.parsed(Keys.STRICT, SutReader::flag, "write true or false"),
                authorization(),
                new ControlPlaneReader(settings, problems).read(role),
                responses(),
                new AccessSettings(
                        settings.text(AccessKeys.DATASET),
                        settings.text(AccessKeys.STREAM),
                        settings.parsed(
                                AccessKeys.REQUEST,
                                AccessSettings::request,
                                "write for example /{marker}?asked={marker}")));
    }

    private ResponseSettings responses() {
        return new ResponseSettings(
                settings.text(Keys.RESPONSE_TYPE),
                settings.text(Keys.RESPONSE_MEDIA_TYPE),
                settings.parsed(Keys.RESPONSE_BODY, ResponseSettings::body, "write for example {marker}"),
                settings.parsed(
                        Keys.RESPONSES_RECEIVED,
                        ResponseSettings::place,
                        "write for example http://localhost:8080/responses/{dataFlowId}"));
    }

    private URI url() {
        var url = settings.url(Keys.URL);
        if (url == null && !problems.concern(Keys.URL.name())) {
            problems.add(
                    Keys.URL.name(),
                    settings.origin(Keys.URL),
                    "missing",
                    "write `url: http://…` in the file, pass %s or set %s"
                            .formatted(Keys.URL.option(), Keys.URL.environment()));
        }
        return url;
    }

    private static String role(String text) {
        if (!ROLES.contains(text)) {
            throw new IllegalArgumentException("is no role" + Texts.didYouMean(text, ROLES));
        }
        return text;
    }

    private static String edition(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("is no name that an edition may have");
        }
        return text;
    }

    private static boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    private static HttpsRule https(String text) {
        return HttpsRule.find(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("is no rule" + Texts.didYouMean(text, HttpsRule.ids())));
    }

    private Timeouts timeouts() {
        return new Timeouts(
                settings.duration(Keys.CONNECT),
                settings.duration(Keys.REQUEST),
                settings.duration(Keys.CALLBACK),
                settings.duration(Keys.QUIET),
                settings.duration(Keys.RUN));
    }

    private Ids ids() {
        return new Ids(
                settings.text(Keys.PARTICIPANT),
                settings.text(Keys.COUNTER_PARTY),
                settings.text(Keys.DATASPACE_CONTEXT),
                settings.text(Keys.AGREEMENT),
                settings.text(Keys.DATASET));
    }

    private AuthorizationSettings authorization() {
        var direction = settings.parsed(Keys.DIRECTION, SutReader::direction, "write callbacks, requests or both");
        var keyType = settings.parsed(Keys.KEY_TYPE, SutReader::keyType, "use " + KeyType.ids());
        return new AuthorizationSettings(
                direction == null ? Set.of() : direction,
                settings.parsed(Keys.API_KEY_HEADER, SutReader::headerName, "write for example x-api-key"),
                settings.text(Keys.AUDIENCE),
                settings.text(Keys.PRINCIPAL),
                settings.text(Keys.PARTICIPANT_CONTEXT),
                settings.text(Keys.SCOPE),
                keyType == null ? AuthorizationSettings.defaults().keys() : keyType);
    }

    private static KeyType keyType(String text) {
        return KeyType.find(text).orElseThrow(() -> new IllegalArgumentException("is no kind of keys"));
    }

    private static Set<AuthorizationUse> direction(String text) {
        if (BOTH.equalsIgnoreCase(text.strip())) {
            return EnumSet.allOf(AuthorizationUse.class);
        }
        return Arrays.stream(AuthorizationUse.values())
                .filter(use -> use.id().equalsIgnoreCase(text.strip()))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> new IllegalArgumentException("is no direction"));
    }

    private static String headerName(String text) {
        if (!text.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("is no name of a header");
        }
        return text;
    }

    private MessageExtras message() {
        var properties = settings.map(Keys.PROPERTIES);
        for (var own : List.of("metadata", "labels")) {
            if (properties.containsKey(own)) {
                problems.add(
                        Keys.PROPERTIES.name() + "." + own,
                        settings.origin(Keys.PROPERTIES),
                        "has a key of its own",
                        "move it to message." + own);
            }
        }
        Templates.unknownIn(properties, MessageExtras.PLACEHOLDERS)
                .forEach((what, fix) ->
                        problems.add(Keys.PROPERTIES.name(), settings.origin(Keys.PROPERTIES), what, fix));
        return new MessageExtras(
                properties,
                settings.map(Keys.METADATA),
                settings.list(Keys.LABELS).orElse(List.of()));
    }

    private Set<Capability> capabilities() {
        var declared = settings.list(Keys.CAPABILITIES);
        if (declared.isEmpty()) {
            return Capability.defaults();
        }
        var key = Keys.CAPABILITIES.name();
        var origin = settings.origin(Keys.CAPABILITIES);
        var fix = "use " + String.join(", ", Capability.ids());
        if (declared.get().isEmpty() && !problems.concern(key)) {
            problems.add(key, origin, "declares nothing", fix);
        }
        var capabilities = EnumSet.noneOf(Capability.class);
        for (var id : declared.get()) {
            Capability.find(id)
                    .ifPresentOrElse(
                            capabilities::add,
                            () -> problems.add(
                                    key,
                                    origin,
                                    "'" + Texts.shown(id) + "' is no capability"
                                            + Texts.didYouMean(id, Capability.ids()),
                                    fix));
        }
        return capabilities;
    }

    private Paths paths() {
        return new Paths(
                settings.parsed(Keys.REGISTER, Paths::path, "write for example /controlplanes"),
                settings.parsed(Keys.REGISTRATION, Paths::item, "write for example /controlplanes/" + Paths.ID),
                operationPaths());
    }

    private Map<String, String> operationPaths() {
        var paths = new LinkedHashMap<String, String>();
        PathKeys.ALL.forEach((operation, key) -> {
            var onFlow = !key.equals(PathKeys.START) && !key.equals(PathKeys.CHECK);
            var path = settings.parsed(
                    key,
                    onFlow ? Paths::flow : Paths::path,
                    "write for example /dataflows/" + (onFlow ? "{dataFlowId}" : operation));
            if (path != null) {
                paths.put(operation, path);
            }
        });
        return paths;
    }

    private Map<TriggerPoint, Trigger> triggers() {
        var triggers = new EnumMap<TriggerPoint, Trigger>(TriggerPoint.class);
        for (var point : TriggerPoint.values()) {
            settings.node(Keys.of(point))
                    .flatMap(node -> new TriggerReader(problems).read(point, node))
                    .ifPresent(trigger -> triggers.put(point, trigger));
        }
        return triggers;
    }
}
