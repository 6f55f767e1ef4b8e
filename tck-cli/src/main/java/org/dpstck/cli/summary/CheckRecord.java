package org.dpstck.cli.summary;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.junit.Check;
import org.dpstck.core.junit.Check.Outcome;
import org.dpstck.core.sut.SutConfiguration;
import org.dpstck.core.sut.SystemUnderTest;
import tools.jackson.databind.json.JsonMapper;

/** Shows checks to programs; docs/doctor.md describes the form. */
public final class CheckRecord {

    private static final int FORMAT = 1;

    private CheckRecord() {}

    /**
     * The checks as one JSON object.
     *
     * @param system empty if its description cannot be used
     * @param version of this kit
     * @param at when the examination began
     */
    public static String json(List<Check> checks, Optional<SystemUnderTest> system, String version, Instant at) {
        var problems = count(checks, Outcome.PROBLEM);
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("ready", problems == 0);
        document.put("problems", problems);
        document.put("warnings", count(checks, Outcome.WARNING));
        document.put("notChecked", count(checks, Outcome.NOT_CHECKED));
        document.put("kit", "dps-tck " + version);
        document.put("at", at.toString());
        document.put("system", system.map(CheckRecord::about).orElse(null));
        document.put("checks", checks.stream().map(CheckRecord::entry).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Map<String, Object> about(SystemUnderTest system) {
        // The effective settings are without secrets; a URL may hold some.
        var settings = SutConfiguration.effective(system);
        var about = new LinkedHashMap<String, Object>();
        about.put("name", system.name());
        about.put("version", system.version());
        about.put("url", settings.get("url"));
        about.put("role", system.role());
        about.put("edition", system.edition());
        return about;
    }

    private static Map<String, Object> entry(Check check) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("check", check.id());
        entry.put("outcome", check.outcome().id());
        entry.put("observed", check.observed());
        entry.put("meaning", check.meaning());
        entry.put("change", check.change());
        entry.put("settings", check.settings());
        entry.put("millis", check.millis());
        return entry;
    }

    private static long count(List<Check> checks, Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }
}
