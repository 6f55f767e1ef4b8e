package org.dpstck.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dpstck.reference.controlplane.fault.ControlFaults;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.variant.ControlVariants;
import org.dpstck.reference.fault.FaultHooks;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.variant.VariantHooks;

/** Turns the ids of faults and variants into hooks. */
final class HookChoice {

    private static final int SUGGESTIONS = 3;

    /** Aspects of how messages are written, the innermost first. */
    private static final List<String> FORMS = List.of("form of json-ld", "text");

    private HookChoice() {}

    static Hooks of(ReferenceOptions options) {
        List<Hook> hooks = new ArrayList<>();
        if (!options.variants().isEmpty()) {
            hooks.addAll(choose("variant", inOrder(options.variants()), legal(VariantHooks.all(), options.edition())));
        }
        if (!options.faults().isEmpty()) {
            hooks.addAll(choose("fault", List.copyOf(options.faults()), FaultHooks.all()));
        }
        return new Hooks(hooks);
    }

    static ControlHooks of(ControlPlaneOptions options) {
        List<ControlHook> hooks = new ArrayList<>();
        if (!options.variants().isEmpty()) {
            hooks.addAll(
                    choose("variant", inOrder(options.variants()), legal(ControlVariants.all(), options.edition())));
        }
        if (!options.faults().isEmpty()) {
            hooks.addAll(choose("fault", List.copyOf(options.faults()), ControlFaults.all()));
        }
        return new ControlHooks(hooks);
    }

    /** What changes how a message is written comes after what changes what it says, and would not find it otherwise. */
    private static List<String> inOrder(Set<String> variants) {
        return variants.stream()
                .sorted(Comparator.comparingInt(id -> Variants.byId(id)
                        .map(variant -> FORMS.indexOf(variant.aspect()))
                        .orElse(0)))
                .toList();
    }

    /** A variant that is none in this edition changes nothing. */
    private static <H> Map<String, Supplier<List<H>>> legal(Map<String, Supplier<List<H>>> variants, String edition) {
        Map<String, Supplier<List<H>>> table = new LinkedHashMap<>(variants);
        table.keySet().stream()
                .flatMap(id -> Variants.byId(id).stream())
                .filter(variant -> !variant.isLegalIn(edition))
                .forEach(variant -> table.replace(variant.id(), List::of));
        return table;
    }

    private static <H> List<H> choose(String what, List<String> ids, Map<String, Supplier<List<H>>> known) {
        List<H> hooks = new ArrayList<>();
        for (String id : ids) {
            Supplier<List<H>> made = known.get(id);
            if (made == null) {
                throw new ReferenceStartException(
                        "There is no " + what + " '" + id + "'. Did you mean " + near(id, known.keySet()) + "?");
            }
            hooks.addAll(made.get());
        }
        return hooks;
    }

    private static String near(String id, Set<String> known) {
        return known.stream()
                .sorted(Comparator.<String>comparingInt(each -> distance(id, each))
                        .thenComparing(each -> each))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
    }

    /** The edit distance: how many letters must be put in, taken out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
