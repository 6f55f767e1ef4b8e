package org.dpstck.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.dpstck.core.detect.Detection;
import org.dpstck.core.detect.Inquiry;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.RunGate;
import org.dpstck.core.junit.Suite;
import org.dpstck.core.sut.ConfigurationSources;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.reference.ReferenceDataPlane;

/** Asks a system that was started by the test which edition it speaks. */
final class Systems {

    private static final List<Edition> EDITIONS =
            new Editions().ids().stream().map(new Editions()::load).toList();

    private Systems() {}

    /** What the first exchanges of a run in an edition said, and how many there were. */
    record FirstLook(Optional<String> obstacle, List<Exchange> exchanges) {}

    static SystemUnderTest at(ReferenceDataPlane plane, Map<String, Object> more) {
        return at(plane.baseUrl().toString(), more);
    }

    static SystemUnderTest at(String url, Map<String, Object> more) {
        var settings = new LinkedHashMap<String, Object>(Map.of("url", url, "timeouts.callback", "2s"));
        settings.putAll(more);
        return SutConfiguration.load(new ConfigurationSources(null, Map.of(), settings));
    }

    static Detection detect(SystemUnderTest system) {
        return suite().detect(new Inquiry(system, EDITIONS, new Redactor(List.of()), new ExchangeIds(), Prompt.none()));
    }

    static FirstLook preflight(SystemUnderTest system) {
        var context = new RunContext(
                EDITIONS.stream()
                        .filter(it -> it.id().equals(system.edition()))
                        .findFirst()
                        .orElseThrow(),
                system,
                new Redactor(List.of()),
                new ExchangeIds(),
                new RunGate(),
                Prompt.none());
        var journal = new Journal();
        try (var session = suite().open(context)) {
            var obstacle = session.preflight(journal);
            return new FirstLook(obstacle, new ArrayList<>(journal.exchanges()));
        }
    }

    private static Suite suite() {
        return ServiceLoader.load(Suite.class).iterator().next();
    }
}
