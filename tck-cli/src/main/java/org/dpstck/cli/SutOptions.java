package org.dpstck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.core.sut.Key;
import org.dpstck.core.sut.SutConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every key of a description as an option: made from the keys themselves, so that none can be missing. */
final class SutOptions {

    private static final String FIRST = "The system under test";

    private SutOptions() {}

    /** Adds the options to a command, in groups. */
    static CommandLine addTo(CommandLine command) {
        var groups = new LinkedHashMap<String, ArgGroupSpec.Builder>();
        for (var key : SutConfiguration.keys()) {
            groups.computeIfAbsent(heading(key), SutOptions::group).addArg(option(key));
        }
        groups.values().forEach(group -> command.getCommandSpec().addArgGroup(group.build()));
        return command;
    }

    /** Adds the options that choose a suite and an edition, for commands that judge nothing. */
    static CommandLine addChoiceTo(CommandLine command) {
        var group = group("Whose cases");
        SutConfiguration.keys().stream()
                .filter(key -> List.of(SuiteChoice.ROLE, SuiteChoice.EDITION, SuiteChoice.FORM)
                        .contains(key.name()))
                .forEach(key -> group.addArg(option(key)));
        command.getCommandSpec().addArgGroup(group.build());
        return command;
    }

    /** The keys that were given, with their values as texts or lists. */
    static Map<String, Object> given(CommandSpec command) {
        var given = new LinkedHashMap<String, Object>();
        for (var key : SutConfiguration.keys()) {
            var option = command.findOption(key.option());
            List<String> values = option == null ? null : option.getValue();
            if (values != null && !values.isEmpty()) {
                given.put(key.name(), value(key, values));
            }
        }
        return given;
    }

    private static Object value(Key key, List<String> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        return key.type() == Key.Type.LIST ? String.join(",", values) : values;
    }

    private static ArgGroupSpec.Builder group(String heading) {
        var order = Map.of(FIRST, 10).getOrDefault(heading, 20);
        return ArgGroupSpec.builder()
                .heading("%n" + heading + ":%n")
                .exclusive(false)
                .multiplicity("0..1")
                .validate(false)
                .order(order);
    }

    private static OptionSpec option(Key key) {
        var names =
                Stream.concat(Stream.of(key.option()), key.aliases().stream()).toArray(String[]::new);
        var flag = key.type() == Key.Type.FLAG;
        return OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(flag ? "0..1" : "1")
                .fallbackValue(flag ? "true" : "")
                .paramLabel(key.type().id().toUpperCase(Locale.ROOT))
                .description(description(key))
                .build();
    }

    private static String description(Key key) {
        var fallback = key.defaultValue().isEmpty() ? "" : "Default: " + key.defaultValue() + ". ";
        // Percent signs and at-signs would be taken for formats and variables.
        return (key.help() + " " + fallback + "Variable: " + key.environment()).replace("%", "%%");
    }

    private static String heading(Key key) {
        var name = key.name();
        if (name.startsWith("timeouts.")) {
            return "How long to wait (200ms, 5s, 2m)";
        }
        if (name.startsWith("triggers.")) {
            return "How to make the system do what no message asks for (inline YAML or JSON)";
        }
        if (name.startsWith("ids.") || name.startsWith("message.") || name.startsWith("transferTypes.")) {
            return "What messages to the system hold";
        }
        if (name.startsWith("callback.") || name.equals("dataAddress")) {
            return "How the system reaches the suite";
        }
        return FIRST;
    }
}
