package org.dpstck.cli.selftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs. */
public final class ReportJson {

    /** Name and version of the format. */
    static final String FORMAT = "dps-tck-self-test/1";

    private ReportJson() {}

    /**
     * The report as a JSON object: faults (one entry for each edition), variants, survivors, flagged, uselessCases, seconds
     * and what led to them.
     */
    public static String of(SelfTestReport report) {
        var root = new LinkedHashMap<String, Object>();
        root.put("format", FORMAT);
        root.put("startedAt", report.startedAt().toString());
        root.put("seed", report.request().seed());
        root.put("complete", report.complete());
        root.put(
                "faults",
                report.faults().stream().map(each -> fault(each, report)).toList());
        root.put("variants", variants(report));
        root.put("survivors", survivors(report));
        root.put(
                "flagged",
                report.variants().stream()
                        .filter(VariantReport::flagged)
                        .map(each -> each.variant().id())
                        .distinct()
                        .toList());
        root.put(
                "uselessCases",
                report.useless().stream().map(Usefulness.Useless::id).distinct().toList());
        root.put("problems", report.problemLines());
        root.put("seconds", report.seconds());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static List<String> survivors(SelfTestReport report) {
        return report.faults().stream()
                .filter(each -> !each.caught())
                .map(each -> each.fault().id())
                .distinct()
                .toList();
    }

    private static Map<String, Object> fault(FaultReport each, SelfTestReport report) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", each.fault().id());
        entry.put("edition", each.edition());
        entry.put("role", report.request().role());
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
    private static List<Map<String, Object>> variants(SelfTestReport report) {
        var entries = new LinkedHashMap<String, Map<String, Object>>();
        for (var each : report.variants()) {
            var entry = entries.computeIfAbsent(each.variant().id(), id -> {
                var fresh = new LinkedHashMap<String, Object>();
                fresh.put("id", id);
                return fresh;
            });
            var all = report.variants().stream()
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
