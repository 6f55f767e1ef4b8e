package org.dpstck.core.sut;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the description of a system from a file, the environment and options. */
public final class SutConfiguration {

    private SutConfiguration() {}

    /**
     * Reads a description.
     *
     * @throws ConfigurationException with every problem of all sources, each with its fix
     */
    public static SystemUnderTest load(ConfigurationSources sources) {
        var problems = new Problems();
        var nodes = Layers.resolve(sources, problems);
        var settings = new Settings(nodes, problems, new Interpolation(sources.environment(), problems));
        var system = new SutReader(settings, problems).read();
        problems.throwIfAny();
        return system;
    }

    /** Every key there is, in the order of the documentation. */
    public static List<Key> keys() {
        return Keys.all();
    }

    /** What a description amounts to, by key and without secrets; keys without a value are absent. */
    public static Map<String, Object> effective(SystemUnderTest system) {
        return EffectiveSettings.of(system);
    }

    /** The secrets that a description holds, for whoever records what goes over the wire; never to be written. */
    public static List<String> secrets(SystemUnderTest system) {
        return SecretValues.of(system);
    }

    /** Names of the headers of a description that hold credentials. */
    public static Set<String> credentials(SystemUnderTest system) {
        return system.headers().keySet().stream().filter(Secrets::named).collect(Collectors.toCollection(TreeSet::new));
    }
}
