package org.dpstck.core.edition;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.dpstck.core.edition.RawEdition.RawIndex;
import org.dpstck.core.edition.RawEdition.RawPositions;
import org.dpstck.core.edition.RawEdition.RawRegister;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Loads editions from the class path; the only reader of the {@code schemas} module.
 *
 * <p>Nothing is fetched: an edition is complete in its folder or it is refused with an {@link EditionException}.
 */
public final class Editions {

    static final String ROOT = "/org/dpstck/";
    private static final String DATA_PLANE = "data-plane";
    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final ObjectMapper json = JsonMapper.builder().build();
    private final AtomicReference<RawIndex> index = new AtomicReference<>();
    private final AtomicReference<Map<Integer, Position>> known = new AtomicReference<>();

    /** Ids of the editions there are, newest first. */
    public List<String> ids() {
        return List.copyOf(index().editions());
    }

    /** Id of the edition that is judged by when none is named. */
    public String defaultId() {
        return index().preferred();
    }

    /**
     * Loads an edition and checks that its parts fit together.
     *
     * @throws EditionException if there is no such edition, or its folder is faulty
     */
    public Edition load(String id) {
        var raw = raw(id);
        var edition = offering(raw, edition(raw, register(raw), positions()));
        EditionChecks.check(edition);
        return edition;
    }

    /**
     * Loads what an edition says of the wire, and nothing of what it demands: enough to tell one from another.
     *
     * @throws EditionException if there is no such edition, or its folder is faulty
     */
    public Edition wire(String id) {
        return edition(raw(id), Map.of(), Map.of());
    }

    private RawEdition raw(String id) {
        if (!ids().contains(id)) {
            throw new EditionException("unknown edition " + id + "; known editions: " + String.join(", ", ids()));
        }
        return read(yaml, folder(id) + "edition.yaml", RawEdition.class);
    }

    private static String folder(String id) {
        return ROOT + "editions/" + id + "/";
    }

    private Edition edition(RawEdition raw, Map<String, Requirement> requirements, Map<Integer, Position> positions) {
        var schemas = schemas(folder(raw.id()), raw);
        return new Edition(
                raw.id(),
                raw.title(),
                raw.document(),
                raw.transferTypes() == null ? new Edition.Defaults(null, null) : raw.transferTypes(),
                new Edition.Conventions(raw.jsonLd(), raw.flowsAreProcesses(), raw.features()),
                raw.registration(),
                raw.authorization() == null ? Map.of() : named(raw.authorization(), (name, it) -> it.named(name)),
                named(raw.operations(), (name, it) -> it.named(name)),
                named(raw.callbacks(), (name, it) -> it.named(name)),
                named(raw.retrievals(), (name, it) -> it.named(name)),
                named(raw.profiles(), (name, it) -> it.named(name)),
                named(raw.messages(), (name, it) -> it.named(name, schemas.get(name + ".schema.json"), raw.messages())),
                raw.machine().machine(),
                requirements,
                positions,
                schemas);
    }

    /** With the response channel, if the edition has one. */
    private Edition offering(RawEdition raw, Edition plain) {
        if (raw.responseChannel() == null) {
            return plain;
        }
        var channel = RawResponseChannel.read(this);
        return plain.offering(
                channel.offered(raw.responseChannel()),
                RawResponseChannel.joined(plain.requirements(), channel.dataPlane(), DATA_PLANE));
    }

    private RawIndex index() {
        return index.updateAndGet(it -> it != null ? it : read(yaml, ROOT + "editions/index.yaml", RawIndex.class));
    }

    private Map<String, Map<String, Object>> schemas(String folder, RawEdition raw) {
        var schemas = new LinkedHashMap<String, Map<String, Object>>();
        var names = new ArrayList<>(raw.messages().keySet());
        names.addAll(raw.types());
        for (var name : names) {
            var file = name + ".schema.json";
            schemas.put(file, tree(folder + "messages/" + file));
        }
        return schemas;
    }

    /** The register of an edition, with what its features demand on top and it does not say itself. */
    private Map<String, Requirement> register(RawEdition raw) {
        var requirements = register(folder(raw.id()));
        if (raw.features() != null) {
            raw.features().stream()
                    .sorted()
                    .map(id -> RawFeature.read(this, id))
                    .forEach(feature -> feature.dataPlane()
                            .forEach(own -> requirements.putIfAbsent(own.id(), own.bindingOn(DATA_PLANE))));
        }
        return requirements;
    }

    private Map<String, Requirement> register(String folder) {
        var register = read(yaml, folder + "requirements.yaml", RawRegister.class);
        var requirements = new LinkedHashMap<String, Requirement>();
        for (var raw : register.requirements()) {
            if (requirements.put(raw.id(), raw.bindingOn(register.party())) != null) {
                throw new EditionException("requirement " + raw.id() + " stands twice in " + folder);
            }
        }
        return requirements;
    }

    /**
     * The positions of all editions under their headings, by number.
     *
     * @throws EditionException if their file is faulty
     */
    public Map<String, List<Position>> positionsByTopic() {
        var topics = new TreeMap<Integer, String>();
        rawPositions().topics().forEach(topic -> topics.put(topic.from(), topic.title()));
        var grouped = new LinkedHashMap<String, List<Position>>();
        positions().values().stream()
                .sorted(Comparator.comparingInt(Position::number))
                .forEach(position -> grouped.computeIfAbsent(
                                topics.floorEntry(position.number()).getValue(), topic -> new ArrayList<>())
                        .add(position));
        return grouped;
    }

    /** Read once: they are the same for all editions, and many. */
    private Map<Integer, Position> positions() {
        return known.updateAndGet(map -> map != null ? map : readPositions());
    }

    private Map<Integer, Position> readPositions() {
        var positions = new LinkedHashMap<Integer, Position>();
        for (var raw : rawPositions().positions()) {
            if (positions.put(raw.number(), raw.position()) != null) {
                throw new EditionException("position " + raw.number() + " stands twice");
            }
        }
        return positions;
    }

    private RawPositions rawPositions() {
        return read(yaml, ROOT + "positions.yaml", RawPositions.class);
    }

    /** A YAML file of the {@code schemas} module. */
    <T> T read(String resource, Class<T> type) {
        return read(yaml, resource, type);
    }

    /** A JSON file of the {@code schemas} module. */
    Map<String, Object> tree(String resource) {
        try (var in = open(resource)) {
            return json.readValue(in, TREE);
        } catch (IOException | JacksonException e) {
            throw new EditionException("cannot read " + resource + ": " + e.getMessage(), e);
        }
    }

    private static <T> T read(ObjectMapper mapper, String resource, Class<T> type) {
        try (var in = open(resource)) {
            return mapper.readValue(in, type);
        } catch (IOException | JacksonException e) {
            throw new EditionException("cannot read " + resource + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(String resource) {
        var in = Editions.class.getResourceAsStream(resource);
        if (in == null) {
            throw new EditionException("missing " + resource);
        }
        return in;
    }

    static <R, T> Map<String, T> named(Map<String, R> raw, BiFunction<String, R, T> conversion) {
        var named = new LinkedHashMap<String, T>();
        if (raw == null) {
            return Map.of();
        }
        raw.forEach((name, it) -> named.put(name, conversion.apply(name, it)));
        return Collections.unmodifiableMap(named);
    }
}
