package org.dpstck.cli.selftest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dpstck.cli.suite.Suites;
import org.dpstck.core.verdict.Outcome;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Faults;

/** Turns the results of all trials into the report of a self-test. */
final class Evaluation {

    private final SelfTestRequest request;
    private final Bench bench;
    private final Suites suites;
    private final List<String> editions;
    private final List<TrialResult> results;
    private final Map<String, TrialResult> correct = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Evaluation(SelfTestRequest request, Bench bench, Suites suites, List<String> editions, List<TrialResult> results) {
        this.request = request;
        this.bench = bench;
        this.suites = suites;
        this.editions = editions;
        this.results = results;
        of(Trial.Kind.NOTHING).forEach(result -> correct.put(result.trial().edition(), result));
    }

    SelfTestReport report(Instant startedAt) {
        correct.values().forEach(this::complainOfCorrect);
        var faults = faults();
        faults.forEach(report -> problems.addAll(report.problems()));
        var variants = variants();
        variants.forEach(report -> problems.addAll(report.problems()));
        var useless = request.complete() ? useless(faults) : List.<Usefulness.Useless>of();
        return new SelfTestReport(
                request,
                request.complete(),
                startedAt,
                Instant.now(),
                faults,
                variants,
                useless,
                problems.stream().distinct().toList(),
                passed());
    }

    private void complainOfCorrect(TrialResult result) {
        var subject = "the correct " + request.role().replace('-', ' ') + " ("
                + result.trial().edition() + ")";
        if (result.trouble() != null) {
            problems.add(new Problem(Problem.Kind.BROKEN, subject, result.trouble()));
        }
        result.ends().stream()
                .filter(end -> end.outcome() == Outcome.FAILED
                        || end.outcome() == Outcome.WARNED
                        || end.outcome() == Outcome.INCONCLUSIVE)
                .forEach(end -> problems.add(new Problem(
                        Problem.Kind.FLAGGED, subject, end.id() + " is " + end.outcome() + ": " + end.text())));
    }

    private List<FaultReport> faults() {
        var registers = new HashMap<String, Set<String>>();
        return inOrder(Trial.Kind.FAULT, bench.faults().stream().map(Fault::id).toList()).stream()
                .filter(result -> !FollowUp.replaces(result))
                .map(result -> {
                    var fault = Faults.byId(result.trial().id()).orElseThrow();
                    var register =
                            registers.computeIfAbsent(result.trial().edition(), label -> register(Place.of(label)));
                    var requirements = fault.requirements().stream()
                            .filter(register::contains)
                            .toList();
                    return FaultReport.of(fault, result, requirements);
                })
                .toList();
    }

    private Set<String> register(Place place) {
        return suites.edition(suites.suite(request.role()), place.edition(), place.form())
                .requirements()
                .keySet();
    }

    private List<VariantReport> variants() {
        var reports = new ArrayList<VariantReport>();
        for (var variant : bench.variants()) {
            for (var edition : editions) {
                telling(variant.id(), edition)
                        .map(result -> VariantReport.of(variant, result, correct.get(edition)))
                        .ifPresent(reports::add);
            }
        }
        return reports;
    }

    /** The trial that tells most of a variant: by itself, unless the variants of a group are flagged only together. */
    private Optional<TrialResult> telling(String variant, String edition) {
        var tried = of(Trial.Kind.VARIANT).stream()
                .filter(result -> result.trial().edition().equals(edition)
                        && result.trial().ids().contains(variant))
                .sorted(Comparator.comparing(result -> result.trial().ids().size()))
                .toList();
        var alone = tried.stream().findFirst();
        return alone.filter(VariantReport::isCleanTogether).isPresent()
                        && tried.size() > 1
                        && onlyTogether(tried.get(1))
                ? Optional.of(tried.get(1))
                : alone;
    }

    private boolean onlyTogether(TrialResult group) {
        return of(Trial.Kind.VARIANT).stream()
                .filter(result -> result.trial().edition().equals(group.trial().edition())
                        && result.trial().ids().size() == 1
                        && group.trial().ids().containsAll(result.trial().ids()))
                .allMatch(VariantReport::isCleanTogether);
    }

    private List<Usefulness.Useless> useless(List<FaultReport> faults) {
        var usefulness = new Usefulness();
        correct.values().forEach(usefulness::ran);
        faults.forEach(usefulness::found);
        var exemptions = Exemptions.of(request.role());
        var useless = usefulness.useless(editions, exemptions);
        useless.forEach(each -> problems.add(new Problem(
                Problem.Kind.USELESS,
                each.id() + " (" + each.edition() + ")",
                "no fault makes it fail; write the fault, or say in exemptions.yaml why there can be none")));
        usefulness
                .idle(exemptions)
                .forEach(exemption -> problems.add(new Problem(
                        Problem.Kind.STALE,
                        exemption.cases(),
                        "its entry in exemptions.yaml excuses nothing any more; remove it")));
        return useless;
    }

    private Map<String, Integer> passed() {
        var passed = new HashMap<String, Integer>();
        correct.forEach((edition, result) ->
                passed.put(edition, result.casesWith(Outcome.PASSED).size()));
        return passed;
    }

    private List<TrialResult> of(Trial.Kind kind) {
        return results.stream().filter(result -> result.trial().kind() == kind).toList();
    }

    private List<TrialResult> inOrder(Trial.Kind kind, List<String> ids) {
        var place = new HashMap<String, Integer>();
        ids.forEach(id -> place.put(id, place.size()));
        return of(kind).stream()
                .sorted(Comparator.<TrialResult>comparingInt(
                                result -> place.get(result.trial().id()))
                        .thenComparingInt(
                                result -> editions.indexOf(result.trial().edition())))
                .toList();
    }
}
