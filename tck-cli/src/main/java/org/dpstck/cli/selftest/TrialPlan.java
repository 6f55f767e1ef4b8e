package org.dpstck.cli.selftest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.suite.Nearest;
import org.dpstck.reference.Fault;
import org.dpstck.reference.Variant;

/**
 * Which trials a self-test consists of.
 *
 * @param trials the long ones first, so that none is left alone at the end; otherwise shuffled by the seed
 */
record TrialPlan(List<Trial> trials) {

    /** On one of so many faults the whole suite runs, unless it runs on all. */
    private static final int SAMPLE = 60;

    private static final int MOST_TOGETHER = 6;

    /**
     * Plans.
     *
     * @param bench with the faults and variants of the role
     * @param editions that its reference speaks
     */
    static TrialPlan of(SelfTestRequest request, Bench bench, List<String> editions) {
        var random = new Random(request.seed());
        var chosen = chosen(request, bench, editions, random);
        var trials = new ArrayList<Trial>();
        trials.addAll(share(variants(request, bench, chosen, random), request.share(), random));
        trials.addAll(share(faults(request, bench, chosen, random), request.share(), random));
        // What a variant does is compared with what comes of the cases without it.
        chosen.stream()
                .filter(edition -> request.complete() || trials.stream().anyMatch(trial -> isVariant(trial, edition)))
                .toList()
                .forEach(edition -> trials.add(Trial.correct(edition)));
        Collections.shuffle(trials, random);
        trials.sort(Comparator.comparing(Trial::isWhole).reversed());
        return new TrialPlan(List.copyOf(trials));
    }

    /**
     * The editions asked for; if none is named, all in the default form of the transfer process, and one in each other form.
     */
    private static List<String> chosen(SelfTestRequest request, Bench bench, List<String> labels, Random random) {
        if (!request.editions().isEmpty()) {
            return pick(request.editions(), labels);
        }
        var chosen = new ArrayList<>(labels.stream()
                .filter(label -> Place.of(label).isOfDefaultForm())
                .toList());
        for (var form : bench.otherForms()) {
            var same = labels.stream()
                    .filter(label -> form.equals(Place.of(label).form()))
                    .filter(label -> hasFaultsOf(form, label, bench))
                    .toList();
            chosen.add(same.get(random.nextInt(same.size())));
        }
        return chosen;
    }

    /** Where a form has defects of its own, one of its editions has to be among those that have them. */
    private static boolean hasFaultsOf(String form, String label, Bench bench) {
        var own = bench.faults().stream()
                .filter(fault -> fault.forms().contains(form))
                .toList();
        return own.isEmpty() || own.stream().anyMatch(Place.of(label)::hasDefect);
    }

    private static boolean isVariant(Trial trial, String edition) {
        return trial.kind() == Trial.Kind.VARIANT && trial.edition().equals(edition);
    }

    /** Each by itself with --full; otherwise several at a time, where they allow it. */
    private static List<Trial> variants(SelfTestRequest request, Bench bench, List<String> editions, Random random) {
        var most = request.depth() == SelfTestRequest.Depth.FULL ? 1 : MOST_TOGETHER;
        var trials = new ArrayList<Trial>();
        if (request.variants() != null) {
            var ids = bench.variants().stream().map(Variant::id).toList();
            var chosen = pick(request.variants(), ids);
            var places = new HashMap<String, List<String>>();
            bench.variants()
                    .forEach(variant -> places.put(
                            variant.id(),
                            places(
                                    request,
                                    editions.stream()
                                            .filter(label -> Place.of(label).allows(variant))
                                            .toList(),
                                    random)));
            for (var edition : editions) {
                var legal = bench.variants().stream()
                        .filter(variant -> chosen.contains(variant.id())
                                && places.get(variant.id()).contains(edition))
                        .toList();
                groups(legal, most, random).forEach(group -> trials.add(Trial.of(group, edition)));
            }
        }
        return trials;
    }

