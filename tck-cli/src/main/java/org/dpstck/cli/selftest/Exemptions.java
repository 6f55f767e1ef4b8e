package org.dpstck.cli.selftest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The cases that no fault can make fail, each with the reason; kept in {@code exemptions.yaml}. */
final class Exemptions {

    private static final String RESOURCE = "/org/dpstck/cli/selftest/exemptions.yaml";

    private final List<Exemption> all;

    private Exemptions(List<Exemption> all) {
        this.all = all;
    }

    /**
     * Cases that are excused.
     *
     * @param role of the suite that has them; null for every suite
     * @param cases a glob over ids of cases
     * @param editions in which they are; empty for all
     * @param why no fault can make them fail, or none has to
     */
    record Exemption(String role, String cases, List<String> editions, String why) {

        Exemption {
            editions = editions == null ? List.of() : List.copyOf(editions);
        }

        boolean covers(String id, String edition) {
            var regex = Pattern.quote(cases.toUpperCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
            return (editions.isEmpty() || editions.contains(Place.of(edition).edition()))
                    && id.toUpperCase(Locale.ROOT).matches(regex);
        }
    }

    /** The exemptions of the suite that judges a role. */
    static Exemptions of(String role) {
        try (var in = Exemptions.class.getResourceAsStream(RESOURCE)) {
            return new Exemptions(new YAMLMapper()
                    .readValue(in, new TypeReference<List<Exemption>>() {}).stream()
                            .filter(each -> each.role() == null || each.role().equals(role))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    List<Exemption> all() {
        return all;
    }

    boolean cover(String id, String edition) {
        return all.stream().anyMatch(exemption -> exemption.covers(id, edition));
    }
}
