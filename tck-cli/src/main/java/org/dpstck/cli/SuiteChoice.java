package org.dpstck.cli;

import java.util.List;
import java.util.Map;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.plan.Catalogue;
import org.dpstck.core.sut.SutConfiguration;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Whose cases of which edition a command speaks of: the keys {@code role}, {@code edition} and {@code dsp.form} of a description.
 *
 * @param role null if nothing says it
 * @param edition null if nothing says it
 * @param form of the transfer process; null if nothing says it
 */
record SuiteChoice(String role, String edition, String form) {

    static final String ROLE = "role";
    static final String EDITION = "edition";
    static final String FORM = "dsp.form";

    /** What the options of a command say, and otherwise the environment variables of the same keys. */
    static SuiteChoice of(CommandSpec command, Map<String, String> environment) {
        var given = SutOptions.given(command);
        return new SuiteChoice(
                value(ROLE, given, environment), value(EDITION, given, environment), value(FORM, given, environment));
    }

    /** The cases of the edition that is chosen, or of the default one. */
    Catalogue catalogue(Suites suites) {
        return suites.catalogue(role, edition, form);
    }

    /** The cases of the edition that is chosen, or of all of them, newest first. */
    List<Catalogue> catalogues(Suites suites) {
        return edition == null
                ? suites.editions(role).stream()
                        .map(id -> suites.catalogue(role, id, form))
                        .toList()
                : List.of(catalogue(suites));
    }

    private static String value(String name, Map<String, Object> given, Map<String, String> environment) {
        if (given.get(name) instanceof String option) {
            return option;
        }
        return SutConfiguration.keys().stream()
                .filter(key -> key.name().equals(name))
                .map(key -> environment.getOrDefault(key.environment(), ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