    /** Groups in which no two variants are about the same aspect. */
    private static List<List<Variant>> groups(List<Variant> variants, int most, Random random) {
        var shuffled = new ArrayList<>(variants);
        if (most > 1) {
            Collections.shuffle(shuffled, random);
        }
        var groups = new ArrayList<List<Variant>>();
        for (var variant : shuffled) {
            groups.stream()
                    .filter(group -> group.size() < most && group.stream().allMatch(other -> areApart(other, variant)))
                    .findFirst()
                    .orElseGet(() -> {
                        var fresh = new ArrayList<Variant>();
                        groups.add(fresh);
                        return fresh;
                    })
                    .add(variant);
        }
        return groups;
    }

    /** Two variants about the same aspect would get in each other's way. */
    private static boolean areApart(Variant one, Variant other) {
        return Collections.disjoint(aspects(one), aspects(other));
    }

    private static List<String> aspects(Variant variant) {
        return List.of(variant.aspect().split(", "));
    }

    private static List<Trial> faults(SelfTestRequest request, Bench bench, List<String> editions, Random random) {
        var trials = new ArrayList<Trial>();
        if (request.faults() != null) {
            var ids = bench.faults().stream().map(Fault::id).toList();
            var chosen = pick(request.faults(), ids);
            for (var fault : bench.faults()) {
                if (chosen.contains(fault.id())) {
                    var own = editions.stream().filter(label -> Place.of(label).hasDefect(fault));
                    places(request, own.toList(), random)
                            .forEach(edition -> trials.add(
                                    isWhole(request, random)
                                            ? Trial.whole(fault, edition)
                                            : Trial.related(fault, edition)));
                }
            }
        }
        return trials;
    }

    /** The places to try something in: all there are, or one of them when it has to be quick. */
    private static List<String> places(SelfTestRequest request, List<String> editions, Random random) {
        return request.depth() == SelfTestRequest.Depth.QUICK && !editions.isEmpty()
                ? List.of(editions.get(random.nextInt(editions.size())))
                : editions;
    }

    private static boolean isWhole(SelfTestRequest request, Random random) {
        return request.depth() == SelfTestRequest.Depth.FULL || random.nextInt(SAMPLE) == 0;
    }

    /** One of every so many, evenly over the list, so that each sort is represented. */
    private static List<Trial> share(List<Trial> trials, int share, Random random) {
        var first = random.nextInt(share);
        return IntStream.range(0, trials.size())
                .filter(i -> i % share == first)
                .mapToObj(trials::get)
                .toList();
    }

    /**
     * Checks that every glob is like something of some role.
     *
     * @throws UsageException if one is not, with the nearest ids
     */
    static void check(SelfTestRequest request, List<SelfTest> tests) {
        check("--edition", request.editions(), ids(tests, test -> test.editions().stream()), "edition");
        check(
                "--fault",
                request.faults(),
                ids(tests, test -> test.bench().faults().stream().map(Fault::id)),
                "fault");
        check(
                "--variant",
                request.variants(),
                ids(tests, test -> test.bench().variants().stream().map(Variant::id)),
                "variant");
    }

    private static List<String> ids(List<SelfTest> tests, Function<SelfTest, Stream<String>> own) {
        return tests.stream().flatMap(own).distinct().toList();
    }

    private static void check(String option, List<String> globs, Collection<String> ids, String what) {
        for (var glob : globs == null ? List.<String>of() : globs) {
            if (ids.stream().noneMatch(id -> isLike(glob, id))) {
                var near = Nearest.to(glob, ids);
                throw new UsageException(option + ": there is no " + what + " like '" + glob + "'"
                        + (near.isEmpty()
                                ? "; there are " + some(ids)
                                : "; did you mean " + String.join(", ", near) + "?"));
            }
        }
    }

    /** The ids that some glob is like, in their order; all of them without a glob. */
    private static List<String> pick(List<String> globs, Collection<String> ids) {
        return ids.stream()
                .filter(id -> globs.isEmpty() || globs.stream().anyMatch(glob -> isLike(glob, id)))
                .toList();
    }

    private static String some(Collection<String> ids) {
        return String.join(", ", ids.stream().limit(6).toList()) + (ids.size() > 6 ? " and others" : "");
    }

    private static boolean isLike(String glob, String id) {
        var regex = Pattern.quote(glob.toUpperCase(Locale.ROOT))
                .replace("*", "\\E.*\\Q")
                .replace("?", "\\E.\\Q");
        return id.toUpperCase(Locale.ROOT).matches(regex);
    }
}
