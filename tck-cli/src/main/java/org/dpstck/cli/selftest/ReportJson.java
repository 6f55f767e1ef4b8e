package org.dpstck.cli.selftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs. */
public final class ReportJson {

    /** Name and version of the format. */
    static final String FORMAT = "dps-tck-self-test/1";

    private ReportJson() {}

    /**
     * The reports of all roles as one JSON object: faults (one entry for each edition), variants, survivors, flagged, uselessCases, seconds
     * and what led to them.
     */
    public static String of(List<SelfTestReport> reports) {
        var root = new LinkedHashMap<String, Object>();
        root.put("format", FORMAT);
        var first = reports.get(0);
        root.put("startedAt", first.startedAt().toString());
        root.put("seed", first.request().seed());
        root.put("complete", reports.stream().allMatch(SelfTestReport::complete));
        var faults = all(reports, SelfTestReport::faults);
        var variants = all(reports, SelfTestReport::variants);
        root.put("faults", faults.stream().map(ReportJson::fault).toList());
        root.put("variants", variants(variants));
        root.put("survivors", survivors(faults));
        root.put(
                "flagged",
                variants.stream()
                        .filter(VariantReport::flagged)
                        .map(each -> each.variant().id())
                        .distinct()
                        .toList());
        root.put(
                "uselessCases",
                all(reports, SelfTestReport::useless).stream()
                        .map(Usefulness.Useless::id)
                        .distinct()
                        .toList());
        root.put("problems", all(reports, SelfTestReport::problemLines));
        root.put(
                "seconds", reports.stream().mapToDouble(SelfTestReport::seconds).sum());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static <T> List<T> all(List<SelfTestReport> reports, Function<SelfTestReport, List<T>> part) {
        return reports.stream().flatMap(report -> part.apply(report).stream()).toList();
    }

    private static List<String> survivors(List<FaultReport> faults) {
        return faults.stream()
                .filter(each -> !each.caught())
                .map(each -> each.fault().id())
                .distinct()
                .toList();
    }

    private static Map<String, Object> fault(FaultReport each) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", each.fault().id());
        entry.put("edition", each.edition());
        entry.put("role", each.fault().role().word());
        entry.put("requirements", each.requirements());
        entry.put("caught", each.caught());
        entry.put("by", each.by());
        entry.put("matrix", each.found());
        if (each.whole()) {
            entry.put("unrelated", each.elsewhere());
        }
        if (!each.message().isEmpty()) {
            entry.put("message", each.message());
        }
        return entry;
    }

    /** One entry a variant, whatever the number of editions. */
    private static List<Map<String, Object>> variants(List<VariantReport> variants) {
        var entries = new LinkedHashMap<String, Map<String, Object>>();
        for (var each : variants) {
            var entry = entries.computeIfAbsent(each.variant().id(), id -> {
                var fresh = new LinkedHashMap<String, Object>();
                fresh.put("id", id);
                fresh.put("role", each.variant().role().word());
                return fresh;
            });
            var all = variants.stream()
                    .filter(other -> other.variant().id().equals(each.variant().id()))
                    .toList();
            entry.put("flagged", all.stream().anyMatch(VariantReport::flagged));
            entry.put(
                    "by",
                    all.stream()
                            .flatMap(other -> other.by().stream())
                            .distinct()
                            .sorted()
                            .toList());
            entry.put("editions", all.stream().map(VariantReport::edition).toList());
            entry.put(
                    "flaggedIn",
                    all.stream()
                            .filter(VariantReport::flagged)
                            .map(VariantReport::edition)
                            .toList());
            entry.put(
                    "warned",
                    all.stream()
                            .flatMap(other -> other.warned().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
        return List.copyOf(entries.values());
    }
}
